import { BANKS } from '@/app/sandbox/banks'
import { logIn, TEST_PASSWORD } from '@/lib/sandbox/trade'
import { cashierStep, FormSlip } from '../cashier-step'

const ACCOUNT = /^([^@\s]+@[^@\s]+\.[^@\s]+|1\d{10})$/

/** Step one. By account with its password, or by bank with an address that becomes the account. */
export const POST = cashierStep(async (id, form) => {
  const account = String(form.get('account') ?? '').trim()
  if (!ACCOUNT.test(account) || account.length > 100) throw new FormSlip('账户名要写 Email 地址或手机号码')
  const byBank = BANKS.some((bank) => bank === form.get('bank'))
  if (!byBank && form.get('password') !== TEST_PASSWORD)
    throw new FormSlip(`密码不对，测试账户的密码都是 ${TEST_PASSWORD}`)
  await logIn(id, account)
  return ''
})
