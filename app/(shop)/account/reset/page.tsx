import Link from 'next/link'
import { Field } from '@/app/ui/field'
import { FlashNote } from '@/app/ui/flash-note'
import { pageTitle } from '@/app/ui/page-title'
import { SubmitButton } from '@/app/ui/submit-button'
import { accountOfLink } from '@/lib/accounts/reset-password'
import { wordsIn } from '@/lib/language'
import { AccountCard } from '../account-card'
import { accountWords } from '../account-words'

export const generateMetadata = pageTitle(accountWords, 'reset')

/** The page of a link for a new password. Looking at it changes nothing, since mail programs look at links too. */
export default async function ResetPage({ searchParams }: PageProps<'/account/reset'>) {
  const query = await searchParams
  const words = await wordsIn(accountWords)
  const failed = String(query.failed)
  const token = typeof query.token === 'string' ? query.token : ''
  const email = await accountOfLink(token)
  if (email === undefined)
    return (
      <div className="mx-auto max-w-md">
        <h1>{words.reset}</h1>
        <FlashNote tone="bad" className="mt-6">
          {words.linkInvalid}
        </FlashNote>
        <Link href="/account/forgot" prefetch={false} className="button mt-6">
          {words.askAgain}
        </Link>
      </div>
    )
  return (
    <AccountCard
      title={words.reset}
      intro={
        <>
          <p translate="no" className="font-semibold text-ink [overflow-wrap:anywhere]">
            {email}
          </p>
          <p>{words.resetIntro}</p>
        </>
      }
      action="/account/reset/check"
      failed={failed}
      footer={
        <Link href="/account/sign-in" prefetch={false} className="link py-1">
          {words.signIn}
        </Link>
      }
    >
      <input type="hidden" name="token" value={token} />
      {/* tells password managers which account it is */}
      <input type="text" name="email" autoComplete="username" value={email} readOnly hidden />
      <Field
        required
        maxLength={254}
        name="new"
        label={words.newPassword}
        type="password"
        autoComplete="new-password"
        hint={words.newPasswordHint}
        error={words.passwordErrors.get(failed)}
      />
      <SubmitButton className="button w-full">{words.reset}</SubmitButton>
    </AccountCard>
  )
}
