import { parseCharset } from '../../alipay/charset'
import { takeLostAnswer, takeRefusal } from '../faults/faults'
import { callerOf, isPaymentService, type ServerService } from '../merchants/services'
import { acceptCall, type CallAcceptance } from './open/accept-call'
import { acceptPayment, type PaymentAcceptance } from './partner/accept-payment'
import { type Authentic, authenticate } from './partner/authenticate'
import { closeTrade } from './partner/close-trade'
import { queryTimestamp } from './partner/query-timestamp'
import { sendGoods } from './partner/send-goods'
import { singleTradeQuery } from './partner/single-trade-query'
import { verifyNotifyId, type VerifyAnswer } from './partner/verify-notify-id'
import { refusalXml, type ServiceAnswer } from './partner/xml-answer'
import { readRequest, valueIn } from './read-request'
import { BY_FAULT, type GatewayRefusal } from './refusal'

/**
 * The outcome of a request: a buyer goes to the cashier, a server gets XML, the word of notify_verify or, of the open
 * platform, JSON. A refusal is a page for a browser. `lost`: a fault keeps the answer back.
 */
export type Acceptance =
  | PaymentAcceptance
  | CallAcceptance
  | { kind: 'answered'; xml: Buffer; status?: number }
  | { kind: 'word'; word: VerifyAnswer; status?: number }

/** Headers of a request that decide how it is read, and whether its answer is a page. */
export interface RequestHeaders {
  contentType?: string
  accept?: string
}

/** The services of a merchant's server (protocol.md 2.6 to 2.8). */
const SERVER: Record<ServerService, (request: Authentic) => Promise<ServiceAnswer>> = {
  send_goods_confirm_by_platform: sendGoods,
  close_trade: closeTrade,
  single_trade_query: singleTradeQuery,
}

/**
 * The gateway's front door. Reads address and body together; a request with `service` is the partner interface's, one with
 * `method` alone the open platform's. Of the former it checks service, partner, contract, sign, parameters, business rules,
 * in this order (protocol.md 3). `query` and `body` are raw bytes; a GET has no body.
 */
export async function acceptRequest(
  query: Uint8Array,
  body: Uint8Array | undefined,
  { contentType, accept }: RequestHeaders = {},
): Promise<Acceptance> {
  const request = readRequest(query, body, contentType)
  const named = (name: 'service' | 'method') =>
    request.kind === 'read' ? request.params.get(name) : valueIn(name, query, body)
  const service = named('service')
  const method = named('method')
  if (!service && method) return acceptCall(request, method)
  const charset =
    (request.kind === 'read' && parseCharset(request.params.get('_input_charset') ?? '')) || 'gbk'
  /** The service decides who called; where it is unknown, what the client accepts. */
  const refuse = (refusal: GatewayRefusal): Acceptance => {
    const caller = callerOf(service ?? '') ?? (accept?.includes('text/html') ? 'browser' : 'server')
    const { status } = refusal
    return caller === 'browser' ? refusal : { kind: 'answered', xml: refusalXml(refusal, charset), status }
  }
  if (service === 'notify_verify') return acceptQuestion(query, body, { contentType })
  if (request.kind === 'refused') return refuse(request)
  if (service === 'query_timestamp')
    return { kind: 'answered', xml: await queryTimestamp(request.params.get('partner') ?? null) }
  const sender = await injectRefusal(await authenticate(request))
  if (sender.kind === 'refused') return refuse(sender)
  const answer = isPaymentService(sender.service)
    ? await acceptPayment(sender)
    : await SERVER[sender.service](sender)
  if (answer.kind === 'refused') return refuse(answer)
  const { out_trade_no, out_order_no, trade_no } = sender.text
  const isLost = await takeLostAnswer(sender.service, out_trade_no ?? out_order_no, trade_no)
  return isLost ? { kind: 'lost' } : answer
}

/** notify_verify, and its older address, which has no service (protocol.md 2.9). What cannot be read is `invalid`. */
export async function acceptQuestion(
  query: Uint8Array,
  body: Uint8Array | undefined,
  { contentType }: RequestHeaders = {},
): Promise<Acceptance> {
  const request = readRequest(query, body, contentType)
  if (request.kind === 'refused') return { kind: 'word', word: 'invalid', status: request.status }
  const { params } = request
  return {
    kind: 'word',
    word: await verifyNotifyId(params.get('partner') ?? null, params.get('notify_id') ?? null),
  }
}

/** Refuses a correct request where a fault says so (faults.ts). */
async function injectRefusal(sender: Authentic | GatewayRefusal): Promise<Authentic | GatewayRefusal> {
  if (sender.kind === 'refused') return sender
  const { out_trade_no, out_order_no, trade_no } = sender.text
  const code = await takeRefusal(out_trade_no ?? out_order_no, trade_no)
  return code ? { kind: 'refused', code, reason: BY_FAULT } : sender
}
