import { EmptyState } from '@/app/ui/empty-state'
import { errorWords } from '@/app/ui/error-words'
import { pageTitle } from '@/app/ui/page-title'
import { ShopLink } from '@/app/ui/shop-link'
import { wordsIn } from '@/lib/language'

export const generateMetadata = pageTitle(errorWords, 'notFound')

export default async function NotInOffice() {
  const words = await wordsIn(errorWords)
  return (
    <EmptyState picture="dahongpao.svg" title={words.notFound} text={words.notInOffice}>
      <ShopLink href="/merchant" className="button">
        {words.toOffice}
      </ShopLink>
    </EmptyState>
  )
}
