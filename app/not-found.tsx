import Link from 'next/link'
import { pageTitle } from '@/app/ui/page-title'
import { wordsIn } from '@/lib/language'
import { BareFrame } from './ui/bare-frame'
import { EmptyState } from './ui/empty-state'
import { errorWords } from './ui/error-words'

export const generateMetadata = pageTitle(errorWords, 'notFound')

/** The pages of a sandbox that is closed. */
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
