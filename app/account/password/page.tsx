import type { Metadata } from 'next'
import { AccountCard } from '../account-card'
import { BackToAccount } from '../back-to-account'
import { FormField } from '../form-field'
import { NEW_PASSWORD_ERRORS, NEW_PASSWORD_HINT, TOO_MANY } from '../form-words'
import { requireAccount } from '../require-account'

export const metadata: Metadata = { title: '修改密码' }

export default async function PasswordPage({ searchParams }: PageProps<'/account/password'>) {
  const { email } = await requireAccount('/account/password')
  const { failed } = await searchParams
  const kind = typeof failed === 'string' ? failed : ''
  return (
    <AccountCard
      title="修改密码"
      action="/account/password/check"
      complaint={kind === 'too_many' && TOO_MANY}
    >
      <p className="text-muted">改好以后，在其他浏览器里要用新密码重新登录。</p>
      {/* for password managers, which would not know whose password it is */}
      <input type="text" name="email" autoComplete="username" value={email} readOnly hidden />
      <FormField
        name="current"
        label="现在的密码"
        type="password"
        autoComplete="current-password"
        error={kind === 'wrong' ? '现在的密码不对，密码没有改。' : undefined}
      />
      <FormField
        name="new"
        label="新密码"
        type="password"
        autoComplete="new-password"
        hint={NEW_PASSWORD_HINT}
        error={NEW_PASSWORD_ERRORS[kind]}
      />
      <button className="button w-full">修改密码</button>
      <BackToAccount />
    </AccountCard>
  )
}
