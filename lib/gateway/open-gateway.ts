import { openErrorHelp } from '../alipay/open/error-codes'
import { readOpenMessage } from '../alipay/open/message'
import {
  type OpenApp,
  PAY_METHODS,
  payRequest,
  refundQuery,
  tradeClose,
  tradeQuery,
  tradeRefund,
} from '../alipay/open/methods'
import { readJsonAnswer } from '../alipay/open/read-answer'
import type { Reason } from '../alipay/reason-codes'
import type { SignedRequest } from '../alipay/signed-request'
import { payableUntil } from '../orders/payable-until'
import type { Answer, Asked, Gateway, GatewayRequest, Verb } from './gateway'
import { openAmountOf, openClaimOf } from './open-match'
import { openDraftRefusals } from './open-request'
import type { ShopPages } from './partner-request'

export interface OpenSettings extends OpenApp, ShopPages {
  /** The 2088 number of the account, which seller_id has to be. */
  partner: string
  /** `web`: Alipay's pages, on computers and phones; `qr`: a code to scan. Each is a contract of its own. */
  product: 'web' | 'qr'
}

/** The open platform: payments at once, signed by RSA2 (docs/protocol-open.md). Goods and their way are the shop's own. */
export const openGateway = (settings: OpenSettings, now = () => new Date()): Gateway => ({
  name: 'open',
  charset: 'utf-8',
  host: new URL(settings.gatewayUrl).host,

  refusals: openDraftRefusals,
  pay(order, device = 'desktop') {
    const by = settings.product === 'qr' ? 'code' : device
    const { orderNo, subject, body, totalFen } = order
    const { notifyUrl, returnUrl, showUrl: quitUrl } = settings
    const until = payableUntil({ ...order, gateway: 'open' }) ?? undefined
    const payment = {
      orderNo,
      subject,
      body: body ?? undefined,
      totalFen,
      until,
      notifyUrl,
      returnUrl,
      quitUrl,
    }
    return { ...requestOf('pay', payRequest(settings, by, payment, now())), byCode: by === 'code' }
  },
  query: (trade) => requestOf('query', tradeQuery(settings, trade, now())),
  close: (trade) => requestOf('close', tradeClose(settings, trade, now())),
  ship: null,
  refund: (trade, refund) => ({
    ...requestOf('refund', tradeRefund(settings, trade, refund, now())),
    refundNo: refund.no,
  }),
  refundQuery: (trade, refundNo) => ({
    ...requestOf('refund_query', refundQuery(settings, trade, refundNo, now())),
    refundNo,
  }),

  readMessage: (bytes) => readOpenMessage(bytes, settings.alipayPublicKey),
  readAnswer(bytes, verb, asked) {
    // a logged answer does not say which of the two questions it belongs to
    const methods = asked ? METHODS[verb] : [...METHODS.query, ...METHODS.refund_query]
    const answer = readJsonAnswer(bytes, methods, settings.alipayPublicKey)
    switch (answer.kind) {
      case 'unbelievable':
        return { ...answer, message: null }
      case 'unsure':
        return { kind: 'unreachable', code: 'gateway_unsure', detail: answer.code }
      case 'refused':
        // before Alipay knows the application it signs nothing; about a trade it always does (threats.md 82)
        return answer.signed || /^(?:isv|isp|aop)\.|^\d+$/.test(answer.code)
          ? { kind: 'refused', code: answer.code }
          : unbelievable({ code: 'no_sign', detail: answer.code })
      case 'signed': {
        const other = asked && otherThanAsked(answer.params, asked)
        if (other) return unbelievable(other)
        return { kind: 'answered', message: answer }
      }
    }
  },
  confirm: null,
  claim: (params, source) => openClaimOf(params, source, settings),
  amount: openAmountOf,

  errorHelp: openErrorHelp,
})

const METHODS: Record<Verb, readonly string[]> = {
  pay: [PAY_METHODS.code.method],
  query: ['alipay.trade.query'],
  close: ['alipay.trade.close'],
  ship: [],
  refund: ['alipay.trade.refund'],
  refund_query: ['alipay.trade.fastpay.refund.query'],
}

const requestOf = (verb: Verb, signed: SignedRequest): GatewayRequest => ({
  ...signed,
  verb,
  service: signed.fields.get('method') ?? '',
})

/**
 * Why an answer is not about what was asked: it is signed, but not bound to the question, so that one about another order
 * could be sent in its place (threats.md 81). A question about a refund that was not made is answered with nothing.
 */
function otherThanAsked(params: ReadonlyMap<string, string>, asked: Asked): Reason | undefined {
  const differs = (name: string, expected?: string | null) => {
    const said = params.get(name)
    return expected && said && said !== expected ? said : undefined
  }
  const orderNo = differs('out_trade_no', asked.orderNo)
  const tradeNo = differs('trade_no', asked.tradeNo)
  const refundNo = differs('out_request_no', asked.refundNo)
  if (orderNo ?? tradeNo) return { code: 'other_trade', detail: orderNo ?? tradeNo }
  if (refundNo) return { code: 'other_refund', detail: refundNo }
  const names = params.has('out_trade_no')
  return names || asked.refundNo ? undefined : { code: 'no_trade' }
}

const unbelievable = ({ code, detail }: Reason): Answer => ({
  kind: 'unbelievable',
  message: null,
  code,
  detail,
})
