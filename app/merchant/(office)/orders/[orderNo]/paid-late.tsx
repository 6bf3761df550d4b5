import { gatewayPage } from '@/app/(shop)/orders/gateway-page'
import { yuan } from '@/app/ui/format'
import { SubmitButton } from '@/app/ui/submit-button'
import { formatYuan } from '@/lib/alipay/money'
import { wordsIn } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { openRefund, refundableFen } from '@/lib/orders/refunds'
import { isOpen } from '@/lib/orders/transitions'
import { merchantOrderWords } from './merchant-order-words'

/** Money came for a closed order. Nothing happens automatically: the merchant decides. */
export async function PaidLate({ order }: { order: FullOrder }) {
  const words = await wordsIn(merchantOrderWords)
  if (isOpen(order)) return <PaidLateHere order={order} />
  return (
    <section
      id="paid-late"
      role="alert"
      aria-labelledby="late-title"
      className="card mt-6 scroll-mt-4 border-l-4 border-l-bad p-5"
    >
      <h2 id="late-title" className="text-bad">
        {words.lateTitle}
      </h2>
      <p className="mt-1 max-w-prose">{words.lateText(yuan(order.paidFen ?? order.totalFen))}</p>
      <ul className="mt-2 list-disc space-y-1 pl-6">
        <li>{words.lateRefund(order.buyerEmail)}</li>
        <li>{words.lateDeliver}</li>
      </ul>
      <a href={gatewayPage(order.tradeNo ?? order.orderNo)} className="button-plain mt-4">
        {words.tradePage}
      </a>
    </section>
  )
}

/** The shop itself gives the money back. Nothing is left to do once that is on its way. */
async function PaidLateHere({ order }: { order: FullOrder }) {
  const most = refundableFen(order)
  if (most === 0 || openRefund(order.refunds)) return null
  const words = await wordsIn(merchantOrderWords)
  return (
    <section
      id="paid-late"
      role="alert"
      aria-labelledby="late-title"
      className="card mt-6 scroll-mt-4 border-l-4 border-l-bad p-5"
    >
      <h2 id="late-title" className="text-bad">
        {words.lateTitle}
      </h2>
      <p className="mt-1 max-w-prose">{words.lateHere(yuan(order.paidFen ?? order.totalFen))}</p>
      <form action={`/merchant/orders/${order.orderNo}/refund`} method="post" className="mt-4">
        <input type="hidden" name="amount" value={formatYuan(most)} />
        <SubmitButton className="button">{words.refundAll}</SubmitButton>
      </form>
    </section>
  )
}
