import { wordsIn } from '@/lib/language'
import { errorWords } from './ui/error-words'
import { ShopFrame } from './ui/shop-frame'

/** Status 403: signed in, but without the role for this page. */
export default async function Forbidden() {
  const words = await wordsIn(errorWords)
  return (
    <ShopFrame>
      <h1 className="text-2xl font-semibold">{words.forbidden}</h1>
      <p className="mt-2 max-w-prose text-muted">{words.forbiddenHint}</p>
      <form action="/merchant/sign-out" method="post" className="mt-6">
        <button className="button">{words.signOut}</button>
      </form>
    </ShopFrame>
  )
}
