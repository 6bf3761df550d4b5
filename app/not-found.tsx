import Link from 'next/link'
import { pageTitle } from '@/app/ui/page-title'
import { wordsIn } from '@/lib/language'
import { errorWords } from './ui/error-words'
import { ShopFrame } from './ui/shop-frame'

export const generateMetadata = pageTitle(errorWords, 'notFound')

export default async function NotFound() {
  const words = await wordsIn(errorWords)
  return (
    <ShopFrame>
      <h1 className="text-2xl font-semibold">{words.notFound}</h1>
      <p className="mt-2 max-w-prose text-muted">{words.notFoundHint}</p>
      <Link href="/" className="button mt-6">
        {words.toShelf}
      </Link>
    </ShopFrame>
  )
}
