import { logIn, TEST_PASSWORD } from '@/lib/sandbox/trade/cashier-steps'
import { BANKS } from '../../banks'
import { backToCashier, cashierStep, FormSlip } from '../../cashier-step'

const ACCOUNT = /^([\w.+-]+@[\w-]+(\.[\w-]+)+|1\d{10})$/

/** Step one. By account with its password, or by bank with an address that becomes the account. */
export const POST = cashierStep(async (id, form) => {
  const account = String(form.get('account') ?? '').trim()
  if (!ACCOUNT.test(account) || account.length > 100) throw new FormSlip('account')
  const byBank = BANKS.some(({ en }) => en === form.get('bank'))
  if (!byBank && form.get('password') !== TEST_PASSWORD) throw new FormSlip('password')
  await logIn(id, account)
})

export const GET = backToCashier
