import { beijing, yuan } from '@/app/ui/format'
import { SubmitButton } from '@/app/ui/submit-button'
import { env } from '@/lib/env'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { language } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { KEPT_HOURS } from '@/lib/orders/payable-until'
import { payCode } from '@/lib/payments/pay-code'
import { doubtOf, lastAskedAt } from '@/lib/payments/payment-doubt'
import { isPayable } from '@/lib/orders/possible-actions'
import { gatewayPage } from './gateway-page'
import { nextStepOfBuyer } from './next-step'
import { orderPageWords } from './order-page-words'
import { PayCode } from './pay-code'

interface NextStepCardProps {
  order: FullOrder
  /** A payment came and was not accepted. */
  hasRefusedPayment: boolean
}

/** The buyer's next step. While the order may be paid already, the button that checks comes before the one that pays. */
export async function NextStepCard({ order, hasRefusedPayment }: NextStepCardProps) {
  const spoken = await language()
  const words = orderPageWords[spoken]
  const doubt = doubtOf(order)
  const { atGateway, ...step } = nextStepOfBuyer({ ...order, doubt, hasRefusedPayment })
  const { orderNo, tradeNo, totalFen, quotedFen, agreedFen } = order
  const lastAsked = lastAskedAt(order)
  const canPay = isPayable(order) && order.gateway === ownGateway().name && !hasRefusedPayment
  const code = canPay && payCode(order, env().alipay)
  const isPlain = doubt === 'none' && !hasRefusedPayment
  const isPaidLate = order.events.some(({ kind }) => kind === 'paid_late')
  const isKept = order.tradeStatus === null && order.stockHeld && isPlain && !isPaidLate
  const isMain = order.stage === 'shipped' && isPlain
  const isCalm = order.refundStatus === null
  const toAlipay =
    isCalm && isMain
      ? words.confirmAtAlipay
      : isCalm && order.stage === 'paid'
        ? words.refundAtAlipay
        : words.toAlipay
  return (
    <section aria-label={words.nextStep} className="mt-3 max-w-prose">
      <p className={isPlain ? '' : 'flash bg-wait-soft text-base text-wait-text'}>
        {isKept ? words.kept(KEPT_HOURS) : step[spoken]}
      </p>
      {lastAsked && !hasRefusedPayment && (
        <p role="status" className="mt-2 text-sm text-muted">
          {words.lastAsked(beijing(lastAsked, spoken), doubt !== 'unanswered')}
        </p>
      )}
      {quotedFen !== null && (
        <p className="flash mt-3 bg-wait-soft text-wait-text">
          {words.quoted(yuan(quotedFen), yuan(totalFen))}
        </p>
      )}
      {agreedFen !== null && agreedFen !== totalFen && (
        <p className="mt-2">{words.agreed(yuan(agreedFen))}</p>
      )}
      {code && <PayCode address={code} />}
      <div className="mt-4 flex flex-wrap gap-3 empty:hidden">
        {!isPlain && (
          <form action={`/orders/${orderNo}/check`} method="post" className="max-sm:w-full">
            <SubmitButton className="button button-big w-full" pending={words.checking}>
              {words.check}
            </SubmitButton>
          </form>
        )}
        {canPay && (
          <form action="/api/alipay/alipayto" method="post" className="max-sm:w-full">
            <input type="hidden" name="orderNo" value={orderNo} />
            {doubt === 'unanswered' && <input type="hidden" name="anyway" value="1" />}
            <SubmitButton
              className={`${isPlain && !code ? 'button' : 'button-plain'} button-big w-full`}
              pending={words.paying}
            >
              {code ? words.newCode : doubt === 'unanswered' ? words.payAnyway : words.pay}
            </SubmitButton>
          </form>
        )}
        {atGateway && tradeNo && (
          <a
            href={gatewayPage(tradeNo)}
            className={`${isMain ? 'button button-big' : 'button-plain'} max-sm:w-full`}
          >
            {toAlipay}
          </a>
        )}
      </div>
    </section>
  )
}
