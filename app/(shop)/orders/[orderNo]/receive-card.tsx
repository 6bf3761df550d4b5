import { SubmitButton } from '@/app/ui/submit-button'
import { beijing } from '@/app/ui/format'
import { language } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { isRefund, openRefund } from '@/lib/orders/refunds'
import { isAt, isOpen } from '@/lib/orders/transitions'
import { orderPageWords } from '../order-page-words'

/** Where the shop ships by itself, the buyer confirms the receipt here. */
export async function ReceiveCard({ order }: { order: FullOrder }) {
  if (!isOpen(order) || !isAt(order, 'shipped')) return null
  const spoken = await language()
  const words = orderPageWords[spoken].receive
  const open = openRefund(order.refunds)
  return (
    <section aria-label={words.title} className="mt-4 max-w-prose">
      <form action={`/orders/${order.orderNo}/receive`} method="post">
        <SubmitButton className="button button-big w-full sm:w-auto" pending={words.confirming}>
          {words.button}
        </SubmitButton>
      </form>
      <p className="mt-2 text-sm text-muted">
        {open ? words.paused : order.finishAt && words.until(beijing(order.finishAt, spoken))}
        {open && isRefund(open, 'asked') && ` ${words.withdraws}`}
      </p>
    </section>
  )
}
