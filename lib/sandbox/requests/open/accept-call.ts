import { type Charset, parseCharset } from '../../../alipay/charset'
import { escapeHtml } from '../../../alipay/escape-html'
import { type AnswerContent, writeAnswer, writeUnsignedAnswer } from '../../../alipay/open/write-answer'
import { isPageMethod } from '../../merchants/methods'
import { gatewayKey } from '../../state'
import type { RawRequest } from '../read-request'
import type { GatewayRefusal } from '../refusal'
import { authenticate, type CallRefusal } from './authenticate'
import { placeOrder } from './place-order'
import { injectRefusal, runServerMethod } from './run-method'

/** The outcome of a request of the open platform: a buyer goes to the cashier or sees a page, a server gets JSON. */
export type CallAcceptance =
  | { kind: 'accepted'; tradeId: string }
  | { kind: 'json'; json: Buffer; charset: Charset; status?: number }
  | { kind: 'lost' }
  | GatewayRefusal

/** A request with `method=`, or why it cannot be read. The method alone decides between page and JSON. */
export async function acceptCall(
  request: RawRequest | GatewayRefusal,
  method: string,
): Promise<CallAcceptance> {
  const charset = (request.kind === 'read' && parseCharset(request.params.get('charset') ?? '')) || 'utf-8'
  const answer = (content: AnswerContent): CallAcceptance => ({
    kind: 'json',
    json: writeAnswer(method, content, gatewayKey(), charset),
    charset,
  })
  const refuse = (refusal: CallRefusal): CallAcceptance => {
    if (isPageMethod(method)) return refusal
    const content = refusalContent(refusal)
    if (!refusal.isUnknown) return answer(content)
    return { kind: 'json', json: writeUnsignedAnswer(content, charset), charset, status: refusal.status }
  }

  if (request.kind === 'refused')
    return refuse({ ...request, code: 'isv.invalid-parameter', isUnknown: true })
  const sender = await authenticate(request.params)
  const call = sender.kind === 'refused' ? sender : await injectRefusal(sender)
  if (call.kind === 'refused') return refuse(call)
  if (isPageMethod(call.method)) return placeOrder(call)
  const done = await runServerMethod(call.method, call)
  if (done.kind === 'refused') return refuse(done)
  if (done.kind === 'lost') return done
  return answer({ code: '10000', msg: 'Success', ...done.content })
}

/** The four members of a refusal. With a wrong sign sub_msg ends in the text that the gateway verified, HTML-escaped. */
function refusalContent({ code: subCode, reason, signed }: GatewayRefusal): AnswerContent {
  const [code, msg] = FAMILIES.find(([begin]) => subCode.startsWith(begin))?.[1] ?? UNAVAILABLE
  const sub_msg =
    signed === undefined
      ? `${reason.zh} / ${reason.en}`
      : `${reason.zh} / ${reason.en}。建议检查签名字符串或签名私钥与应用公钥是否匹配，网关生成的验签字符串为：${escapeHtml(signed)}`
  return { code, msg, sub_code: subCode, sub_msg }
}

const UNAVAILABLE = ['20000', 'Service Currently Unavailable'] as const
const FAMILIES = [
  ['ACQ.', ['40004', 'Business Failed']],
  ['isv.missing-', ['40001', 'Missing Required Arguments']],
  ['isv.insufficient-', ['40006', 'Insufficient Permissions']],
  ['isv.', ['40002', 'Invalid Arguments']],
] as const
