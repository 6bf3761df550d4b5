import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { readFlash } from '@/app/forms/flash'
import { Field } from '@/app/ui/field'
import { afterSignInPath } from '@/lib/accounts/redirect-path'
import { visitorOf } from '@/lib/accounts/session'
import { wordsIn } from '@/lib/language'
import { AccountCard } from '../account-card'
import { accountWords } from '../account-words'
import { TypedEmail } from '../typed-email'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsIn(accountWords)).signUp }
}

export default async function SignUpPage({ searchParams }: PageProps<'/account/sign-up'>) {
  const query = await searchParams
  const { next, failed } = query
  const typed = await readFlash(query, TypedEmail)
  const path = afterSignInPath(next)
  if (await visitorOf(await headers())) redirect(path)
  const words = await wordsIn(accountWords)
  const kind = typeof failed === 'string' ? failed : ''
  return (
    <AccountCard
      title={words.signUp}
      intro={<p>{words.signUpIntro}</p>}
      action="/account/sign-up/check"
      complaint={kind === 'too_many' && words.tooMany}
      footer={
        <>
          {words.hasAccount}{' '}
          <Link
            href={`/account/sign-in?${new URLSearchParams({ next: path })}`}
            className="text-accent underline underline-offset-2"
          >
            {words.signIn}
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
        hint={words.emailHint}
        error={words.emailErrors[kind]}
        defaultValue={typed?.email ?? ''}
      />
      <Field
        required
        maxLength={254}
        name="password"
        label={words.password}
        type="password"
        autoComplete="new-password"
        hint={words.newPasswordHint}
        error={words.passwordErrors[kind]}
      />
      <button className="button w-full">{words.signUp}</button>
    </AccountCard>
  )
}
