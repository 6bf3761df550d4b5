import type { GatewayCall, Order, Prisma } from '@/generated/shop/client'
import { type Asked, callService, MAX_ANSWER_BYTES, withSecondTry } from '../alipay/http'
import type { Reason } from '../alipay/reason-codes'
import { db } from '../db'
import type { Answer, Gateway, GatewayRequest, NamedTrade } from '../gateway/gateway'
import { logResult } from '../log'
import { noteHandedOver } from '../orders/enquiry'

/**
 * How a call to the gateway ended. `call` is the id of its GatewayCall, and missing where nothing had to be sent.
 * `refused`: the gateway said no, with a code of its own. `unreachable`: no answer came. `unbelievable`: something came
 * that is not the gateway's answer to this request. After either of the last two nothing is known of the trade.
 */
export type Outcome<Found = unknown> =
  | ({ kind: 'answered'; call?: string } & Found)
  | { kind: 'refused'; code: string; call?: string }
  | (Reason & { kind: 'unreachable' | 'unbelievable'; call?: string })

/** Long enough for a slow gateway, short enough for a merchant who waits for the page. */
const TIMEOUT_MS = 15_000

/** A signed answer with data, or one with a wrong sign; to be received like a message. */
export interface Evidence {
  answer: NonNullable<Exclude<Answer, { kind: 'refused' }>['message']>
  bytes: Uint8Array<ArrayBuffer>
}

/**
 * The outcome for an order that was made under the other interface, about which this gateway is not asked: under the number
 * it knows no trade, or another one, and the order may be paid all the same (threats.md 78). Else undefined.
 */
export const ofOtherGateway = ({ gateway }: Pick<Order, 'gateway'>, { name }: Gateway) =>
  gateway === name ? undefined : ({ kind: 'unbelievable', code: 'other_gateway', detail: gateway } as const)

/** Calls the gateway from server to server, and logs what was sent and what came back. */
export async function callGateway(
  { orderNo, tradeNo }: NamedTrade,
  request: GatewayRequest,
  gateway: Gateway,
  timeoutMs = TIMEOUT_MS,
): Promise<Outcome & { evidence?: Evidence }> {
  const sentAt = new Date()
  const started = performance.now()
  const { verb } = request
  // only a query may be sent twice: what ships or closes may have arrived
  const again = verb === 'query' || verb === 'refund_query' ? withSecondTry(fetch) : fetch
  const asked = await callService(request, { timeoutMs, maxBytes: MAX_ANSWER_BYTES, fetch: again })
  const milliseconds = Math.round(performance.now() - started)
  const received = receive(asked)
  const bytes = 'bytes' in received ? received.bytes : null
  const { message, ...outcome } =
    'bytes' in received
      ? gateway.readAnswer(received.bytes, verb, { orderNo, tradeNo, refundNo: request.refundNo })
      : received
  const reason: { code?: string; detail?: string } = 'code' in outcome ? outcome : {}
  const { code = null, detail = null } = reason
  const ended = { outcome: outcome.kind, code, detail, milliseconds }
  const call = await keep(orderNo, request, { sentAt, answer: bytes, ...ended })
  logResult('gateway called', { call, orderNo, verb, ...ended })
  return { ...outcome, call, evidence: bytes && message ? { answer: message, bytes } : undefined }
}

/** Notes that a payment form was handed to the buyer's browser; what the browser does with it is not known. */
export async function noteHandOver(orderNo: string, request: GatewayRequest): Promise<void> {
  await noteHandedOver(orderNo)
  await keep(orderNo, request, { sentAt: new Date() })
}

/** The latest 100 calls about an order, newest first. */
export function listCalls(orderNo: string): Promise<GatewayCall[]> {
  const orderBy = [{ sentAt: 'desc' as const }, { id: 'desc' as const }]
  return db().gatewayCall.findMany({ where: { orderNo }, orderBy, take: 100 })
}

type Received = { bytes: Uint8Array<ArrayBuffer> } | (Reason & { kind: 'unreachable'; message?: undefined })

function receive(asked: Asked): Received {
  if (!asked.ok) return { kind: 'unreachable', code: asked.code, detail: asked.detail }
  const { status, truncated, bytes } = asked
  if (status !== 200) return { kind: 'unreachable', code: 'http_status', detail: String(status) }
  if (truncated) return { kind: 'unreachable', code: 'answer_too_long', detail: String(MAX_ANSWER_BYTES) }
  return { bytes }
}

/** Returns the id of the log entry. */
async function keep(
  orderNo: string,
  { verb, service, fields }: GatewayRequest,
  rest: Omit<Prisma.GatewayCallCreateInput, 'orderNo' | 'verb' | 'service' | 'params'>,
): Promise<string> {
  const data = { orderNo, verb, service, params: Object.fromEntries(fields), ...rest }
  return (await db().gatewayCall.create({ data, select: { id: true } })).id
}
