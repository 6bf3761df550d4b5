import { setTimeout as sleep } from 'node:timers/promises'
import type { Delivery, Prisma, Trade } from '@/generated/sandbox/client'
import { now } from '../clock'
import { db } from '../db'
import { interfaceOf } from '../merchants/methods'
import { MAX_SLOW_MS } from '../faults/fault-kinds'
import { deliveryFault, releaseHeld } from '../faults/faults'
import { sandboxState } from '../state'
import { type Answer, ATTEMPT_TIMEOUT_MS, isAcknowledged, postDelivery } from './post-delivery'

/**
 * Delivers notifications with retries. The queue is the table of deliveries, so it survives a restart; an optimistic
 * lock claims a delivery before it is posted, so any number of processes share the work.
 */

/** Minutes between attempts, after the first (protocol.md 5.7, protocol-open.md 5): about 24 h and 8 attempts in all. */
const RETRY_MINUTES = {
  partner: [2, 10, 10, 60, 120, 360, 900],
  open: [4, 10, 10, 60, 120, 360, 900],
}

/** Longer than any attempt, including a `slow` fault: a claim expires only if its process died. */
const CLAIM_MS = ATTEMPT_TIMEOUT_MS + MAX_SLOW_MS + 5_000

/** Starts a run of the queue, and does not wait for its end. */
export function wakeQueue(): void {
  deliverDue().catch((error: unknown) => sandboxState().reportError('sandbox delivery queue', error))
}

/**
 * Posts everything due by the sandbox's clock that is not claimed: trades side by side, the deliveries of one trade one
 * after the other, oldest first.
 */
export async function deliverDue(): Promise<void> {
  for (;;) {
    const claimed = { claimedUntil: { gt: new Date() } }
    const due = await db().delivery.findMany({
      where: { nextAttemptAt: { lte: await now() }, trade: { deliveries: { none: claimed } } },
      orderBy: { position: 'asc' },
      distinct: 'tradeId',
      take: 500,
      include: { trade: { select: { service: true } } },
    })
    if (due.length === 0) return
    await Promise.all(due.map(async (delivery) => (await claim(delivery)) && attempt(delivery)))
  }
}

/** Posts everything due, and waits for what other processes have claimed. */
export async function deliverAllDue(): Promise<void> {
  for (;;) {
    await deliverDue()
    if ((await db().delivery.count({ where: { nextAttemptAt: { lte: await now() } } })) === 0) return
    await sleep(20)
  }
}

/**
 * Waits until everything due of one trade has been posted, for at most `mostMs` milliseconds, so that a page can show what
 * the shop answered.
 */
export async function untilDelivered(tradeId: string, mostMs: number): Promise<void> {
  const deadline = performance.now() + mostMs
  wakeQueue()
  while (performance.now() < deadline) {
    const due = { tradeId, nextAttemptAt: { lte: await now() } }
    if ((await db().delivery.count({ where: due })) === 0) return
    await sleep(20)
  }
}

/** Sends one delivery again, in any state, and returns it afterwards; undefined if there is none. */
export async function resend(id: string): Promise<Delivery | undefined> {
  const { count } = await db().delivery.updateMany({
    where: { id },
    data: { acknowledged: false, nextAttemptAt: await now() },
  })
  if (count === 0) return undefined
  await deliverAllDue()
  return db().delivery.findUniqueOrThrow({ where: { id } })
}

/** 申请故障恢复 (spec.md F14): sends at once all that were never answered `success`. Returns how many. */
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

async function attempt(delivery: Delivery & { trade: Pick<Trade, 'service'> }): Promise<void> {
  const at = await now()
  const started = performance.now()
  const misbehaviour = await deliveryFault(delivery, at)
  if (misbehaviour?.kind === 'hold') {
    const { fault, heldFor, until } = misbehaviour // it waits, which does not count as one of its attempts
    const row = { at, status: null, body: '(held back)', milliseconds: 0, fault }
    return record(delivery.id, { nextAttemptAt: until, claimedUntil: null, heldFor }, [row])
  }
  const { bodies = [delivery.body], fault, waitMs } = misbehaviour ?? {}
  if (waitMs) await sleep(waitMs)
  const answers =
    bodies.length > 0 ? await Promise.all(bodies.map((body) => postDelivery(delivery, body))) : [NEVER_SENT]

  const acknowledged = answers.some(isAcknowledged)
  const wait = RETRY_MINUTES[interfaceOf(delivery.trade.service)][delivery.retries]
  const nextAttemptAt = acknowledged || wait === undefined ? null : new Date(at.getTime() + wait * 60_000)
  const retries = { increment: acknowledged ? 0 : 1 }
  const milliseconds = Math.round(performance.now() - started)
  await record(
    delivery.id,
    { acknowledged, nextAttemptAt, claimedUntil: null, retries, heldFor: null },
    answers.map((answer) => ({ ...answer, at, milliseconds, fault })),
  )
  if (acknowledged) await releaseHeld('next', delivery, at)
}

const NEVER_SENT: Answer = { status: null, body: '(never sent)' }

/** Writes what became of a delivery, and the attempts made. */
async function record(
  id: string,
  data: Prisma.DeliveryUpdateManyMutationInput,
  attempts: Omit<Prisma.AttemptCreateManyInput, 'deliveryId'>[],
): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.delivery.updateMany({ where: { id }, data })
    if (count === 0) return // the sandbox was reset meanwhile
    await tx.attempt.createMany({ data: attempts.map((attempt) => ({ ...attempt, deliveryId: id })) })
  })
}
