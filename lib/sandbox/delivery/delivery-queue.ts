import type { Delivery } from '@/generated/sandbox/client'
import { isAcknowledged } from './acknowledgement'
import { now } from '../clock'
import { db } from '../db'
import { MAX_SLOW_MS } from '../faults/fault-kinds'
import { type Hold, mischiefFor, releaseHeld } from '../faults/faults'
import { ATTEMPT_TIMEOUT_MS, postDelivery } from './post-delivery'

/**
 * Delivers notifications. The queue is the table of deliveries, so it survives a restart; a delivery is claimed by a
 * guarded update before it is posted, so any number of couriers share the work.
 */

/** Minutes between attempts, after the first (protocol.md 5.7): 24 h 22 min and 8 attempts in all. */
export const RETRY_MINUTES = [2, 10, 10, 60, 120, 360, 900]

/**
 * A claim outlives its attempt, and the wait that a fault may put before it, only where the process died; then another
 * courier may take the delivery.
 */
const CLAIM_MS = ATTEMPT_TIMEOUT_MS + MAX_SLOW_MS + 5_000

/** Looks now, without waiting for the end of it. */
export function wakeCourier(): void {
  deliverDue().catch((error: unknown) => console.error('sandbox courier:', error))
}

/**
 * Posts everything due by the sandbox's clock and not in other hands: trades side by side, one trade's one after the
 * other, in the order in which they came about.
 */
export async function deliverDue(): Promise<void> {
  for (;;) {
    const inHand = { claimedUntil: { gt: new Date() } }
    const due = await db().delivery.findMany({
      where: { nextAttemptAt: { lte: await now() }, trade: { deliveries: { none: inHand } } },
      orderBy: { position: 'asc' },
      distinct: 'tradeId',
      take: 500,
    })
    if (due.length === 0) return
    await Promise.all(due.map(async (delivery) => (await claim(delivery)) && attempt(delivery)))
  }
}

/** Posts everything due, and waits for what other couriers have in hand. */
export async function deliverAllDue(): Promise<void> {
  for (;;) {
    await deliverDue()
    if ((await db().delivery.count({ where: { nextAttemptAt: { lte: await now() } } })) === 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/**
 * Waits until everything due of one trade has been posted, for at most `mostMs` milliseconds: what a party has just done is
 * then told with what the shop answered.
 */
export async function untilTold(tradeId: string, mostMs: number): Promise<void> {
  const deadline = performance.now() + mostMs
  wakeCourier()
  while (performance.now() < deadline) {
    const due = { tradeId, nextAttemptAt: { lte: await now() } }
    if ((await db().delivery.count({ where: due })) === 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Sends one delivery again, whatever became of it, and tells how that ended. Undefined if there is none. */
export async function resend(id: string): Promise<Delivery | undefined> {
  const { count } = await db().delivery.updateMany({
    where: { id },
    data: { acknowledged: false, nextAttemptAt: await now() },
  })
  if (count === 0) return undefined
  await deliverAllDue()
  return db().delivery.findUniqueOrThrow({ where: { id } })
}

/** 申请故障恢复 (spec.md F14): sends at once all that were never answered `success`. Answers how many. */
export async function recover(): Promise<number> {
  const { count } = await db().delivery.updateMany({
    where: { acknowledged: false },
    data: { nextAttemptAt: await now() },
  })
  await deliverAllDue()
  return count
}

async function claim({ id, nextAttemptAt, claimedUntil }: Delivery): Promise<boolean> {
  const { count } = await db().delivery.updateMany({
    where: { id, nextAttemptAt, claimedUntil },
    data: { claimedUntil: new Date(Date.now() + CLAIM_MS) },
  })
  return count === 1
}

async function attempt(delivery: Delivery): Promise<void> {
  const at = await now()
  const started = performance.now()
  const post = (body: Uint8Array<ArrayBuffer>) => postDelivery(delivery, body)
  const mischief = await mischiefFor(delivery, at)
  if (mischief?.kind === 'hold') return holdBack(delivery, at, mischief)
  const answers = mischief ? await mischief.send(post) : [await post(delivery.body)]

  const acknowledged = answers.some(isAcknowledged)
  const wait = RETRY_MINUTES[delivery.retries]
  const nextAttemptAt = acknowledged || wait === undefined ? null : new Date(at.getTime() + wait * 60_000)
  await db().$transaction(async (tx) => {
    const retries = { increment: acknowledged ? 0 : 1 }
    const { count } = await tx.delivery.updateMany({
      where: { id: delivery.id },
      data: { acknowledged, nextAttemptAt, claimedUntil: null, retries, heldFor: null },
    })
    if (count === 0) return // the sandbox was reset meanwhile
    const milliseconds = Math.round(performance.now() - started)
    const fault = mischief?.fault
    const rows = answers.map((answer) => ({ ...answer, deliveryId: delivery.id, at, milliseconds, fault }))
    await tx.attempt.createMany({ data: rows })
  })
  if (acknowledged) await releaseHeld('next', delivery, at)
}

/** A fault has it wait; that is no attempt of its schedule. */
async function holdBack({ id }: Delivery, at: Date, { fault, heldFor, until }: Hold): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.delivery.updateMany({
      where: { id },
      data: { nextAttemptAt: until, claimedUntil: null, heldFor },
    })
    if (count === 0) return // the sandbox was reset meanwhile
    const attempt = { deliveryId: id, at, status: null, body: '(held back)', milliseconds: 0, fault }
    await tx.attempt.create({ data: attempt })
  })
}
