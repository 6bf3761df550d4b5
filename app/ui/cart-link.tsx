import { countCart } from '@/lib/catalog/cart'
import { wordsIn } from '@/lib/language'
import { currentBuyer } from '../(shop)/account/current-buyer'
import { frameWords } from './frame-words'
import { Icon } from './line-icon'
import { ShopLink } from './shop-link'

/** The link to the cart with the number of its items. */
export async function CartLink() {
  const words = await wordsIn(frameWords)
  const buyerId = await currentBuyer()
  const count = buyerId ? await countCart(buyerId) : 0
  return (
    <ShopLink href="/cart" className="tool">
      <Icon name="bag" />
      <span className="sr-only">{words.cart}</span>
      {count > 0 && (
        <span className="absolute top-1 right-0.5 min-w-[1.1875rem] rounded-full bg-accent px-1 text-center text-xs leading-[1.1875rem] font-semibold text-on-accent tabular-nums">
          <span aria-hidden="true">{count}</span>
          <span className="sr-only"> {words.inCart(count)}</span>
        </span>
      )}
    </ShopLink>
  )
}
