import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { type Notification, type Order, Prisma, type Refund } from '@/generated/shop/client'
import { db } from '../db'
import { wakeOutbox } from './outbox'
import { finishedAt, isRefund, mayAsk, openRefund, REASON_CHARACTERS, refundableFen } from './refunds'
import { type Told, toldAfter, type ToldNews } from './told'
import { type Decision, decideAct, type EventKind, type StoredRefund } from './transitions'

/**
 * The one writer of orders. Only their creation (create-order.ts), the return of their stock (return-stock.ts) and their
 * owner (lib/accounts/keep-guests-orders.ts) are written elsewhere.
 *
 * What a caller has decided on a row that it read is guarded by an optimistic lock: `version` counts the writes, and the
 * write happens only where the row still has the version that was read.
 */

type Read = Pick<Order, 'id' | 'version'>

/** Columns after the change; dates and JSON as the client has them. */
type Change = Partial<Omit<Order, keyof Read | 'told'>> & { told?: Told }

interface Beside {
  events?: EventKind[]
  /** What tells the event `refund_asked` or `refunded` from others of its kind. */
  ref?: string | null | undefined
  /** Refunds as they are from now on, new or not. */
  refunds?: StoredRefund[]
  /** The log entry of the message that moves the order. */
  evidence?: Notification
}

/**
 * Writes the order, its events, a refund and the log entry of the message that moves it in one statement, so that all of
 * them happen or none, and wakes the outbox. Returns false where another write was first: read again and decide again.
 * Where the outcome is lost with the connection it is repeated (lib/patient-pg.ts), and returns false if it had happened.
 * $transaction took 1.9 to 6 times as long (docs/decisions/0011-a-stage-and-one-writer.md).
 */
async function change(
  { id, version }: Read,
  data: Change,
  { events = [], ref, refunds = [], evidence }: Beside = {},
): Promise<boolean> {
  const names = Object.keys(data).map((name) => Prisma.raw(`"${name}"`))
  const columns = [
    ...names.map((name) => Prisma.sql`${name} = changed.${name}`),
    Prisma.sql`"version" = "order"."version" + 1`,
  ]
  const entries = `[${evidence ? logEntry(evidence) : ''}]`
  const rows = JSON.stringify(refunds.map((refund) => ({ ...refund, changedAt: new Date() })))
  const [result] = await db().$queryRaw<{ moved: boolean }[]>`
    /* repeatable */ WITH moved AS (
      UPDATE "shop"."Order" AS "order" SET ${Prisma.join(columns)}
      FROM jsonb_populate_record(NULL::"shop"."Order", ${JSON.stringify(data)}::jsonb) AS changed
      WHERE "order"."id" = ${id} AND "order"."version" = ${version}
      RETURNING "order"."id"
    ), event AS (
      INSERT INTO "shop"."OrderEvent" ("orderId", "kind", "ref")
      SELECT moved."id", kind, CASE WHEN kind IN ('refund_asked', 'refunded') THEN ${ref ?? ''} ELSE '' END
      FROM moved, unnest(${events}::text[]) AS kind
      ON CONFLICT ("orderId", "kind", "ref") DO NOTHING
    ), refund AS (
      INSERT INTO "shop"."Refund" ("no", "orderId", "fen", "reason", "state", "code", "changedAt")
      SELECT given."no", moved."id", given."fen", given."reason", given."state", given."code", given."changedAt"
      FROM moved, jsonb_populate_recordset(NULL::"shop"."Refund", ${rows}::jsonb) AS given
      ON CONFLICT ("no") DO UPDATE SET
        "fen" = excluded."fen", "state" = excluded."state", "code" = excluded."code", "changedAt" = excluded."changedAt"
    ), entry AS (
      INSERT INTO "shop"."Notification" SELECT entry.*
      FROM moved, jsonb_populate_recordset(NULL::"shop"."Notification", ${entries}::jsonb) AS entry
    )
    SELECT EXISTS (SELECT FROM moved) AS "moved"`
  const moved = result?.moved === true
  if (moved && events.length > 0) wakeOutbox()
  return moved
}

/** A log entry as JSON from which PostgreSQL makes a row; bytes as a bytea column reads them. */
export const logEntry = (row: Notification) =>
  JSON.stringify({ ...row, rawBytes: `\\x${Buffer.from(row.rawBytes).toString('hex')}` })

export interface Applied {
  order: Order
  decision: Extract<Decision, { kind: 'move' }>
  tradeNo: string
  buyerEmail: string | null
  /** When the buyer paid, if the message says so. The first one is kept. */
  paidAt: Date | null
  /** What the buyer paid, in fen; with `paidAt`. */
  paidFen: number | null
  /** Another total in fen that the gateway names, or null where it names the right one again, and when it said so. */
  quote: { quotedFen: number | null; quotedAt: Date } | null
  /** What the message says of receiver and shipping, or null. */
  told: ToldNews | null
  /** The log entry of the message; written only if the message moves the order. */
  evidence: Notification
}

/**
 * Applies a decision: of any number of messages at once one moves the order (spec.md T3.4b, T3.4c). Returns false where
 * another write was first. Throws where another order has this trade number.
 */
export function applyDecision({
  order,
  decision,
  quote,
  told,
  evidence,
  ...facts
}: Applied): Promise<boolean> {
  const { stage, tradeStatus, refundStatus, refundAt } = decision.to
  const isDecided = tradeStatus !== 'WAIT_BUYER_PAY' // no price is left to decide on
  const { refund } = decision
  const isAsked = isApplication(order, decision.to)
  const data = {
    stage,
    tradeStatus,
    refundStatus,
    refundAt,
    tradeNo: order.tradeNo ?? facts.tradeNo,
    buyerEmail: facts.buyerEmail ?? order.buyerEmail,
    paidAt: order.paidAt ?? facts.paidAt,
    paidFen: order.paidFen ?? facts.paidFen,
    ...(refund && { refundedFen: refund.refundedFen }),
    ...quote,
    ...(isDecided && { quotedFen: null }),
    ...toldAfter(order, told),
  }
  return change(order, data, {
    events: isAsked ? [...decision.events, 'refund_asked'] : decision.events,
    ref: isAsked ? refundAt?.toISOString() : refund?.no,
    refunds: refund?.changed ?? [],
    evidence,
  })
}

/**
 * Whether the buyer has applied for a refund at the partner gateway. Not decided in transitions.ts, since an application that
 * is told after its end is no news.
 */
const isApplication = (
  before: Pick<Order, 'refundStatus' | 'refundAt'>,
  { refundStatus, refundAt }: Applied['decision']['to'],
) =>
  refundStatus === 'WAIT_SELLER_AGREE' &&
  (before.refundStatus !== refundStatus || before.refundAt?.getTime() !== refundAt?.getTime())

/** Keeps what a message that moves nothing says of receiver and shipping. Returns false where another write was first. */
export async function noteTold(order: Order, told: ToldNews): Promise<boolean> {
  const after = toldAfter(order, told)
  const isNews = Object.keys(after).length > 0
  return !isNews || change(order, after)
}

/**
 * Closes an order that never had a trade. Returns false where it has one, is no longer unpaid, or another write was
 * first.
 */
export async function closeUntraded(
  order: Read & Pick<Order, 'gateway' | 'stage' | 'tradeNo'>,
): Promise<boolean> {
  const stage = decideAct(order, 'close')
  if (order.tradeNo !== null || !stage) return false
  return change(order, { stage, tradeStatus: 'TRADE_CLOSED' }, { events: [stage] })
}

/** Days from the shipment until goods count as received, as long as the buyer says nothing. */
export const CONFIRM_DAYS = 10

/**
 * The shop ships by itself, because its gateway knows nothing of goods. Not while money is on its way back, nor, `unlessAsked`,
 * while the buyer asks for it. Returns false where the order is not to be shipped.
 */
export function shipByShop(orderNo: string, shipment: StoredShipment, unlessAsked = false): Promise<boolean> {
  return attempt(orderNo, (order) => {
    const stage = decideAct(order, 'ship')
    const open = openRefund(order.refunds)
    if (!stage || (open && (unlessAsked || isRefund(open, 'sent')))) return undefined
    const finishAt = new Date(Date.now() + CONFIRM_DAYS * 24 * 60 * 60 * 1000)
    return [{ ...shipment, stage, finishAt }, { events: [stage] }]
  })
}

/** The buyer has the goods; a refund that was asked for is withdrawn. Returns false where nothing was to be received. */
export function receiveOrder(orderNo: string): Promise<boolean> {
  return attempt(orderNo, (order) => {
    const stage = decideAct(order, 'receive')
    const open = openRefund(order.refunds)
    const refunds = open && isRefund(open, 'asked') ? [{ ...open, state: 'declined' }] : []
    return (
      stage && [
        { stage, finishAt: null },
        { events: [stage], refunds },
      ]
    )
  })
}

/** The same by the timer, which must not pass over a refund that is not settled. */
export function receiveOverdue(orderNo: string, now: Date): Promise<boolean> {
  return attempt(orderNo, (order) => {
    const stage = decideAct(order, 'receive')
    if (!order.finishAt || order.finishAt > now || openRefund(order.refunds)) return undefined
    return stage && [{ stage, finishAt: null }, { events: [stage] }]
  })
}

/** The buyer asks for `fen` back. Returns false where that is not possible (refunds.ts). */
export function askRefund(orderNo: string, fen: number, reason: string): Promise<boolean> {
  return attempt(orderNo, (order) => {
    const isAskable = mayAsk(order, order.refunds, finishedAt(order.events), new Date())
    if (!isPart(fen, order) || !isAskable) return undefined
    const asked = { no: newRefundNo(), fen, reason: cut(reason), state: 'asked', code: null }
    return [{}, { refunds: [asked], events: ['refund_asked'], ref: asked.no }]
  })
}

/** The merchant does not refund what was asked for, and says why. Returns false where it is not asked for any more. */
export function declineRefund(orderNo: string, no: string, why: string): Promise<boolean> {
  const code = cut(why)
  if (!code) return Promise.resolve(false)
  return attempt(orderNo, ({ refunds }) => {
    const asked = refunds.find((refund) => refund.no === no && isRefund(refund, 'asked'))
    return asked && [{}, { refunds: [{ ...asked, state: 'declined', code }] }]
  })
}

/**
 * Notes a refund of `fen` before the gateway is told (threats.md 86): a new one, or the one that was asked for. Returns
 * undefined where the order has another that was sent, or not as much to give back; so of any number of calls at once one
 * gets a refund.
 */
export async function sendRefund(orderNo: string, fen: number, reason: string): Promise<Refund | undefined> {
  let no = ''
  const isSent = await attempt(orderNo, (order) => {
    const open = openRefund(order.refunds)
    if (!isPart(fen, order) || (open && isRefund(open, 'sent'))) return undefined
    const refund = open ?? { no: newRefundNo(), reason: cut(reason), code: null }
    no = refund.no
    return [{}, { refunds: [{ ...refund, fen, state: 'sent' }] }]
  })
  return isSent ? db().refund.findUniqueOrThrow({ where: { no } }) : undefined
}

/** The gateway has not made a refund and never will (FINAL_CODES in refunds.ts). */
export function refuseRefund(orderNo: string, no: string, code: string): Promise<boolean> {
  return attempt(orderNo, ({ refunds }) => {
    const sent = refunds.find((refund) => refund.no === no && isRefund(refund, 'sent'))
    return sent && [{}, { refunds: [{ ...sent, state: 'refused', code }] }]
  })
}

const isPart = (fen: number, order: Order) =>
  Number.isSafeInteger(fen) && fen > 0 && fen <= refundableFen(order)

/** 32 hexadecimal digits. */
const newRefundNo = () => randomUUID().replaceAll('-', '')

const cut = (text: string) => text.replaceAll('\0', '').trim().slice(0, REASON_CHARACTERS).toWellFormed()

const ACTED_UPON = { refunds: true, events: true } as const satisfies Prisma.OrderInclude
type ActedUpon = Prisma.OrderGetPayload<{ include: typeof ACTED_UPON }>

/**
 * Decides on the order as it is now, and again after another write was first. `decide` returns what to write, or undefined
 * where nothing can be done; then false. The order is read before its refunds: newer ones have another version.
 */
async function attempt(
  orderNo: string,
  decide: (order: ActedUpon) => [Change, Beside] | undefined,
): Promise<boolean> {
  for (;;) {
    const order = await db().order.findUnique({ where: { orderNo }, include: ACTED_UPON })
    const write = order && decide(order)
    if (!write) return false
    if (await change(order, ...write)) return true
  }
}

/**
 * Notes a price, in fen, that the gateway took payment at though the merchant has not agreed to it, for the merchant to
 * decide on. Nothing is written where the order can no longer be paid, the price is known, or another write was first.
 */
export async function noteQuote(order: Order, quote: { quotedFen: number; quotedAt: Date }): Promise<void> {
  const isNews = order.tradeStatus === 'WAIT_BUYER_PAY' && order.quotedFen !== quote.quotedFen
  if (isNews) await change(order, quote, { events: ['price_changed'] })
}

/**
 * The merchant accepts the gateway's price, in fen (docs/protocol.md 6.5): a payment of it is right from now on, also one
 * that was refused as `bad_amount` and that the gateway sends again. Returns false where the price is another one by now.
 */
export function acceptPrice(orderNo: string, quotedFen: number): Promise<boolean> {
  return settlePrice(orderNo, quotedFen, { agreedFen: quotedFen })
}

/** The merchant does not accept it: only the order's own total is right. Returns false where it is another by now. */
export function declinePrice(orderNo: string, quotedFen: number): Promise<boolean> {
  return settlePrice(orderNo, quotedFen, {})
}

async function settlePrice(orderNo: string, quotedFen: number, agreed: { agreedFen?: number }) {
  const data = { ...agreed, quotedFen: null, version: { increment: 1 } }
  const { count } = await db().order.updateMany({ where: { orderNo, quotedFen }, data })
  return count === 1
}

/** Keeps the address that the gateway's code for a payment means. */
export async function setQrCode(orderNo: string, qrCode: string): Promise<void> {
  await db().order.updateMany({ where: { orderNo }, data: { qrCode } })
}

export const NOTE_CHARACTERS = 2_000

/**
 * Keeps the merchant's note, cut to NOTE_CHARACTERS; a blank text removes it. `seen` is the note that the merchant's form
 * showed. Returns false, and writes nothing, where the note is another one by now.
 */
export async function setNote(orderNo: string, text: string, seen: string): Promise<boolean> {
  const { count } = await db().order.updateMany({
    where: { orderNo, OR: [{ note: asNote(seen) }, { note: asNote(text) }] },
    data: { note: asNote(text) },
  })
  return count === 1
}

const asNote = (text: string) =>
  text.replaceAll('\0', '').replaceAll('\r\n', '\n').trim().slice(0, NOTE_CHARACTERS).toWellFormed() || null

/** How an order was sent; `logisticsName` is the carrier. */
export type StoredShipment = Pick<Order, 'transportType' | 'logisticsName' | 'invoiceNo'>

export type ShipmentClaim =
  /** Only the caller may tell the gateway now; it then calls `settle`, with null where the gateway refused. */
  | { kind: 'claimed'; settle: (shipment: StoredShipment | null) => Promise<void> }
  /** Another request was first. */
  | { kind: 'sent'; shipment: StoredShipment }

/** Longer than the call to the gateway takes; a claim expires only if its process died. */
const LEASE_MS = 30_000
const POLL_MS = 100

/**
 * Of several requests that ship an order at once one calls the gateway, which would accept all of them; the others wait
 * for the outcome. The status of the order is not touched.
 */
export async function claimShipment(orderNo: string): Promise<ShipmentClaim> {
  for (;;) {
    const now = new Date()
    const shippingUntil = new Date(now.getTime() + LEASE_MS)
    const free = { OR: [{ shippingUntil: null }, { shippingUntil: { lte: now } }] }
    const { count } = await db().order.updateMany({
      where: { orderNo, logisticsName: null, ...free },
      data: { shippingUntil },
    })
    if (count === 1) return { kind: 'claimed', settle: settle(orderNo, shippingUntil) }
    const { logisticsName, transportType, invoiceNo } = await db().order.findUniqueOrThrow({
      where: { orderNo },
    })
    if (logisticsName !== null) return { kind: 'sent', shipment: { logisticsName, transportType, invoiceNo } }
    await wait(POLL_MS)
  }
}

const settle = (orderNo: string, shippingUntil: Date) => async (shipment: StoredShipment | null) => {
  await db().order.updateMany({
    where: { orderNo, shippingUntil },
    data: { ...shipment, shippingUntil: null },
  })
}
