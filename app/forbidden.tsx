import { wordsIn } from '@/lib/language'
import { BareFrame } from './ui/bare-frame'
import { EmptyState } from './ui/empty-state'
import { errorWords } from './ui/error-words'

/** Status 403: signed in, but without the role for this page. */
export default async function Forbidden() {
  const words = await wordsIn(errorWords)
  return (
    <BareFrame home={words.toShelf}>
      <EmptyState picture="zisha.svg" title={words.forbidden} text={words.forbiddenHint}>
        <form action="/merchant/sign-out" method="post">
          <button className="button">{words.signOut}</button>
        </form>
      </EmptyState>
    </BareFrame>
  )
}
