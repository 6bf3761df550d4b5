import type { GatewayCall, Prisma } from '@/generated/shop/client'
import { type Asked, callService, withSecondTry } from '../alipay/http'
import { MAX_ANSWER_BYTES, readXmlAnswer, type XmlAnswer } from '../alipay/partner/read-xml-answer'
import type { Account, SignedRequest } from '../alipay/partner/request'
import type { Reason } from '../alipay/reason-codes'
import { db } from '../db'
import { logResult } from '../log'
import { noteHandedOver } from '../orders/enquiry'

/** What a request is for, in the shop's word; its `service` is the gateway's word. */
export type Verb = 'pay' | 'query' | 'close' | 'ship'

/**
 * How a call to the gateway ended. `call` is the id of its GatewayCall, and missing where nothing had to be sent.
 * `refused`: the gateway said no, with a code of its own (partner/error-codes.ts).
 */
export type Outcome<Found = unknown> =
  | ({ kind: 'answered'; call?: string } & Found)
  | { kind: 'refused'; code: string; call?: string }
  | (NoAnswer & { call?: string })

/**
 * `unreachable`: no answer came. `unbelievable`: something came that is not the gateway's answer to this request. After
 * either nothing is known of the trade.
 */
export type NoAnswer = Reason & { kind: 'unreachable' | 'unbelievable' }

/** An answer with data, and its bytes: evidence even where its sign is wrong. */
export interface Evidence {
  answer: Extract<XmlAnswer, { kind: 'signed' | 'bad_sign' }>
  bytes: Uint8Array<ArrayBuffer>
}

/** Long enough for a slow gateway, short enough for a merchant who waits for the page. */
const TIMEOUT_MS = 15_000

/** Calls the gateway from server to server, and logs what was sent and what came back. */
export async function callGateway(
  orderNo: string,
  verb: Exclude<Verb, 'pay'>,
  request: SignedRequest,
  account: Account,
  timeoutMs = TIMEOUT_MS,
): Promise<Outcome & { evidence?: Evidence }> {
  const sentAt = new Date()
  const started = performance.now()
  // only a query may be sent twice: what ships or closes may have arrived
  const options = {
    timeoutMs,
    maxBytes: MAX_ANSWER_BYTES,
    fetch: verb === 'query' ? withSecondTry(fetch) : fetch,
  }
  const asked = await callService(request, options)
  const { evidence, ...ended } = judge(asked, verb, request, account)
  const milliseconds = Math.round(performance.now() - started)
  const { kind: outcome, code = null, detail = null } = { code: undefined, detail: undefined, ...ended }
  const answer = asked.ok && asked.status === 200 && !asked.truncated ? asked.bytes : null
  const call = await keep(orderNo, verb, request, { sentAt, answer, outcome, code, detail, milliseconds })
  logResult('gateway called', { call, orderNo, verb, outcome, code, detail, milliseconds })
  return { ...ended, evidence, call }
}

/** Notes that a payment form was handed to the buyer's browser; nothing tells what the browser does with it. */
export async function noteHandOver(orderNo: string, request: SignedRequest): Promise<void> {
  await noteHandedOver(orderNo)
  await keep(orderNo, 'pay', request, { sentAt: new Date() })
}

/** The latest 100 calls about an order, newest first. */
export function listCalls(orderNo: string): Promise<GatewayCall[]> {
  const orderBy = [{ sentAt: 'desc' as const }, { id: 'desc' as const }]
  return db().gatewayCall.findMany({ where: { orderNo }, orderBy, take: 100 })
}

type Ended = ({ kind: 'answered' } | { kind: 'refused'; code: string } | NoAnswer) & { evidence?: Evidence }

function judge(asked: Asked, verb: Verb, request: SignedRequest, account: Account): Ended {
  if (!asked.ok) return { kind: 'unreachable', code: asked.code, detail: asked.detail }
  const { status, truncated, bytes } = asked
  if (status !== 200) return { kind: 'unreachable', code: 'http_status', detail: String(status) }
  if (truncated) return { kind: 'unreachable', code: 'answer_too_long', detail: String(MAX_ANSWER_BYTES) }
  const answer = readXmlAnswer(bytes, account.key)
  switch (answer.kind) {
    case 'malformed':
      return { kind: 'unbelievable', code: answer.code, detail: answer.detail }
    case 'refused':
      return { kind: 'refused', code: answer.code }
    case 'bad_sign':
      return { kind: 'unbelievable', code: answer.code, evidence: { answer, bytes } }
    case 'done':
      return verb === 'close' ? { kind: 'answered' } : { kind: 'unbelievable', code: 'no_trade' }
    case 'signed':
      return verb === 'ship' && answer.params.get('trade_no') !== request.fields.get('trade_no')
        ? { kind: 'unbelievable', code: 'other_trade' }
        : { kind: 'answered', evidence: { answer, bytes } }
  }
}

/** Returns the id of the log entry. */
async function keep(
  orderNo: string,
  verb: Verb,
  { fields }: SignedRequest,
  rest: Omit<Prisma.GatewayCallCreateInput, 'orderNo' | 'verb' | 'service' | 'params'>,
): Promise<string> {
  const service = fields.get('service') ?? ''
  const data = { orderNo, verb, service, params: Object.fromEntries(fields), ...rest }
  return (await db().gatewayCall.create({ data, select: { id: true } })).id
}
