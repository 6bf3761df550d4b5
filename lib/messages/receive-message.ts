import { randomUUID } from 'node:crypto'
import type { Channel, Notification, Order, Verdict } from '@/generated/shop/client'
import { type Message, readMessage } from '../alipay/partner/message'
import { isDenial, notifyVerify } from '../alipay/partner/notify-verify'
import { readXmlAnswer } from '../alipay/partner/read-xml-answer'
import type { Account } from '../alipay/partner/request'
import type { Reason } from '../alipay/reason-codes'
import { db } from '../db'
import { log, logResult } from '../log'
import { applyDecision, noteQuote, noteTold } from '../orders/change-order'
import { type Decision, decide, type EventKind } from '../orders/transitions'
import { ANSWERS } from './answers'
import { type Match, matchOrder } from '../gateway/match-order'
import type { Note } from './notes'
import { readTold } from './read-told'
import { noteRefusedPayment } from './refused-payments'
import { countUnproven, trimmed } from './unproven'

/** A message as raw bytes, and where it came from. */
export interface Arrival {
  channel: Channel
  bytes: Uint8Array<ArrayBuffer>
  remoteAddress: string
  /** The log entry that is rechecked. */
  original?: { id: string; channel: Channel }
  /** Set where the body was not read to its end, or is not a form. */
  unreadable?: Reason
  /** The doctor's mark of a probe that names no order (lib/doctor/probe-mark.ts). */
  probe?: string
}

/** Long enough for a slow gateway, less than the 10 seconds that the gateway waits for our answer. */
const VERIFY_TIMEOUT_MS = 8_000

/**
 * The one path of every message: notification, return, answer to a query, recheck. Verifies it (sign, then notify_verify),
 * matches it (seller, order, trade number, amount), and writes order and log entry together (docs/protocol.md 5.10,
 * spec.md F15). Never throws: an internal error is the verdict `error` and answered `fail`, so the gateway sends again.
 */
export async function receiveMessage(arrival: Arrival, account: Account): Promise<Notification> {
  const started = performance.now()
  const source = arrival.original?.channel ?? arrival.channel
  const message = read(arrival, source, account)
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
  const writeRow = async () => {
    await db().notification.create({ data: { ...row, params: row.params ?? undefined } })
    countUnproven(row.verdict)
    return true
  }

  try {
    await judge()
  } catch (error) {
    log().error(
      { err: error, notification: row.id, orderNo: row.orderNo },
      'a message could not be processed',
    )
    Object.assign(row, NOT_MOVED)
    await conclude('error', { code: 'our_error' }).catch(() => {
      log().error({ notification: row.id }, 'nor could it be logged')
    })
  }
  const { id, channel, verdict, code, detail, notes, orderNo, milliseconds } = row
  const level = ANSWERS[verdict] === 'success' && verdict !== 'illegal' ? 'info' : 'warn'
  logResult(
    'message received',
    { notification: id, channel, verdict, code, detail, notes, orderNo, milliseconds },
    level,
  )
  return row

  function note(code: Note) {
    row.notes = [...new Set([...row.notes, code])]
  }

  async function judge() {
    if (message.kind !== 'signed') return conclude(message.kind, message)
    // An answer came over our own connection; a message that anybody may have sent must be confirmed.
    const refusal = source === 'query' ? undefined : await confirm(message)
    if (refusal) {
      if (refusal[0] === 'illegal') await noteRefusedPayment(message.params, 'illegal', row)
      return conclude(...refusal)
    }
    // Ends: another message can move an order only forwards, and only a few times.
    for (;;) {
      const match = await matchOrder(message.params, account)
      if (match.kind === 'refused') {
        const { paidOtherwise } = match
        if (paidOtherwise) await noteQuote(paidOtherwise.order, paidOtherwise.quote)
        await noteRefusedPayment(message.params, match.verdict, row)
        return conclude(match.verdict, match)
      }
      const { order, news } = match
      if (match.sellerEmailChanged) note('seller_email_changed')
      const decision = withQuote(decide(order, news), match)
      if (decision.kind === 'illegal') {
        await noteRefusedPayment(message.params, 'illegal', row)
        return conclude('illegal', decision.reason)
      }
      const read = readTold(message.params, news)
      const told = read ? { ...read, isLateStatus: decision.kind === 'older' } : null
      if (told && decision.kind !== 'move' && !(await noteTold(order, told))) continue
      if (decision.kind === 'same') return conclude('duplicate', null)
      if (decision.kind === 'older')
        return conclude('stale', { code: 'further_on', detail: order.tradeStatus ?? undefined })
      // The part that was not followed may be a payment; listRefusedPayments leaves out those that paid their order.
      if (decision.reason) await noteRefusedPayment(message.params, 'illegal', row)
      const isPayment = decision.events.some((kind) => kind === 'paid' || kind === 'paid_late')
      const paidAt = isPayment ? (news.paidAt ?? row.receivedAt) : null
      Object.assign(row, movesOf(match, decision))
      const paidFen = isPayment ? match.totalFen : null
      const write = () => applyDecision({ ...match, decision, paidAt, paidFen, told, evidence: row })
      if (await conclude('applied', decision.reason ?? null, write)) return
      // Optimistic lock: another message was faster, so match and decide again.
      Object.assign(row, NOT_MOVED)
    }
  }

  /** Why a message with a right sign is not believed, or undefined. */
  async function confirm({
    params,
  }: Extract<Message, { kind: 'signed' }>): Promise<[Verdict, Reason] | undefined> {
    if (!row.notifyId) return ['bad_source', { code: 'no_notify_id' }]
    const asked = await notifyVerify(account, row.notifyId, fetch, VERIFY_TIMEOUT_MS)
    if (asked.ok) row.responseTxt = asked.responseTxt
    if (row.responseTxt !== 'true') {
      if (source === 'notify' && (await isRepeat(row)))
        return ['duplicate', { code: 'processed_before', detail: asked.ok ? undefined : asked.code }]
      const denied = asked.ok && isDenial(asked.responseTxt)
      note(denied ? 'gateway_denied' : 'gateway_not_asked')
      if (!asked.ok) return ['bad_source', asked]
      return ['bad_source', { code: denied ? 'gateway_denied' : 'not_a_word' }]
    }
    const type = params.get('notify_type')
    return type === 'trade_status_sync' ? undefined : ['illegal', { code: 'notify_type', detail: type }]
  }
}

/** Reads a form, or the XML answer to a query. */
function read({ bytes, unreadable }: Arrival, source: Channel, account: Account): Message {
  if (unreadable) return { kind: 'malformed', ...unreadable }
  if (source !== 'query') return readMessage(bytes, account)
  const answer = readXmlAnswer(bytes, account.key)
  const holdsNone = answer.kind === 'done' || answer.kind === 'refused'
  return holdsNone ? { kind: 'malformed', code: 'no_trade' } : answer
}

type Matched = Extract<Match, { kind: 'matched' }>

/** A changed price moves an order, though its statuses stay. */
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
 * Whether this message was confirmed and processed before. The gateway forgets a notify_id after `success`
 * (docs/protocol.md 5.5), so a repeat that was under way then can no longer be confirmed. Not for returns, which are valid
 * for a minute only (spec.md T5.2E).
 */
async function isRepeat({ notifyId, sign }: Notification) {
  const earlier = await db().notification.findFirst({
    where: { notifyId, sign, responseTxt: 'true', verdict: { in: ['applied', 'duplicate', 'stale'] } },
    select: { id: true },
  })
  return earlier !== null
}

const NOT_MOVED = {
  fromTrade: null,
  toTrade: null,
  fromRefund: null,
  toRefund: null,
  fromFen: null,
  toFen: null,
}

/** What a message does to its order, for the log entry. */
const movesOf = ({ order, totalFen, quote }: Matched, { to }: { to: Statuses }) => ({
  fromTrade: order.tradeStatus,
  toTrade: to.tradeStatus,
  fromRefund: order.refundStatus,
  toRefund: to.refundStatus,
  fromFen: quote && order.totalFen,
  toFen: quote && totalFen,
})

type Statuses = Pick<Order, 'tradeStatus' | 'refundStatus'>
