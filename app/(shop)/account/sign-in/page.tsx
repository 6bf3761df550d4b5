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
  return { title: (await wordsIn(accountWords)).signIn }
}

export default async function SignInPage({ searchParams }: PageProps<'/account/sign-in'>) {
  const query = await searchParams
  const { next, failed, done } = query
  const typed = await readFlash(query, TypedEmail)
  const path = afterSignInPath(next)
  if (await visitorOf(await headers())) redirect(path)
  const words = await wordsIn(accountWords)
  return (
    <AccountCard
      title={words.signIn}
      intro={
        <>
          {done === 'deleted' && (
            <p role="status" className="text-ink">
              {words.deleted}
            </p>
          )}
          <p>{words.signInIntro}</p>
        </>
      }
      action="/account/sign-in/check"
      complaint={failed === 'too_many' && words.tooMany}
      footer={
        <>
          {words.noAccount}{' '}
          <Link
            href={`/account/sign-up?${new URLSearchParams({ next: path })}`}
            className="text-accent underline underline-offset-2"
          >
            {words.signUp}
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
        defaultValue={typed?.email ?? ''}
      />
      <Field
        required
        maxLength={254}
        name="password"
        label={words.password}
        type="password"
        autoComplete="current-password"
        error={failed === 'wrong' ? words.wrong.signIn : undefined}
      />
      <button className="button w-full">{words.signIn}</button>
    </AccountCard>
  )
}
