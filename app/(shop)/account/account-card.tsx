import Link from 'next/link'
import type { ReactNode } from 'react'
import { wordsIn } from '@/lib/language'
import { accountWords } from './account-words'

interface Props {
  title: string
  intro: ReactNode
  action: string
  /** Why the form was refused (?failed=). */
  failed: unknown
  children: ReactNode
  /** Below the form; a link back to the account if it is missing. */
  footer?: ReactNode
}

/** A page with one form. */
export async function AccountCard({ title, intro, action, failed, children, footer }: Props) {
  const words = await wordsIn(accountWords)
  return (
    <div className="mx-auto max-w-md">
      <h1>{title}</h1>
      <div className="mt-2 space-y-2 text-muted">{intro}</div>
      <form action={action} method="post" noValidate className="card mt-6 space-y-5 p-5 sm:p-6">
        {failed === 'too_many' && (
          <p role="alert" className="text-bad">
            {words.tooMany}
          </p>
        )}
        {children}
      </form>
      <p className="mt-5 text-center text-sm text-muted">
        {footer ?? (
          <Link href="/account" prefetch={false} className="text-accent underline underline-offset-2">
            {words.backToAccount}
          </Link>
        )}
      </p>
    </div>
  )
}
