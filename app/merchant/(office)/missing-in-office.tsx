import { EmptyState } from '@/app/ui/empty-state'
import { errorWords } from '@/app/ui/error-words'
import { ShopLink } from '@/app/ui/shop-link'
import { wordsIn } from '@/lib/language'
import { setNotFound } from '@/lib/page-status'

/** In place of a page of the back office that does not exist. Status 404. */
export async function MissingInOffice() {
  setNotFound()
  const words = await wordsIn(errorWords)
  return (
    <EmptyState picture="dahongpao.svg" title={words.notFound} text={words.notInOffice}>
      <ShopLink href="/merchant" className="button">
        {words.toOffice}
      </ShopLink>
    </EmptyState>
  )
}
