import { LOGISTICS_GROUPS, pay } from '@/lib/sandbox/trade'
import { cashierStep } from '../cashier-step'

/** Step two. */
export const POST = cashierStep(async (id, form) => {
  await pay(
    id,
    LOGISTICS_GROUPS.find((group) => group === form.get('logistics')),
  )
  return '/paid'
})
