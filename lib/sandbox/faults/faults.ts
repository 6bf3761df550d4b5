import { setTimeout as sleep } from 'node:timers/promises'
import type { Delivery } from '@/generated/sandbox/client'
import { now, parseDuration } from '../clock'
import { db } from '../db'
import { corrupt } from './corrupt'
import { isOpen } from '../merchants/methods'
import type { FaultKind } from './fault-kinds'
import { takeFault, type Taken } from './fault-queue'

/**
 * Scripted misbehaviour of the gateway, which shows whether a shop can stand it. Three places ask here whether to
 * misbehave: the delivery queue (deliveryFault), notify_verify (verifyFault) and the front door (takeRefusal,
 * takeLostAnswer).
 */

/** What the delivery queue does instead of posting a notification once as it is. `fault` goes to the attempt's row. */
type Misbehaviour = Hold | Send
interface Hold {
  kind: 'hold'
  fault: string
  heldFor: HeldFor
  until: Date
}
interface Send {
  kind: 'send'
  fault: string
  /** Posted at once, side by side; none: the gateway only believes that it has posted. */
  bodies: Body[]
  /** Real milliseconds before posting. */
  waitMs?: number
}
/** The trade's next notification, the shop's check of the return, or only the time. */
type HeldFor = 'next' | 'return' | 'time'
type Body = Uint8Array<ArrayBuffer>

const DELIVERY_KINDS: FaultKind[] = [
  ...(['duplicate', 'delay', 'drop', 'reorder', 'tamper', 'wrong-key', 'wrong-charset', 'slow'] as const),
  ...(['return-before-notify', 'downgrade'] as const),
]
/** A notification is held no longer than this where the message that it waits for never comes. */
const LONGEST_HOLD_MS = 24 * 60 * 60_000

/** The fault that happens to this attempt, or undefined. What was held back before is sent unharmed. */
export async function deliveryFault(delivery: Delivery, at: Date): Promise<Misbehaviour | undefined> {
  if (delivery.heldFor) return undefined
  const isPayment = async () =>
    (await db().returnRedirect.count({
      where: { tradeId: delivery.tradeId, issuedAt: delivery.createdAt },
    })) > 0
  const taken = await takeFault(
    DELIVERY_KINDS,
    () => numbersOf(delivery.tradeId),
    async ({ kind }) => {
      if (kind === 'return-before-notify') return isPayment()
      if (kind !== 'downgrade' && kind !== 'wrong-charset') return true
      const { service } = await db().trade.findUniqueOrThrow({ where: { id: delivery.tradeId } })
      return isOpen(service) === (kind === 'downgrade')
    },
  )
  return taken && misbehaviour(taken, delivery, at)
}

async function misbehaviour({ options, random }: Taken, delivery: Delivery, at: Date): Promise<Misbehaviour> {
  const { body } = delivery
  const hold = (heldFor: HeldFor, ms: number, fault: string): Hold => {
    return { kind: 'hold', heldFor, until: new Date(at.getTime() + ms), fault }
  }
  const send = (bodies: Body[], fault: string, waitMs?: number): Send => {
    return { kind: 'send', bodies, fault, waitMs }
  }
  switch (options.kind) {
    case 'delay':
      return hold('time', msOf(options.by), `delay: ${options.by}`)
    case 'reorder':
      return hold('next', LONGEST_HOLD_MS, 'reorder: until the next notification is delivered')
    case 'return-before-notify':
      return hold('return', msOf(options.wait), `return-before-notify: at most ${options.wait}`)
    case 'drop':
      return send([], 'drop')
    case 'duplicate':
      return send(
        Array.from({ length: options.copies }, () => body),
        `duplicate: ${options.copies} at once`,
      )
    case 'slow':
      return send([body], `slow: ${options.milliseconds} ms`, options.milliseconds)
    case 'tamper':
    case 'wrong-key':
    case 'wrong-charset':
    case 'downgrade': {
      const corrupted = await corrupt(delivery, options, random)
      return send([corrupted.body], corrupted.fault)
    }
    default:
      throw new Error(`${options.kind} is no fault of a delivery`)
  }
}

/** Releases what was held for this: the trade's earlier notifications, or the one of the payment. */
export async function releaseHeld(
  heldFor: 'next' | 'return',
  { tradeId, position }: { tradeId: string; position?: bigint },
  at: Date,
): Promise<void> {
  await db().delivery.updateMany({
    where: { tradeId, heldFor, nextAttemptAt: { gt: at }, position: { lt: position } },
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
    () => numbersNamed(outTradeNo, tradeNo),
    async () => true,
  )
  return taken?.options.kind === 'refuse' ? taken.options.code : undefined
}

/** Services and methods that change a trade from a server, so that a lost answer leaves their caller in doubt. */
const CHANGING = [
  ...['send_goods_confirm_by_platform', 'close_trade'],
  ...['alipay.trade.close', 'alipay.trade.refund'],
]

/** Whether the answer to a service that was done is lost, because a fault says so. Either number may be unknown. */
export async function takeLostAnswer(
  service: string,
  outTradeNo: string | undefined,
  tradeNo: string | undefined,
): Promise<boolean> {
  if (!CHANGING.includes(service)) return false
  const taken = await takeFault(
    ['lose-answer'],
    () => numbersNamed(outTradeNo, tradeNo),
    async () => true,
  )
  return taken !== undefined
}

/** The numbers of a request, and of the trade that they name: a fault may know it by the other one. */
async function numbersNamed(outTradeNo: string | undefined, tradeNo: string | undefined): Promise<string[]> {
  const named = await db().trade.findFirst({
    where: tradeNo ? { tradeNo } : { outTradeNo: outTradeNo ?? '' },
    orderBy: { requestedAt: 'desc' },
  })
  const numbers = [outTradeNo, tradeNo, named?.outTradeNo, named?.tradeNo]
  return [...new Set(numbers.flatMap((number) => number ?? []))]
}

async function numbersOf(tradeId: string): Promise<string[]> {
  const trade = await db().trade.findUnique({
    where: { id: tradeId },
    select: { outTradeNo: true, tradeNo: true },
  })
  return [trade?.outTradeNo, trade?.tradeNo].flatMap((number) => number ?? [])
}

/** Milliseconds of a duration that was checked when the fault was ordered. */
const msOf = (duration: string) => parseDuration(duration) ?? 0
