import type { Metadata } from 'next'
import { Field } from '@/app/ui/field'
import { wordsIn } from '@/lib/language'
import { AccountCard } from '../account-card'
import { accountWords } from '../account-words'
import { BackToAccount } from '../back-to-account'
import { requireAccount } from '../require-account'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsIn(accountWords)).changePassword }
}

export default async function PasswordPage({ searchParams }: PageProps<'/account/password'>) {
  const { email } = await requireAccount('/account/password')
  const words = await wordsIn(accountWords)
  const { failed } = await searchParams
  const kind = typeof failed === 'string' ? failed : ''
  return (
    <AccountCard
      title={words.changePassword}
      intro={<p>{words.changeIntro}</p>}
      action="/account/password/check"
      complaint={kind === 'too_many' && words.tooMany}
      footer={<BackToAccount />}
    >
      {/* tells password managers which account it is */}
      <input type="text" name="email" autoComplete="username" value={email} readOnly hidden />
      <Field
        required
        maxLength={254}
        name="current"
        label={words.currentPassword}
        type="password"
        autoComplete="current-password"
        error={kind === 'wrong' ? words.wrong.change : undefined}
      />
      <Field
        required
        maxLength={254}
        name="new"
        label={words.newPassword}
        type="password"
        autoComplete="new-password"
        hint={words.newPasswordHint}
        error={words.passwordErrors[kind]}
      />
      <button className="button w-full">{words.changePassword}</button>
    </AccountCard>
  )
}
