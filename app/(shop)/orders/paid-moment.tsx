import { yuan } from '@/app/ui/format'
import { Icon } from '@/app/ui/line-icon'
import { ShopLink } from '@/app/ui/shop-link'
import { wordsIn } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { isOpen } from '@/lib/orders/transitions'
import { orderPageWords } from './order-page-words'

/** What a buyer reads who comes back from the cashier: it is paid, and who has the money now. */
export async function PaidMoment({ order }: { order: FullOrder }) {
  const words = await wordsIn(orderPageWords)
  const amount = yuan(order.paidFen ?? order.totalFen)
  return (
    <section
      role="status"
      className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-4 rounded-tile bg-wash p-5 sm:grid-cols-[auto_minmax(0,1fr)_auto] sm:gap-x-8 sm:p-8"
    >
      <span className="grid size-12 place-items-center rounded-full bg-accent text-on-accent sm:size-16">
        <Icon name="check" className="size-1/2 stroke-2" />
      </span>
      <div>
        <h1>{words.justPaid}</h1>
        <p className="mt-1 max-w-[40em]">{isOpen(order) ? words.received(amount) : words.held(amount)}</p>
      </div>
      <ShopLink href="/" className="button-plain max-sm:col-span-2">
        {words.goOn}
      </ShopLink>
    </section>
  )
}
