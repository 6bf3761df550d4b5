'use server'

import { headers } from 'next/headers'
import { forbidden } from 'next/navigation'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { env } from '@/lib/env'
import { findUnsettled } from '@/lib/orders/find-unsettled'
import { type Finding, reconcile } from '@/lib/payments/reconcile'
import { isForeign } from '@/lib/same-origin'

const OLDER_THAN_MS = 30 * 60 * 1000
/** As many as a person waits for; the rest is for the next time, or for npm run reconcile. */
const LIMIT = 20

export interface Reconciled {
  findings: Finding[]
  /** Whether there are orders that were not asked about. */
  more: boolean
}

/** Asks the gateway about the orders that have had no news for half an hour. */
export async function runReconcile(): Promise<Reconciled> {
  if (isForeign({ headers: await headers() })) forbidden()
  await requireMerchant()
  const orders = await findUnsettled(OLDER_THAN_MS, LIMIT + 1)
  const findings: Finding[] = []
  for await (const finding of reconcile(orders.slice(0, LIMIT), env().alipay)) findings.push(finding)
  return { findings, more: findings.length < orders.length }
}
