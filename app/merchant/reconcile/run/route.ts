import { again } from '@/app/flash'
import { merchantRoute } from '@/app/merchant/merchant-route'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { findUnsettled } from '@/lib/orders/find-unsettled'
import { type Finding, reconcile } from '@/lib/payments/reconcile'
import type { Reconciled } from '../reconciled'

const OLDER_THAN_MS = 30 * 60 * 1000
/** As many as a person waits for; the rest is for the next time, or for npm run reconcile. */
const LIMIT = 20

/** Asks the gateway about the orders that have had no news for half an hour: 303 back to the page, which shows what came of it. */
export const POST = merchantRoute(async () => {
  const orders = await findUnsettled(OLDER_THAN_MS, LIMIT + 1)
  const findings: Finding[] = []
  for await (const finding of reconcile(orders.slice(0, LIMIT), ownGateway())) findings.push(finding)
  return again('/merchant/reconcile', {
    findings,
    more: findings.length < orders.length,
  } satisfies Reconciled)
})
