import { headers } from 'next/headers'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { readFlash } from '@/app/forms/flash'
import { Field } from '@/app/ui/field'
import { FlashNote } from '@/app/ui/flash-note'
import { SubmitButton } from '@/app/ui/submit-button'
import { afterSignInPath } from '@/lib/accounts/redirect-path'
import { visitorOf } from '@/lib/accounts/session'
import { wordsIn } from '@/lib/language'
import { AccountCard } from './account-card'
import { accountWords } from './account-words'
import { TypedEmail } from './typed-email'

interface Props {
  way: 'sign-in' | 'sign-up'
  query: Record<string, string | string[] | undefined>
}

/** The page that signs in, or the one that signs up, each with a link to the other. */
export async function CredentialsForm({ way, query }: Props) {
  const typed = await readFlash(query, TypedEmail)
  const path = afterSignInPath(query.next)
  if (await visitorOf(await headers())) redirect(path)
  const words = await wordsIn(accountWords)
  const failed = String(query.failed)
  const isNew = way === 'sign-up'
  return (
    <AccountCard
      title={isNew ? words.signUp : words.signIn}
      intro={
        <>
          {query.done === 'deleted' && <FlashNote tone="go">{words.deleted}</FlashNote>}
          {query.done === 'reset' && <FlashNote tone="go">{words.resetDone}</FlashNote>}
          <p>{isNew ? words.signUpIntro : words.signInIntro}</p>
        </>
      }
      action={`/account/${way}/check`}
      failed={failed}
      footer={
        <>
          {isNew ? words.hasAccount : words.noAccount}{' '}
          <Link
            href={`/account/${isNew ? 'sign-in' : 'sign-up'}?${new URLSearchParams({ next: path })}`}
            className="text-accent underline underline-offset-2"
          >
            {isNew ? words.signIn : words.signUp}
          </Link>
          <Link href="/orders" prefetch={false} className="link mt-2 block py-1">
            {words.guestOrders}
          </Link>
        </>
      }
    >
      <input type="hidden" name="next" value={path} />
      <Field
        required
        maxLength={254}
        name="email"
        label={words.email}
        type="email"
        autoComplete="username"
        hint={isNew ? words.emailHint : undefined}
        error={words.emailErrors.get(failed)}
        defaultValue={typed?.email ?? ''}
      />
      <Field
        required
        maxLength={254}
        name="password"
        label={words.password}
        type="password"
        autoComplete={isNew ? 'new-password' : 'current-password'}
        hint={isNew ? words.newPasswordHint : undefined}
        error={failed === 'wrong' ? words.wrong.signIn : words.passwordErrors.get(failed)}
      />
      <SubmitButton className="button w-full">{isNew ? words.signUp : words.signIn}</SubmitButton>
      {!isNew && (
        <p className="text-sm">
          <Link href="/account/forgot" prefetch={false} className="link py-1">
            {words.forgotLink}
          </Link>
        </p>
      )}
    </AccountCard>
  )
}
