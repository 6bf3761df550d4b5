import { randomUUID } from 'node:crypto'
import type { Channel, Notification, Order, Verdict } from '@/generated/shop/client'
import { type Message, readMessage } from '../alipay/partner/message'
import { isDenial, notifyVerify } from '../alipay/partner/notify-verify'
import { readXmlAnswer } from '../alipay/partner/read-xml-answer'
import type { Account } from '../alipay/partner/request'
import type { Reason } from '../alipay/reason-codes'
import { db } from '../db'
import { log, logResult } from '../log'
import { applyTransition } from '../orders/apply-transition'
import { noteQuote } from '../orders/note-quote'
import { noteTold } from '../orders/told'
import { type Decision, decide, type EventKind } from '../orders/transitions'
import { ANSWERS } from './answers'
import { type Match, matchOrder } from '../gateway/match-order'
import type { Note } from './notes'
import { readTold } from './read-told'
import { noteRefusedPayment } from './refused-payments'
import { countUnproven, trimmed } from './unproven'

/** A message as it came in: raw bytes, read before anything decoded them. */
export interface Arrival {
  channel: Channel
  bytes: Uint8Array<ArrayBuffer>
  remoteAddress: string
  /** The logged message that a recheck looks at again. */
  original?: { id: string; channel: Channel }
  /** Set where the bytes were not even read to their end, or are not a form. */
  unreadable?: Reason
  /** The doctor's name for a probe of its own that names no order (lib/doctor/probe-mark.ts). */
  probe?: string
}

/** Long enough for a slow gateway, short enough that the gateway's own 10 seconds do not run out. */
const VERIFY_TIMEOUT_MS = 8_000

/**
 * The one path of every message, whether the gateway sent it, answered it to a question of ours, or it is looked at
 * again: verify (sign, then the remote query), match (seller, order, trade number, amount), then one guarded statement,
 * and its log row (docs/protocol.md 5.10, spec.md F15).
 * Never throws: an error of ours is the verdict `error`, is answered `fail`, and the gateway sends again.
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
  /** Completes the row; `write` is where it goes. */
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
    // An answer to our own question came over our own connection; a message has to be asked about.
    const refusal = source === 'query' ? undefined : await confirm(message)
    if (refusal) {
      if (refusal[0] === 'illegal') await noteRefusedPayment(message.params, 'illegal', row)
      return conclude(...refusal)
    }
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
      if (told && decision.kind !== 'move') await noteTold(order, told)
      if (decision.kind === 'same') return conclude('duplicate', null)
      if (decision.kind === 'older')
        return conclude('stale', { code: 'further_on', detail: order.tradeStatus ?? undefined })
      // A part that was not followed may be the payment; the list leaves out what has paid its order.
      if (decision.reason) await noteRefusedPayment(message.params, 'illegal', row)
      const isPayment = decision.events.some((kind) => kind === 'paid' || kind === 'paid_late')
      const paidAt = isPayment ? (news.paidAt ?? row.receivedAt) : null
      Object.assign(row, movesOf(match, decision))
      const paidFen = isPayment ? match.totalFen : null
      const write = () => applyTransition({ ...match, decision, paidAt, paidFen, told, evidence: row })
      if (await conclude('applied', decision.reason ?? null, write)) return
      // Another message was faster: match and decide again on what it left.
      Object.assign(row, NOT_MOVED)
    }
  }

  /** Why a message is not to be believed though its sign is right, or undefined. */
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

/** A form's bytes, or the XML that answers a question. */
function read({ bytes, unreadable }: Arrival, source: Channel, account: Account): Message {
  if (unreadable) return { kind: 'malformed', ...unreadable }
  if (source !== 'query') return readMessage(bytes, account)
  const answer = readXmlAnswer(bytes, account.key)
  const holdsNone = answer.kind === 'done' || answer.kind === 'refused'
  return holdsNone ? { kind: 'malformed', code: 'no_trade' } : answer
}

type Matched = Extract<Match, { kind: 'matched' }>

/** A changed price moves an order as well, though no status does. */
function withQuote(decision: Decision, { order, quote }: Matched): Decision {
  if (!quote || decision.kind === 'move') return decision
  const events: EventKind[] = quote.quotedFen === null ? [] : ['price_changed']
  return { ...decision, kind: 'move', to: order, events }
}

/** Names and values in it may be as long as the message. */
const MAX_DETAIL = 200

/** Only what is sent has an answer; a return needs none, the browser goes on (F11). */
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
    // Both are indexed, and no genuine one is longer.
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

/** The order named by bytes that are no valid message, so that the row is listed with the order. */
function claimedOrderNo(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes).toString('latin1')
  return /(?:^|&)out_trade_no=([\w-]{1,64})(?:&|$)/.exec(text)?.[1] ?? null
}

/**
 * Whether these very bytes were confirmed by the gateway before and processed. The gateway forgets a notify_id once it
 * has seen `success` (docs/protocol.md 5.5); a repeat that was still under way then is answered as the repeat it is.
 * Not for returns, whose minute is over when it is over (spec.md T5.2E).
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

/** What a message did to its order, for its log entry. */
const movesOf = ({ order, totalFen, quote }: Matched, { to }: { to: Statuses }) => ({
  fromTrade: order.tradeStatus,
  toTrade: to.tradeStatus,
  fromRefund: order.refundStatus,
  toRefund: to.refundStatus,
  fromFen: quote && order.totalFen,
  toFen: quote && totalFen,
})

type Statuses = Pick<Order, 'tradeStatus' | 'refundStatus'>
