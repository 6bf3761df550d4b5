import { beijing, yuan } from '@/app/ui/format'
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
  return (
    <section aria-label={words.nextStep} className="mt-2 max-w-prose">
      <p className={isPlain ? '' : 'card border-l-4 border-l-warn p-4'}>
        {step[spoken]}
        {order.tradeStatus === null && order.stockHeld && isPlain && words.kept(KEPT_HOURS)}
      </p>
      {lastAsked && !hasRefusedPayment && (
        <p role="status" className="mt-2 text-sm text-muted">
          {words.lastAsked(beijing(lastAsked, spoken), doubt !== 'unanswered')}
        </p>
      )}
      {quotedFen !== null && (
        <p className="card mt-3 border-l-4 border-l-warn p-4">
          {words.quoted(yuan(quotedFen), yuan(totalFen))}
        </p>
      )}
      {agreedFen !== null && agreedFen !== totalFen && (
        <p className="mt-2">{words.agreed(yuan(agreedFen))}</p>
      )}
      {!isPlain && (
        <form action={`/orders/${orderNo}/check`} method="post" className="mt-4">
          <button className="button w-full sm:w-auto">{words.check}</button>
        </form>
      )}
      {code && <PayCode address={code} />}
      {canPay && (
        <form action="/api/alipay/alipayto" method="post" className="mt-4">
          <input type="hidden" name="orderNo" value={orderNo} />
          {doubt === 'unanswered' && <input type="hidden" name="anyway" value="1" />}
          <button className={`${isPlain ? 'button' : 'button-plain'} w-full sm:w-auto`}>
            {code ? words.newCode : doubt === 'unanswered' ? words.payAnyway : words.pay}
          </button>
        </form>
      )}
      {atGateway && tradeNo && (
        <a href={gatewayPage(tradeNo)} className="button-plain mt-4 w-full sm:w-auto">
          {words.toAlipay}
        </a>
      )}
    </section>
  )
}
