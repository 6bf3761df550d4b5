import { parseYuan } from '@/lib/alipay/money'
import { LOGISTICS_GROUPS, pay } from '@/lib/sandbox/trade/cashier-steps'
import { backToCashier, cashierStep } from '../../cashier-step'

/** Step two: pay. */
export const POST = cashierStep(async (id, form) => {
  await pay(id, {
    group: LOGISTICS_GROUPS.find((group) => group === form.get('logistics')),
    instant: form.get('instant') === 'true',
    shownFen: parseYuan(String(form.get('total_fee') ?? '')),
  })
  return undefined
})

export const GET = backToCashier
