import { EmptyState } from '@/app/ui/empty-state'
import { errorWords } from '@/app/ui/error-words'
import { pageTitle } from '@/app/ui/page-title'
import { ShopLink } from '@/app/ui/shop-link'
import { wordsIn } from '@/lib/language'
import { setNotFound } from '@/lib/page-status'

export const missingTitle = pageTitle(errorWords, 'notFound')

/** In place of a page of the shop that does not exist. Status 404. */
export async function Missing() {
  setNotFound()
  const words = await wordsIn(errorWords)
  return (
    <EmptyState picture="dahongpao.svg" title={words.notFound} text={words.notFoundHint}>
      <ShopLink href="/" className="button">
        {words.toShelf}
      </ShopLink>
      <ShopLink href="/orders" className="button-plain">
        {words.orders}
      </ShopLink>
    </EmptyState>
  )
}
