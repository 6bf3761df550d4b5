import Link from 'next/link'
import { pageTitle } from '@/app/ui/page-title'
import { wordsIn } from '@/lib/language'
import { BareFrame } from './ui/bare-frame'
import { EmptyState } from './ui/empty-state'
import { errorWords } from './ui/error-words'

export const generateMetadata = pageTitle(errorWords, 'notFound')

/** Outside of the shop's frame and the office's: the pages of a gateway that is closed, and a trade that it does not know. */
export default async function NotFound() {
  const words = await wordsIn(errorWords)
  return (
    <BareFrame home={words.toShelf}>
      <EmptyState picture="dahongpao.svg" title={words.notFound} text={words.outsideHint}>
        <Link href="/" className="button">
          {words.toShelf}
        </Link>
      </EmptyState>
    </BareFrame>
  )
}
