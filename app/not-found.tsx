import Link from 'next/link'
import { pageTitle } from '@/app/ui/page-title'
import { wordsIn } from '@/lib/language'
import { EmptyState } from './ui/empty-state'
import { errorWords } from './ui/error-words'
import { ShopFrame } from './ui/shop-frame'

export const generateMetadata = pageTitle(errorWords, 'notFound')

export default async function NotFound() {
  const words = await wordsIn(errorWords)
  return (
    <ShopFrame>
      <EmptyState picture="dahongpao.svg" title={words.notFound} text={words.notFoundHint}>
        <Link href="/" className="button">
          {words.toShelf}
        </Link>
        <Link href="/orders" prefetch={false} className="button-plain">
          {words.orders}
        </Link>
      </EmptyState>
    </ShopFrame>
  )
}
