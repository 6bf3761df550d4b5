import { countCart } from '@/lib/catalog/cart'
import { wordsIn } from '@/lib/language'
import { currentBuyer } from '../(shop)/account/current-buyer'
import { frameWords } from './frame-words'
import { ShopLink } from './shop-link'

/** The link to the cart with the number of its items. */
export async function CartLink({ className }: { className: string }) {
  const words = await wordsIn(frameWords)
  const buyerId = await currentBuyer()
  const count = buyerId ? await countCart(buyerId) : 0
  return (
    <ShopLink href="/cart" className={className}>
      {words.cart}
      {count > 0 && (
        <span className="ml-1 rounded-full bg-accent px-1.5 py-0.5 text-xs font-semibold text-on-accent tabular-nums">
          <span aria-hidden="true">{count}</span>
          <span className="sr-only">{words.inCart(count)}</span>
        </span>
      )}
    </ShopLink>
  )
}
