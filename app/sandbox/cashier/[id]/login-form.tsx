import { BANKS } from '@/app/sandbox/banks'
import { GATE_BUTTON } from '@/app/sandbox/gate-button'
import { TEST_BUYER, TEST_PASSWORD } from '@/lib/sandbox/trade'

const FIELD = 'mt-1 min-h-11 w-full border border-gate-field-line bg-gate-card px-3 py-2'

/** The two ways of the cashier of the time: an account, or one of the banks. */
export function LoginForm({ id, buyerEmail }: { id: string; buyerEmail: string | undefined }) {
  const action = `/sandbox/cashier/${id}/login`
  return (
    <div className="space-y-4">
      <form action={action} method="post" className="border border-gate-line bg-gate-card p-5">
        <h2 className="text-lg font-semibold text-gate">付款方式一：有支付宝账户</h2>
        <label className="mt-3 block">
          账户名
          <input
            name="account"
            required
            maxLength={100}
            defaultValue={buyerEmail ?? TEST_BUYER}
            className={FIELD}
          />
        </label>
        <label className="mt-3 block">
          登录密码
          <input name="password" type="password" required defaultValue={TEST_PASSWORD} className={FIELD} />
        </label>
        <p className="mt-1 text-sm text-muted">测试买家已经填好，密码都是 {TEST_PASSWORD}。</p>
        <button className={`${GATE_BUTTON} mt-4 w-full`}>登录并确认购买</button>
      </form>
      <details className="border border-gate-line bg-gate-card p-5">
        <summary className="cursor-pointer text-lg font-semibold text-gate">
          付款方式二：没有支付宝账户，用网上银行
        </summary>
        <form action={action} method="post" className="mt-3">
          <fieldset className="grid grid-cols-2 gap-2 sm:grid-cols-3">
            <legend className="mb-2">选择银行</legend>
            {BANKS.map((bank, index) => (
              <label key={bank} className="flex items-center gap-1.5 text-sm">
                <input type="radio" name="bank" value={bank} required defaultChecked={index === 0} />
                {bank}
              </label>
            ))}
          </fieldset>
          <label className="mt-4 block">
            您常用的 Email 地址或手机号码
            <input name="account" required maxLength={100} defaultValue="13800138000" className={FIELD} />
          </label>
          <p className="mt-1 text-sm text-muted">它会成为您的支付宝账户名。</p>
          <button className={`${GATE_BUTTON} mt-4 w-full`}>下一步</button>
        </form>
      </details>
    </div>
  )
}
