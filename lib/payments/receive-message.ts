import { randomUUID } from 'node:crypto'
import type { Channel, Notification, Verdict } from '@/generated/shop/client'
import { type Message, readMessage } from '../alipay/message'
import { notifyVerify, type ResponseTxt } from '../alipay/notify-verify'
import type { Account } from '../alipay/request'
import { stringToSign } from '../alipay/sign'
import { db } from '../db'
import { log, logResult } from '../log'
import { applyTransition } from '../orders/apply-transition'
import { decide } from '../orders/transitions'
import { ANSWERS } from './answers'
import { matchOrder } from './match-order'

/** A message as it came in: raw bytes, read before anything decoded them. */
export interface Arrival {
  channel: Channel
  bytes: Uint8Array<ArrayBuffer>
  remoteAddress: string
  /** Set where the bytes were not even read to their end, or are not a form. */
  unreadable?: string
}

/** Long enough for a slow gateway, short enough that the gateway's own 10 seconds do not run out. */
const VERIFY_TIMEOUT_MS = 8_000

/**
 * The one path of every message, notification or return: verify (sign, then the remote query), match (seller, order,
 * trade number, amount), then one guarded statement, and its log row (design: docs/protocol.md 5.10, spec.md F15).
 * Never throws: an error of ours is the verdict `error`, is answered `fail`, and the gateway sends again.
 */
export async function receiveMessage(arrival: Arrival, account: Account): Promise<Notification> {
  const started = performance.now()
  const message: Message = arrival.unreadable
    ? { kind: 'malformed', reason: arrival.unreadable }
    : readMessage(arrival.bytes, account)
  const row: Notification = {
    id: randomUUID(),
    receivedAt: new Date(),
    milliseconds: 0,
    recheckOf: null,
    ...describe(arrival, message),
    ...outcome(arrival, 'error', null),
  }
  /** Completes the row; `write` is where it goes. */
  const conclude = async (verdict: Verdict, reason: string | null, write = writeRow) => {
    Object.assign(row, outcome(arrival, verdict, reason), {
      milliseconds: Math.round(performance.now() - started),
    })
    return write()
  }
  const writeRow = async () => {
    await db().notification.create({ data: { ...row, params: row.params ?? undefined } })
    return true
  }

  try {
    await judge()
  } catch (error) {
    log().error(
      { err: error, notification: row.id, orderNo: row.orderNo },
      'a message could not be processed',
    )
    row.transition = null // it did not happen
    await conclude('error', 'an error on our side; the gateway will send it again').catch(() => {
      log().error({ notification: row.id }, 'nor could it be logged')
    })
  }
  const { id, channel, verdict, reason, orderNo, milliseconds } = row
  const level = ANSWERS[verdict] === 'success' && verdict !== 'illegal' ? 'info' : 'warn'
  logResult('message received', { notification: id, channel, verdict, reason, orderNo, milliseconds }, level)
  return row

  async function judge() {
    if (message.kind !== 'signed') return conclude(message.kind, message.reason)
    if (!row.notifyId) return conclude('bad_source', 'there is no notify_id, so the gateway cannot be asked')
    row.responseTxt = await notifyVerify(account, row.notifyId, fetch, VERIFY_TIMEOUT_MS)
    if (row.responseTxt !== 'true') {
      if (await isRepeat(row))
        return conclude('duplicate', 'this very message has been verified and processed before')
      return conclude('bad_source', `the gateway does not confirm the notify_id: ${row.responseTxt}`)
    }
    for (;;) {
      const match = await matchOrder(message.params, account)
      if (match.kind === 'refused') return conclude(match.verdict, match.reason)
      const { order, news } = match
      const decision = decide(order, news)
      if (decision.kind === 'illegal') return conclude('illegal', decision.reason)
      if (decision.kind === 'same') return conclude('duplicate', null)
      if (decision.kind === 'older') return conclude('stale', `the order is at ${order.tradeStatus} already`)
      const isPayment = decision.events.some((kind) => kind === 'paid' || kind === 'paid_late')
      const paidAt = isPayment ? (news.paidAt ?? row.receivedAt) : null
      row.transition = `${stateWord(order)} -> ${stateWord(decision.to)}`
      const write = () => applyTransition({ ...match, decision, paidAt, evidence: row })
      if (await conclude('applied', null, write)) return
      // Another message was faster: match and decide again on what it left.
      row.transition = null
    }
  }
}

function outcome({ channel }: Arrival, verdict: Verdict, reason: string | null) {
  return { verdict, reason, answer: channel === 'return' ? '303' : ANSWERS[verdict] } // a return needs no answer (F11)
}

function describe({ channel, bytes, remoteAddress }: Arrival, message: Message) {
  const read = message.kind === 'malformed' ? undefined : message
  return {
    channel,
    remoteAddress,
    rawBytes: bytes,
    params: read ? Object.fromEntries(read.params) : null,
    stringToSign: read ? stringToSign(read.params) : null,
    sign: read?.sign ?? null,
    mysign: read?.mysign ?? null,
    // Both are indexed, and no genuine one is longer.
    notifyId: read?.params.get('notify_id')?.slice(0, 256) || null,
    orderNo: read ? (read.params.get('out_trade_no')?.slice(0, 64) ?? null) : claimedOrderNo(bytes),
    responseTxt: null as ResponseTxt | null,
    transition: null as string | null,
  }
}

/** The order that bytes name which are no message: the row shall be found with the order all the same. */
function claimedOrderNo(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes).toString('latin1')
  return /(?:^|&)out_trade_no=([\w-]{1,64})(?:&|$)/.exec(text)?.[1] ?? null
}

/**
 * Whether these very bytes were confirmed by the gateway before and processed. The gateway forgets a notify_id once it
 * has seen `success` (docs/protocol.md 5.5); a repeat that was still under way then is answered as the repeat it is.
 * Not for returns, whose minute is over when it is over (spec.md T5.2E).
 */
async function isRepeat({ channel, notifyId, sign }: Notification) {
  if (channel !== 'notify') return false
  const earlier = await db().notification.findFirst({
    where: { notifyId, sign, responseTxt: 'true', verdict: { in: ['applied', 'duplicate', 'stale'] } },
    select: { id: true },
  })
  return earlier !== null
}

const stateWord = ({
  tradeStatus,
  refundStatus,
}: {
  tradeStatus: string | null
  refundStatus: string | null
}) => (tradeStatus ?? 'none') + (refundStatus ? ` + ${refundStatus}` : '')
