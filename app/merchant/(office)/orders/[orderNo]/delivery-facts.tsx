import { Receiver } from '@/app/(shop)/orders/receiver'
import { wordsIn } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { shippedTo } from '@/lib/orders/shipped-to'
import { Facts } from './facts'
import { merchantOrderWords } from './merchant-order-words'

/** Receiver and way of shipping. */
export async function DeliveryFacts({ order }: { order: FullOrder }) {
  const words = await wordsIn(merchantOrderWords)
  return (
    <Facts title={words.delivery}>
      <div className="mt-3">
        {shippedTo(order).receiver ? (
          <Receiver order={order} />
        ) : (
          <p className="text-sm text-muted">{order.virtual ? words.nothingToShip : words.addressAtAlipay}</p>
        )}
      </div>
    </Facts>
  )
}
