import { yuan } from '@/app/ui/format'
import { language } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/full-order'
import { KEPT_HOURS } from '@/lib/payments/close-abandoned'
import { isPayable } from '@/lib/payments/start-payment'
import { gatewayPage } from './gateway-page'
import { nextStepOfBuyer } from './next-step'
import { orderPageWords } from './order-page-words'

/** What the buyer has to do next, and the way there. */
export async function NextStepCard({ order }: { order: FullOrder }) {
  const spoken = await language()
  const words = orderPageWords[spoken]
  const { atGateway, ...step } = nextStepOfBuyer(order)
  const { orderNo, tradeNo, totalFen, quotedFen, agreedFen } = order
  return (
    <section aria-label={words.nextStep} className="mt-2 max-w-prose">
      <p>
        {step[spoken]}
        {order.tradeStatus === null && order.stockHeld && words.kept(KEPT_HOURS)}
      </p>
      {quotedFen !== null && (
        <p className="card mt-3 border-l-4 border-l-warn p-4">
          {words.quoted(yuan(quotedFen), yuan(totalFen))}
        </p>
      )}
      {agreedFen !== null && agreedFen !== totalFen && (
        <p className="mt-2">{words.agreed(yuan(agreedFen))}</p>
      )}
      {isPayable(order) && (
        <form action="/api/alipay/alipayto" method="post" className="mt-4">
          <input type="hidden" name="orderNo" value={orderNo} />
          <button className="button w-full sm:w-auto">{words.pay}</button>
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
