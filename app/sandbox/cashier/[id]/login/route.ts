import { logIn, TEST_PASSWORD } from '@/lib/sandbox/trade/cashier-steps'
import { BANKS } from '../../banks'
import { backToCashier, cashierStep } from '../../cashier-step'

const ACCOUNT = /^([\w.+-]+@[\w-]+(\.[\w-]+)+|1\d{10})$/

/** Step one: log in, by an account with its password, or by a bank with an address that becomes the account. */
export const POST = cashierStep(async (id, form) => {
  const account = String(form.get('account') ?? '').trim()
  if (!ACCOUNT.test(account) || account.length > 100) return 'account'
  const byBank = BANKS.some(({ en }) => en === form.get('bank'))
  if (!byBank && form.get('password') !== TEST_PASSWORD) return 'password'
  await logIn(id, account)
  return undefined
})

export const GET = backToCashier
