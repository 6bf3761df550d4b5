import { headers } from 'next/headers'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { TypedEmail } from '@/app/(shop)/account/typed-email'
import { readFlash } from '@/app/forms/flash'
import { Field } from '@/app/ui/field'
import { ShopFrame } from '@/app/ui/shop-frame'
import { pageTitle } from '@/app/ui/page-title'
import { backOfficePath } from '@/lib/accounts/redirect-path'
import { visitorOf } from '@/lib/accounts/session'
import { env } from '@/lib/env'
import { wordsIn } from '@/lib/language'
import { signInWords } from './sign-in-words'

export const generateMetadata = pageTitle(signInWords, 'title')

/**
 * The sign-in to the back office. Only with the sandbox does it say where the password comes from: the page of a real shop
 * is public.
 */
export default async function SignInPage({ searchParams }: PageProps<'/merchant/sign-in'>) {
  const query = await searchParams
  const { next, failed } = query
  const typed = await readFlash(query, TypedEmail)
  const path = backOfficePath(next)
  const visitor = await visitorOf(await headers())
  if (visitor?.role === 'merchant') redirect(path)
  const words = await wordsIn(signInWords)
  const complaint = Object.entries(words.failed).find(([word]) => word === failed)?.[1]
  return (
    <ShopFrame>
      <form action="/merchant/sign-in/check" method="post" className="card mx-auto max-w-md space-y-5 p-6">
        <h1 className="text-2xl font-semibold">{words.title}</h1>
        {complaint && (
          <p role="alert" className="text-bad">
            {complaint}
          </p>
        )}
        <input type="hidden" name="next" value={path} />
        <Field
          name="email"
          label={words.email}
          type="email"
          autoComplete="username"
          defaultValue={typed?.email}
          required
        />
        <Field
          name="password"
          label={words.password}
          type="password"
          autoComplete="current-password"
          required
        />
        <button className="button w-full">{words.signIn}</button>
        {env().mail && (
          <p className="text-sm">
            <Link href="/account/forgot" prefetch={false} className="link py-1">
              {words.forgot}
            </Link>
          </p>
        )}
        {env().sandbox && (
          <p className="text-sm text-muted">
            {words.whereFrom}
            <code className="text-ink">npm run merchant:password</code>
            {words.afterCommand}
          </p>
        )}
      </form>
    </ShopFrame>
  )
}
