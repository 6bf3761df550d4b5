import { EmptyState } from '@/app/ui/empty-state'
import { ShopLink } from '@/app/ui/shop-link'
import { wordsIn } from '@/lib/language'
import { setNotFound } from '@/lib/page-status'
import { orderPageWords } from '../order-page-words'

/** The same for an order that does not exist and for one of another buyer, so that order numbers cannot be probed. Status 404. */
export async function MissingOrder() {
  setNotFound()
  const words = await wordsIn(orderPageWords)
  return (
    <EmptyState picture="fairness-cup.svg" title={words.notFound.heading} text={words.notFound.text}>
      <ShopLink href="/orders" className="button">
        {words.orders}
      </ShopLink>
      <ShopLink href="/" className="button-plain">
        {words.goOn}
      </ShopLink>
    </EmptyState>
  )
}
