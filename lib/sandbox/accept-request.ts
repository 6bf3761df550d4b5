import { parseCharset } from '../alipay/charset'
import { xmlFailure } from '../alipay/write-xml-answer'
import { acceptPayment } from './accept-payment'
import { answerService } from './answer-service'
import { authenticate, readRequest } from './authenticate'
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
  const sender = await authenticate(request)
  if (sender.kind === 'authentic' && isPaymentService(sender.service)) return acceptPayment(sender)
  if (!isServerService(params.get('service') ?? '') && sender.kind === 'refused') return sender
  const charset = parseCharset(params.get('_input_charset') ?? '') ?? 'gbk'
  const answer = sender.kind === 'authentic' ? await answerService(sender) : sender
  return { kind: 'answered', xml: 'xml' in answer ? answer.xml : xmlFailure(answer.code, charset) }
}
