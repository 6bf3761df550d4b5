import { errorHelp } from '../alipay/partner/error-codes'
import type { Message } from '../alipay/message'
import { readMessage } from '../alipay/partner/message'
import { isDenial, notifyVerify } from '../alipay/partner/notify-verify'
import { readXmlAnswer, type XmlAnswer } from '../alipay/partner/read-xml-answer'
import {
  closeTrade,
  createPartnerTradeByBuyer,
  sendGoodsConfirmByPlatform,
  singleTradeQuery,
} from '../alipay/partner/services'
import type { Reason } from '../alipay/reason-codes'
import type { SignedRequest } from '../alipay/signed-request'
import type { Answer, Confirmation, Gateway, GatewayRequest, Verb } from './gateway'
import { amountOf, claimOf } from './partner-match'
import { draftRefusals, isInTime, type PartnerSettings, paymentParams } from './partner-request'

/** The escrow interface, `create_partner_trade_by_buyer` and its services (docs/protocol.md 2). */
export const partnerGateway = (settings: PartnerSettings, now = () => new Date()): Gateway => ({
  name: 'partner',
  charset: settings.charset,
  host: new URL(settings.gatewayUrl).host,

  refusals: (draft) => draftRefusals(draft, settings),
  pay: (order) => requestOf('pay', createPartnerTradeByBuyer(settings, paymentParams(order, settings))),
  query: ({ orderNo, tradeNo }) =>
    requestOf(
      'query',
      singleTradeQuery(settings, tradeNo ? { trade_no: tradeNo } : { out_trade_no: orderNo }),
    ),
  close: ({ orderNo, tradeNo }) =>
    requestOf('close', closeTrade(settings, tradeNo ? { trade_no: tradeNo } : { out_order_no: orderNo })),
  ship: (tradeNo, { transportType, logisticsName, invoiceNo }) =>
    requestOf(
      'ship',
      sendGoodsConfirmByPlatform(settings, {
        trade_no: tradeNo,
        logistics_name: logisticsName,
        invoice_no: invoiceNo ?? undefined,
        transport_type: transportType,
      }),
    ),

  refund: null,
  refundQuery: null,

  readMessage: (bytes) => byEitherKey(settings, now, (key) => readMessage(bytes, { ...settings, key })),
  readAnswer(bytes, verb, asked) {
    const answer = byEitherKey(settings, now, (key) => readXmlAnswer(bytes, key))
    return judgeAnswer(answer, verb, asked?.tradeNo)
  },
  async confirm(notifyId, { fetch, timeoutMs }): Promise<Confirmation> {
    const verified = await notifyVerify(settings, notifyId, fetch, timeoutMs)
    if (!verified.ok) return { kind: 'not_asked', word: null, code: verified.code, detail: verified.detail }
    const word = verified.responseTxt
    if (word === 'true') return { kind: 'confirmed', word }
    return isDenial(word)
      ? { kind: 'denied', word, code: 'gateway_denied' }
      : { kind: 'not_asked', word, code: 'not_a_word' }
  },
  claim: (params, source) => claimOf(params, source, settings),
  amount: amountOf,

  errorHelp,
})

const requestOf = (verb: Verb, signed: SignedRequest): GatewayRequest => ({
  ...signed,
  verb,
  service: signed.fields.get('service') ?? '',
})

/** Reads by the account's key. Only what has a wrong sign is read again by the old key, in its time. */
function byEitherKey<T extends Message | XmlAnswer>(
  { key, oldKey }: PartnerSettings,
  now: () => Date,
  read: (key: string) => T,
): T {
  const byNew = read(key)
  if (byNew.kind !== 'bad_sign' || !oldKey || !isInTime(oldKey, now())) return byNew
  const byOld = read(oldKey.key)
  return byOld.kind === 'signed' ? byOld : byNew
}

function judgeAnswer(answer: XmlAnswer, verb: Verb, tradeNo?: string | null): Answer {
  switch (answer.kind) {
    case 'refused':
      return answer
    case 'malformed':
      return unbelievable(answer)
    case 'bad_sign':
      return { ...unbelievable(answer), message: answer }
    case 'done':
      return verb === 'close' ? { kind: 'answered', message: null } : unbelievable({ code: 'no_trade' })
    case 'signed':
      return verb === 'ship' && answer.params.get('trade_no') !== tradeNo
        ? unbelievable({ code: 'other_trade' })
        : { kind: 'answered', message: answer }
  }
}

const unbelievable = ({ code, detail }: Reason) =>
  ({ kind: 'unbelievable', message: null, code, detail }) as const
