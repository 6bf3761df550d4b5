import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AccountCard } from '../account-card'
import { BackToAccount } from '../back-to-account'
import { FormField } from '../form-field'
import { TOO_MANY } from '../form-words'
import { requireAccount } from '../require-account'

export const metadata: Metadata = { title: '注销账号' }

export default async function DeletePage({ searchParams }: PageProps<'/account/delete'>) {
  const { email, role } = await requireAccount('/account/delete')
  if (role !== null) redirect('/account')
  const { failed } = await searchParams
  return (
    <AccountCard
      title="注销账号"
      action="/account/delete/check"
      complaint={failed === 'too_many' && TOO_MANY}
    >
      <p className="[overflow-wrap:anywhere]">{email} 的登录信息和购物车会马上删除，不能恢复。</p>
      <p>
        订单留在店里，照常发货和退款，但您在本店再也看不到它们，用同一个邮箱重新注册也看不到。
        <strong className="font-semibold">还没走完的交易，请注销之后到支付宝里继续。</strong>
      </p>
      <FormField
        name="password"
        label="密码"
        type="password"
        autoComplete="current-password"
        hint="确认是您本人。"
        error={failed === 'wrong' ? '密码不对，账号没有注销。' : undefined}
      />
      <button className="button w-full">注销账号</button>
      <BackToAccount />
    </AccountCard>
  )
}
