import { randomUUID } from 'node:crypto'
import type { Channel, Notification, Order, Verdict } from '@/generated/shop/client'
import type { Message } from '../alipay/message'
import type { Params } from '../alipay/params'
import type { Reason } from '../alipay/reason-codes'
import { db } from '../db'
import type { Claim, Gateway } from '../gateway/gateway'
import { log, logResult } from '../log'
import { applyDecision, logEntry, noteQuote, noteTold } from '../orders/change-order'
import type { ToldNews } from '../orders/told'
import { type Decision, decide, type EventKind, type News } from '../orders/transitions'
import { ANSWERS, BELIEVED } from './answers'
import { inTurn } from './in-turn'
import { type Match, matchOrder } from './match-order'
import { mailRefusedPayments } from './mail-refused-payments'
import type { Note } from './notes'
import { noteRefusedPayment } from './refused-payments'
import { countUnproven, trimmed } from './unproven'

/** A message as it came in. */
export interface Arrival {
  channel: Channel
  /** As received, before anything decoded them: a form, unless one of the next two says otherwise. */
  bytes: Uint8Array<ArrayBuffer>
  /** What the bytes are, where they are the answer to a query. */
  answer?: Exclude<Message, { kind: 'malformed' }>
  /** Why the bytes are no message: not read to their end, or of another type. */
  unreadable?: Reason
  remoteAddress: string
  /** The log entry that is rechecked. */
  original?: { id: string; channel: Channel }
  /** The doctor's name for a probe of its own that names no order (lib/doctor/send.ts). */
  probe?: string
}

/** The gateway repeats a message for 25 hours (docs/protocol.md). */
const REPEATED_MS = 31 * 24 * 60 * 60 * 1000

/** Long enough for a slow gateway, and shorter than the 10 seconds after which the gateway gives up. */
const VERIFY_TIMEOUT_MS = 8_000

/**
 * The one path of every message: notification, return, answer to a query, recheck. Verifies (sign, then the remote
 * query), matches (seller, order, trade number, amount), decides, and writes order and log entry in one guarded statement
 * (docs/protocol.md 5.10, spec.md F15).
 * Never throws: an error of the shop's is the verdict `error`, is answered `fail`, and the gateway sends again.
 */
export async function receiveMessage(arrival: Arrival, gateway: Gateway): Promise<Notification> {
  const started = performance.now()
  const { unreadable, answer, bytes } = arrival
  const source = arrival.original?.channel ?? arrival.channel
  const message: Message = unreadable
    ? { ...unreadable, kind: 'malformed' }
    : (answer ?? gateway.readMessage(bytes))
  const row: Notification = {
    id: randomUUID(),
    receivedAt: new Date(),
    milliseconds: 0,
    recheckOf: arrival.original?.id ?? null,
    trimmedFrom: null,
    ...describe(arrival, message),
    ...outcome(arrival, 'error', null),
  }
  /** Completes the log entry and writes it. */
  const conclude = async (verdict: Verdict, reason: Reason | null, write = writeRow) => {
    Object.assign(row, outcome(arrival, verdict, reason), {
      milliseconds: Math.round(performance.now() - started),
    })
    Object.assign(row, trimmed(row))
    return write()
  }
  let isMoneyRefused = false
  const writeRow = async () => {
    await db().notification.create({ data: { ...row, params: row.params ?? undefined } })
    countUnproven(row.verdict)
    return true
  }

  try {
    if (message.kind === 'signed') await inTurn(row.orderNo ?? '', () => judge(message.params))
    else await conclude(message.kind, message)
  } catch (error) {
    log().error(
      { err: error, notification: row.id, orderNo: row.orderNo },
      'a message could not be processed',
    )
    Object.assign(row, NOT_MOVED, { id: randomUUID() })
    await conclude('error', { code: 'our_error' }).catch(() => {
      log().error({ notification: row.id }, 'nor could it be logged')
    })
  }
  if (isMoneyRefused)
    await mailRefusedPayments(row.orderNo ?? '').catch((err: unknown) => {
      log().error({ err, orderNo: row.orderNo }, 'the merchant is not told of a refused payment')
    })
  const { id, channel, verdict, code, detail, notes, orderNo, milliseconds } = row
  const level = ANSWERS[verdict] === 'success' && verdict !== 'illegal' ? 'info' : 'warn'
  logResult(
    'message received',
    { notification: id, channel, verdict, code, detail, notes, orderNo, milliseconds },
    level,
  )
  return row

  /** Mailed only after the order is written, which the payment may turn out to have paid. */
  function noteRefused(...refused: Parameters<typeof noteRefusedPayment>) {
    isMoneyRefused = true
    return noteRefusedPayment(...refused)
  }

  function note(code: Note) {
    row.notes = [...new Set([...row.notes, code])]
  }

  async function judge(params: Params) {
    // Answered also while the gateway is down, and after it has forgotten the notify_id (docs/protocol.md 5.5).
    const processedBefore = { code: 'processed_before' } as const
    const isRepeat =
      source === 'notify' && (await conclude('duplicate', processedBefore, () => logRepeat(row, gateway)))
    if (isRepeat) return
    // The answer to a query came over the shop's own connection; a message has to be asked about.
    const doubt = source === 'query' ? undefined : await confirm()
    if (doubt) return conclude(...doubt)
    const read = gateway.claim(params, source === 'query' ? 'answer' : 'message')
    if (!read.ok) {
      await noteRefused(read.claim, read.verdict, row)
      return conclude(read.verdict, read)
    }
    const { claim } = read
    const { news } = claim
    // Ends: the guarded write fails only where another message has moved the order, which its statuses allow a few times.
    for (;;) {
      const match = await matchOrder(claim, gateway)
      if (match.kind === 'refused') {
        const { paidOtherwise } = match
        if (paidOtherwise) await noteQuote(paidOtherwise.order, paidOtherwise.quote)
        await noteRefused(claim, match.verdict, row)
        return conclude(match.verdict, match)
      }
      const { order } = match
      if (claim.sellerEmailChanged) note('seller_email_changed')
      const decision = withQuote(decide(order, news, await refundsOf(order, news)), match)
      if (decision.kind === 'illegal') {
        await noteRefused(claim, 'illegal', row)
        return conclude('illegal', decision.reason)
      }
      const told = toldNews(claim, decision)
      if (told && decision.kind !== 'move' && !(await noteTold(order, told))) continue
      if (decision.kind === 'same') return conclude('duplicate', null)
      if (decision.kind === 'older')
        return conclude('stale', { code: 'further_on', detail: order.tradeStatus ?? undefined })
      // The part that was not followed may be the payment; the list leaves out what has paid its order.
      if (decision.reason) await noteRefused(claim, 'illegal', row)
      const isPayment = decision.events.some((kind) => kind === 'paid' || kind === 'paid_late')
      const paidAt = isPayment ? (news.paidAt ?? row.receivedAt) : null
      const paidFen = isPayment ? claim.totalFen : null
      Object.assign(row, movesOf(claim, match, decision))
      const { tradeNo, buyerEmail } = claim
      const facts = { tradeNo, buyerEmail, paidAt, paidFen, told }
      const write = () => applyDecision({ ...match, ...facts, decision, evidence: row })
      if (await conclude('applied', decision.reason ?? null, write)) return
      // Optimistic lock: another message was faster, so match and decide again. Or this one was, and the database did not
      // live to say so: then there is an entry of it already.
      Object.assign(row, NOT_MOVED, { id: randomUUID() })
    }
  }

  /** Why a message is not to be believed though its sign is right, or undefined. */
  async function confirm(): Promise<[Verdict, Reason] | undefined> {
    if (!gateway.confirm) return undefined
    if (!row.notifyId) return ['bad_source', { code: 'no_notify_id' }]
    const confirmation = await gateway.confirm(row.notifyId, { fetch, timeoutMs: VERIFY_TIMEOUT_MS })
    const { kind, word } = confirmation
    row.responseTxt = word
    if (kind === 'confirmed') return undefined
    note(kind === 'denied' ? 'gateway_denied' : 'gateway_not_asked')
    return ['bad_source', confirmation]
  }
}

/** The order's refunds, where the message is about one. Read after the order, whose version changes with them. */
const refundsOf = async ({ id }: Order, { refundNo, refundedFen }: News) =>
  refundNo === null && refundedFen === null ? [] : db().refund.findMany({ where: { orderId: id } })

type Matched = Extract<Match, { kind: 'matched' }>

/** A changed price moves an order too, though no status does. */
function withQuote(decision: Decision, { order, quote }: Matched): Decision {
  if (!quote || decision.kind === 'move') return decision
  const events: EventKind[] = quote.quotedFen === null ? [] : ['price_changed']
  return { ...decision, kind: 'move', to: order, events }
}

/** Characters kept of a detail: names and values may be as long as the message. */
const MAX_DETAIL = 200

/** A notification is answered by its verdict, a return redirects the browser (303, F11), the rest has no answer. */
function outcome({ channel }: Arrival, verdict: Verdict, reason: Reason | null) {
  const answer = channel === 'notify' ? ANSWERS[verdict] : channel === 'return' ? '303' : ''
  return { verdict, code: reason?.code ?? null, detail: reason?.detail?.slice(0, MAX_DETAIL) ?? null, answer }
}

function describe({ channel, bytes, remoteAddress, probe }: Arrival, message: Message) {
  const read = message.kind === 'malformed' ? undefined : message
  return {
    channel,
    remoteAddress,
    rawBytes: bytes,
    params: read ? Object.fromEntries(read.params) : null,
    stringToSign: read?.signedText ?? null,
    sign: read?.sign ?? null,
    mysign: read?.mysign ?? null,
    // Both are indexed; genuine ones are shorter.
    notifyId: read?.params.get('notify_id')?.slice(0, 256) || null,
    orderNo: read
      ? (read.params.get('out_trade_no')?.slice(0, 64) ?? null)
      : (claimedOrderNo(bytes) ?? probe ?? null),
    notes: (read?.unreadable.length ? ['unreadable_text'] : []) satisfies Note[],
    tradeStatus: read?.params.get('trade_status')?.slice(0, 64) ?? null,
    responseTxt: null,
    ...NOT_MOVED,
  }
}

/** Best-effort order number from an unparseable body, so that the log entry is listed with its order. */
function claimedOrderNo(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes).toString('latin1')
  return /(?:^|&)out_trade_no=([\w-]{1,64})(?:&|$)/.exec(text)?.[1] ?? null
}

/**
 * Logs a message that was confirmed and processed before, byte for byte: an equal sign means equal parameters. Returns false
 * where it was not. Not for returns, which are valid for a minute only (spec.md T5.2E).
 */
async function logRepeat(row: Notification, { confirm }: Gateway): Promise<boolean> {
  const since = new Date(row.receivedAt.getTime() - REPEATED_MS) // so that one or two months of the log are looked at
  const count = await db().$executeRaw`
    /* repeatable */ INSERT INTO "shop"."Notification"
    SELECT entry.* FROM jsonb_populate_record(NULL::"shop"."Notification", ${logEntry(row)}::jsonb) AS entry
    WHERE EXISTS (
      SELECT FROM "shop"."Notification" AS earlier
      WHERE earlier."notifyId" = ${row.notifyId} AND earlier."sign" = ${row.sign}
        AND (${confirm === null} OR earlier."responseTxt" = 'true') -- where the sign alone proves it there is no word
        AND earlier."verdict"::text = ANY(${BELIEVED}::text[]) AND earlier."receivedAt" >= ${since}
    )
    ON CONFLICT ("id", "receivedAt") DO UPDATE SET "id" = excluded."id"`
  return count === 1
}

const NOT_MOVED = {
  fromTrade: null,
  toTrade: null,
  fromRefund: null,
  toRefund: null,
  fromFen: null,
  toFen: null,
}

/** What a message did to its order, for its log entry. */
const movesOf = ({ totalFen }: Claim, { order, quote }: Matched, { to }: { to: Statuses }) => ({
  fromTrade: order.tradeStatus,
  toTrade: to.tradeStatus,
  fromRefund: order.refundStatus,
  toRefund: to.refundStatus,
  fromFen: quote && order.totalFen,
  toFen: quote && totalFen,
})

type Statuses = Pick<Order, 'tradeStatus' | 'refundStatus'>

/** Older than every message that says when it was sent. */
const UNDATED = new Date(0)

const toldNews = ({ told, at }: Claim, { kind }: Decision): ToldNews | null =>
  told && { told, toldAt: at ?? UNDATED, isLateStatus: kind === 'older' }
