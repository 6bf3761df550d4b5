import { yuan } from '@/app/ui/format'
import { SubmitButton } from '@/app/ui/submit-button'
import { wordsIn } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { merchantOrderWords } from './merchant-order-words'

/** The gateway reports another total. Until the merchant accepts it, a payment of it is refused. */
export async function PriceDecision({ order }: { order: FullOrder }) {
  if (order.quotedFen === null) return null
  const words = await wordsIn(merchantOrderWords)
  const path = `/merchant/orders/${order.orderNo}`
  return (
    <section
      id="price"
      aria-labelledby="price-title"
      className="card mt-6 scroll-mt-4 border-l-4 border-l-warn p-5"
    >
      <h2 id="price-title">
        {words.priceTitle(yuan(order.quotedFen), yuan(order.agreedFen ?? order.totalFen))}
      </h2>
      <p className="mt-1 max-w-prose">{words.priceText}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        <form action={`${path}/accept-price`} method="post">
          <input type="hidden" name="quotedFen" value={order.quotedFen} />
          <SubmitButton>{words.accept(yuan(order.quotedFen))}</SubmitButton>
        </form>
        <form action={`${path}/decline-price`} method="post">
          <input type="hidden" name="quotedFen" value={order.quotedFen} />
          <SubmitButton className="button-plain">{words.decline}</SubmitButton>
        </form>
      </div>
    </section>
  )
}
