import { Field } from '@/app/ui/field'
import { pageTitle } from '@/app/ui/page-title'
import { SubmitButton } from '@/app/ui/submit-button'
import { wordsIn } from '@/lib/language'
import { AccountCard } from '../account-card'
import { accountWords } from '../account-words'
import { requireAccount } from '../require-account'

export const generateMetadata = pageTitle(accountWords, 'changePassword')

export default async function PasswordPage({ searchParams }: PageProps<'/account/password'>) {
  const { email } = await requireAccount('/account/password')
  const words = await wordsIn(accountWords)
  const failed = String((await searchParams).failed)
  return (
    <AccountCard
      title={words.changePassword}
      intro={<p>{words.changeIntro}</p>}
      action="/account/password/check"
      failed={failed}
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
        error={failed === 'wrong' ? words.wrong.change : undefined}
      />
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
      <SubmitButton className="button w-full">{words.changePassword}</SubmitButton>
    </AccountCard>
  )
}
