import { gatewayPage } from '@/app/(shop)/orders/gateway-page'
import { yuan } from '@/app/ui/format'
import { wordsIn } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { merchantOrderWords } from './merchant-order-words'

/** Money came for a closed order. Nothing happens automatically: the merchant decides. */
export async function PaidLate({ order }: { order: FullOrder }) {
  const words = await wordsIn(merchantOrderWords)
  return (
    <section role="alert" aria-labelledby="late-title" className="card mt-6 border-l-4 border-l-bad p-5">
      <h2 id="late-title" className="text-lg font-medium text-bad">
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
