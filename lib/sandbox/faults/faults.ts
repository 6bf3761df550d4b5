import type { Delivery } from '@/generated/sandbox/client'
import { now, parseDuration } from '../clock'
import type { Answer } from '../delivery/post-delivery'
import { db } from '../db'
import type { FaultKind } from './fault-kinds'
import { takeFault, type Taken } from './fault-queue'
import { mangle } from './corrupt'

/**
 * Scripted misbehaviour of the gateway, to see whether a shop stands it. Three places ask here whether to misbehave:
 * the courier (mischiefFor), notify_verify (verifyFault) and the front door (takeRefusal).
 */

/** What the courier does instead of posting a notification as it is. `fault` says it in words, for the log. */
export type Mischief = Hold | Send
export interface Hold {
  kind: 'hold'
  fault: string
  heldFor: HeldFor
  until: Date
}
interface Send {
  kind: 'send'
  fault: string
  send: (post: Post) => Promise<Answer[]>
}
/** The trade's next notification, the shop's check of the return, or nothing but time. */
type HeldFor = 'next' | 'return' | 'time'
type Body = Uint8Array<ArrayBuffer>
type Post = (body: Body) => Promise<Answer>

const DELIVERY_KINDS: FaultKind[] = [
  ...(['duplicate', 'delay', 'drop', 'reorder', 'tamper', 'wrong-key', 'wrong-charset', 'slow'] as const),
  'return-before-notify',
]
/** Nothing comes that a message could be held for: then it goes out after so long. */
const LONGEST_HOLD_MS = 24 * 60 * 60_000

/** The fault that happens to this attempt, if one does. What was held back goes out unharmed. */
export async function mischiefFor(delivery: Delivery, at: Date): Promise<Mischief | undefined> {
  if (delivery.heldFor) return undefined
  const isPayment = async () =>
    (await db().returnRedirect.count({
      where: { tradeId: delivery.tradeId, issuedAt: delivery.createdAt },
    })) > 0
  const taken = await takeFault(
    DELIVERY_KINDS,
    () => numbersOf(delivery.tradeId),
    async ({ kind }) => kind !== 'return-before-notify' || isPayment(),
  )
  return taken && mischief(taken, delivery, at)
}

async function mischief({ options, random }: Taken, delivery: Delivery, at: Date): Promise<Mischief> {
  const once = (post: Post) => post(delivery.body).then((answer) => [answer])
  const hold = (heldFor: HeldFor, ms: number, fault: string): Hold => {
    return { kind: 'hold', heldFor, until: new Date(at.getTime() + ms), fault }
  }
  switch (options.kind) {
    case 'delay':
      return hold('time', msOf(options.by), `delay: ${options.by}`)
    case 'reorder':
      return hold('next', LONGEST_HOLD_MS, 'reorder: until the next notification is delivered')
    case 'return-before-notify':
      return hold('return', msOf(options.wait), `return-before-notify: at most ${options.wait}`)
    case 'drop':
      return { kind: 'send', fault: 'drop', send: async () => [{ status: null, body: '(never sent)' }] }
    case 'duplicate': {
      const copies = Array.from({ length: options.copies }, () => delivery.body)
      const fault = `duplicate: ${options.copies} at once`
      return { kind: 'send', fault, send: (post) => Promise.all(copies.map(post)) }
    }
    case 'slow': {
      const send = (post: Post) => sleep(options.milliseconds).then(() => once(post))
      return { kind: 'send', fault: `slow: ${options.milliseconds} ms`, send }
    }
    case 'tamper':
    case 'wrong-key':
    case 'wrong-charset': {
      const { body, fault } = await mangle(delivery, options, random)
      return { kind: 'send', fault, send: async (post) => [await post(body)] }
    }
    default:
      throw new Error(`${options.kind} is no fault of a delivery`)
  }
}

/** Lets go what was held for this: the trade's notifications before this one, or the one of the payment. */
export async function releaseHeld(
  heldFor: 'next' | 'return',
  { tradeId, position }: { tradeId: string; position?: bigint },
  at: Date,
): Promise<void> {
  await db().delivery.updateMany({
    where: { tradeId, heldFor, nextAttemptAt: { gt: at }, ...(position && { position: { lt: position } }) },
    data: { nextAttemptAt: at },
  })
}

/** How long a hanging notify_verify keeps the shop waiting. */
const HANG_MS = 20_000

/**
 * What notify_verify answers instead of `honest`, if a fault happens: another word, or `down`. `subject` is what the
 * notify_id belongs to, undefined for a made-up one.
 */
export async function verifyFault(
  honest: string,
  subject?: { tradeId: string; deliveryId?: string },
): Promise<'true' | 'false' | 'down' | undefined> {
  const taken = await takeFault(
    ['verify-down', 'verify-lies'],
    async () => (subject ? numbersOf(subject.tradeId) : []),
    async (options) =>
      options.kind === 'verify-down' || (options.kind === 'verify-lies' && flipped(honest) === options.says),
  )
  if (!taken) return undefined
  const { options } = taken
  const answer = options.kind === 'verify-lies' ? options.says : 'down'
  if (subject?.deliveryId) {
    const body = `(notify_verify answered ${answer === 'down' ? 'nothing' : answer})`
    const row = { deliveryId: subject.deliveryId, at: await now(), status: null, body, milliseconds: 0 }
    await db().attempt.create({ data: { ...row, fault: options.kind } })
  }
  if (options.kind === 'verify-down' && options.how === 'hang') await sleep(HANG_MS)
  return answer
}

const flipped = (honest: string) => (honest === 'true' ? 'false' : honest === 'false' ? 'true' : undefined)

/** The error code with which the gateway refuses this request, if a fault says so. Either number may be unknown. */
export async function takeRefusal(
  outTradeNo: string | undefined,
  tradeNo: string | undefined,
): Promise<string | undefined> {
  const taken = await takeFault(
    ['refuse'],
    async () => [outTradeNo, tradeNo].flatMap((number) => number ?? []),
    async () => true,
  )
  return taken?.options.kind === 'refuse' ? taken.options.code : undefined
}

async function numbersOf(tradeId: string): Promise<string[]> {
  const trade = await db().trade.findUnique({
    where: { id: tradeId },
    select: { outTradeNo: true, tradeNo: true },
  })
  return [trade?.outTradeNo, trade?.tradeNo].flatMap((number) => number ?? [])
}

/** Of an option that was checked when the fault was ordered. */
const msOf = (duration: string) => parseDuration(duration) ?? 0

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
