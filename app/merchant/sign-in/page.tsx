import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { TypedEmail } from '@/app/account/typed-email'
import { readFlash } from '@/app/flash'
import { ShopFrame } from '@/app/ui/shop-frame'
import { backOfficePath } from '@/lib/accounts/redirect-path'
import { visitorOf } from '@/lib/accounts/session'
import { env } from '@/lib/env'
import { wordsIn } from '@/lib/language'
import { signInWords } from './sign-in-words'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await wordsIn(signInWords)).title,
})

/**
 * The way into the back office; a plain form, so that it works without scripts. Where to find the password is said only
 * while the sandbox is the gateway: the page of a real shop is public.
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
        <div>
          <label htmlFor="email" className="font-medium">
            {words.email}
          </label>
          <input
            id="email"
            name="email"
            type="email"
            autoComplete="username"
            defaultValue={typed?.email}
            required
            className="field mt-1"
          />
        </div>
        <div>
          <label htmlFor="password" className="font-medium">
            {words.password}
          </label>
          <input
            id="password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            className="field mt-1"
          />
        </div>
        <button className="button w-full">{words.signIn}</button>
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
