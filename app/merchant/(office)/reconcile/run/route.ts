import { again } from '@/app/forms/flash'
import { merchantRoute } from '@/app/merchant/merchant-route'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { findUnsettled } from '@/lib/orders/find-unsettled'
import { type Finding, reconcile } from '@/lib/payments/reconcile'
import type { Reconciled } from '../reconciled'

const OLDER_THAN_MS = 30 * 60 * 1000
/** As many queries as a person waits for; `npm run reconcile` has no limit. */
const LIMIT = 20

/** Queries the gateway about orders without an update for half an hour: 303 back to the page, which shows the result. */
export const POST = merchantRoute(async () => {
  const orders = await findUnsettled(OLDER_THAN_MS, LIMIT + 1)
  const findings: Finding[] = []
  for await (const finding of reconcile(orders.slice(0, LIMIT), ownGateway())) findings.push(finding)
  return again('/merchant/reconcile', {
    findings,
    more: findings.length < orders.length,
  } satisfies Reconciled)
})
