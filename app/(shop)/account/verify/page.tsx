import Link from 'next/link'
import { FlashNote } from '@/app/ui/flash-note'
import { pageTitle } from '@/app/ui/page-title'
import { SubmitButton } from '@/app/ui/submit-button'
import { wordsIn } from '@/lib/language'
import { accountWords } from '../account-words'

export const generateMetadata = pageTitle(accountWords, 'verify')

/** The page of a link that proves an address. Looking at it changes nothing, since mail programs look at links too. */
export default async function VerifyPage({ searchParams }: PageProps<'/account/verify'>) {
  const { token, done, failed } = await searchParams
  const words = await wordsIn(accountWords)
  const isAsking = typeof token === 'string' && done !== 'verified' && failed !== 'invalid'
  return (
    <div className="mx-auto max-w-md">
      <h1>{words.verify}</h1>
      {isAsking ? (
        <form action="/account/verify/check" method="post" className="card mt-6 space-y-5 p-5 sm:p-6">
          <p>{words.verifyIntro}</p>
          <input type="hidden" name="token" value={token} />
          <SubmitButton className="button w-full">{words.verify}</SubmitButton>
        </form>
      ) : (
        <>
          <FlashNote tone={done === 'verified' ? 'go' : 'bad'} className="mt-6">
            {done === 'verified' ? words.verifyDone : words.verifyInvalid}
          </FlashNote>
          <Link href="/account" prefetch={false} className="button-plain mt-6">
            {words.account}
          </Link>
        </>
      )}
    </div>
  )
}
