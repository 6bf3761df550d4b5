import { parseCharset } from '../alipay/charset'
import { xmlFailure } from '../alipay/write-xml-answer'
import { acceptPayment } from './accept-payment'
import { answerService } from './answer-service'
import { type Authentic, authenticate, readRequest } from './authenticate'
import { takeRefusal } from './faults'
import type { GatewayRefusal } from './refusal'
import { isPaymentService, isServerService } from './services'

/** What becomes of a request: a buyer goes to the cashier, a server gets XML, and what is refused is told to its sender. */
export type Acceptance =
  { kind: 'accepted'; tradeId: string } | { kind: 'answered'; xml: Buffer } | GatewayRefusal

/**
 * The gateway's front door. Checks service, partner, contract, sign, parameters, business rules, in this order
 * (protocol.md 3). `query` and `body` are raw bytes; a GET has no body.
 */
export async function acceptRequest(query: Uint8Array, body: Uint8Array | undefined): Promise<Acceptance> {
  const request = readRequest(query, body)
  if (request.kind === 'refused') return request
  const { params } = request
  const sender = await orFault(await authenticate(request))
  if (sender.kind === 'authentic' && isPaymentService(sender.service)) return acceptPayment(sender)
  if (!isServerService(params.get('service') ?? '') && sender.kind === 'refused') return sender
  const charset = parseCharset(params.get('_input_charset') ?? '') ?? 'gbk'
  const answer = sender.kind === 'authentic' ? await answerService(sender) : sender
  return { kind: 'answered', xml: 'xml' in answer ? answer.xml : xmlFailure(answer.code, charset) }
}

const BY_FAULT = {
  zh: '沙箱按故障设置拒绝了这一次请求，请求本身没有错',
  en: 'The sandbox refused this request because a fault was ordered; nothing is wrong with it',
}

/** A fault may have the gateway refuse a request that is right (faults.ts). */
async function orFault(sender: Authentic | GatewayRefusal): Promise<Authentic | GatewayRefusal> {
  if (sender.kind === 'refused') return sender
  const { out_trade_no, out_order_no, trade_no } = sender.text
  const code = await takeRefusal(out_trade_no ?? out_order_no, trade_no)
  return code ? { kind: 'refused', code, reason: BY_FAULT } : sender
}
