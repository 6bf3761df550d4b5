import Link from 'next/link'
import { readFlash } from '@/app/forms/flash'
import { Field } from '@/app/ui/field'
import { FlashNote } from '@/app/ui/flash-note'
import { pageTitle } from '@/app/ui/page-title'
import { SubmitButton } from '@/app/ui/submit-button'
import { env } from '@/lib/env'
import { wordsIn } from '@/lib/language'
import { canMail } from '@/lib/mail/can-mail'
import { AccountCard } from '../account-card'
import { accountWords } from '../account-words'
import { TypedEmail } from '../typed-email'

export const generateMetadata = pageTitle(accountWords, 'forgot')

/** Asks for the address to which a link for a new password goes. Says the same whether or not it has an account. */
export default async function ForgotPage({ searchParams }: PageProps<'/account/forgot'>) {
  const query = await searchParams
  const typed = await readFlash(query, TypedEmail)
  const words = await wordsIn(accountWords)
  const failed = String(query.failed)
  if (!canMail())
    return (
      <div className="mx-auto max-w-md">
        <h1>{words.forgot}</h1>
        <FlashNote tone="wait" className="mt-6">
          {words.noMail}{' '}
          <Link href="/contact" prefetch={false}>
            {words.contact}
          </Link>
        </FlashNote>
      </div>
    )
  return (
    <AccountCard
      title={words.forgot}
      intro={
        query.done === 'asked' ? (
          <FlashNote tone="go">
            <p>{words.resetAsked}</p>
            {!env().mail && (
              <p className="mt-2">
                {words.keptInOffice}{' '}
                <Link href="/merchant/mails" prefetch={false}>
                  {words.mails}
                </Link>
              </p>
            )}
          </FlashNote>
        ) : (
          <p>{words.forgotIntro}</p>
        )
      }
      action="/account/forgot/send"
      failed={failed}
      footer={
        <Link href="/account/sign-in" prefetch={false} className="link py-1">
          {words.signIn}
        </Link>
      }
    >
      <Field
        required
        maxLength={254}
        name="email"
        label={words.email}
        type="email"
        autoComplete="username"
        error={words.emailErrors.get(failed)}
        defaultValue={typed?.email ?? ''}
      />
      <SubmitButton className="button w-full" pending={words.sending}>
        {words.sendLink}
      </SubmitButton>
    </AccountCard>
  )
}
