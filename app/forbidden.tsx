import { wordsIn } from '@/lib/language'
import { EmptyState } from './ui/empty-state'
import { errorWords } from './ui/error-words'
import { ShopFrame } from './ui/shop-frame'

/** Status 403: signed in, but without the role for this page. */
export default async function Forbidden() {
  const words = await wordsIn(errorWords)
  return (
    <ShopFrame>
      <EmptyState picture="zisha.svg" title={words.forbidden} text={words.forbiddenHint}>
        <form action="/merchant/sign-out" method="post">
          <button className="button">{words.signOut}</button>
        </form>
      </EmptyState>
    </ShopFrame>
  )
}
