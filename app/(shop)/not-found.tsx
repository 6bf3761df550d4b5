import { EmptyState } from '@/app/ui/empty-state'
import { errorWords } from '@/app/ui/error-words'
import { pageTitle } from '@/app/ui/page-title'
import { ShopLink } from '@/app/ui/shop-link'
import { wordsIn } from '@/lib/language'

export const generateMetadata = pageTitle(errorWords, 'notFound')

export default async function NotFound() {
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
