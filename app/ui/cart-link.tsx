import Link from 'next/link'
import { countCart } from '@/lib/catalog/cart'
import { currentBuyer } from '../current-buyer'

/** The way to the cart, with how many things are in it. */
export async function CartLink({ className }: { className: string }) {
  const buyerId = await currentBuyer()
  const count = buyerId ? await countCart(buyerId) : 0
  return (
    <Link href="/cart" prefetch={false} className={className}>
      购物车
      {count > 0 && (
        <span className="ml-1 rounded-full bg-accent px-1.5 py-0.5 text-xs font-semibold text-on-accent tabular-nums">
          {count}
          <span className="sr-only"> 件</span>
        </span>
      )}
    </Link>
  )
}
