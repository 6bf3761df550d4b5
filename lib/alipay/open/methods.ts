import type { KeyObject } from 'node:crypto'
import { formatBeijingTime } from '../beijing-time'
import { formatYuan } from '../money'
import { toRaw } from '../params'
import { RequestRefusedError } from '../refusal'
import type { SignedRequest } from '../signed-request'
import { checkOpenPayment } from './request-rules'
import { requestToSign, rsa2Sign } from './sign'

/** An application of the open platform and the gateway it talks to. */
export interface OpenApp {
  gatewayUrl: string
  /** 16 digits. */
  appId: string
  /** The application's own; its public half is uploaded at Alipay. */
  privateKey: KeyObject
  /** Alipay's, shown beside the application's once that is uploaded. */
  alipayPublicKey: KeyObject
}

/** How the buyer pays: on a computer, on a phone, or by scanning a code. */
export const PAY_METHODS = {
  desktop: { method: 'alipay.trade.page.pay', product: 'FAST_INSTANT_TRADE_PAY' },
  phone: { method: 'alipay.trade.wap.pay', product: 'QUICK_WAP_WAY' },
  code: { method: 'alipay.trade.precreate', product: 'FACE_TO_FACE_PAYMENT' },
} as const
export type PayBy = keyof typeof PAY_METHODS

/** `totalFen` in fen. `subject` and `body` are text, `until` is the moment after which the trade can no longer be paid. */
export interface OpenPayment {
  orderNo: string
  subject: string
  body?: string
  totalFen: number
  until?: Date
  notifyUrl: string
  /** Where the browser returns; not for a code. */
  returnUrl?: string
  /** Where "back" leads on a phone. */
  quitUrl?: string
}

/** A trade by Alipay's number, where it is known, or by the merchant's. */
export interface OpenTrade {
  orderNo: string
  tradeNo: string | null
}

/**
 * The signed request of a payment: a form for the buyer's browser, or for `code` a call whose answer holds the code. Throws
 * RequestRefusedError for what Alipay would refuse.
 */
export function payRequest(app: OpenApp, by: PayBy, payment: OpenPayment, now: Date): SignedRequest {
  const { orderNo, totalFen, until } = payment
  const { method, product } = PAY_METHODS[by]
  const subject = plainText(payment.subject)
  const refusals = checkOpenPayment({ orderNo, subject, totalFen })
  if (refusals.length > 0) throw new RequestRefusedError(refusals)
  const content = {
    out_trade_no: orderNo,
    total_amount: formatYuan(totalFen),
    subject,
    body: payment.body && firstCharacters(plainText(payment.body), MAX_BODY),
    product_code: product,
    // a code takes no moment, only a time that begins with it
    ...(until && (by === 'code' ? { timeout_express: minutesUntil(until, now) } : { time_expire: formatBeijingTime(until) })),
    quit_url: by === 'phone' ? payment.quitUrl : undefined,
  } // prettier-ignore
  const urls = { notify_url: payment.notifyUrl, return_url: by === 'code' ? undefined : payment.returnUrl }
  return signOpenRequest(app, method, content, now, urls)
}

/** The signed question for a trade's present state. */
export const tradeQuery = (app: OpenApp, trade: OpenTrade, now: Date): SignedRequest =>
  signOpenRequest(app, 'alipay.trade.query', named(trade), now)

/** The signed request by which the merchant closes an unpaid trade. */
export const tradeClose = (app: OpenApp, trade: OpenTrade, now: Date): SignedRequest =>
  signOpenRequest(app, 'alipay.trade.close', named(trade), now)

/** `no` is the idempotency key: the same number and amount refund once, however often they are sent. `fen` in fen. */
export interface OpenRefund {
  no: string
  fen: number
  reason: string
}

/** The signed request that gives money back to the buyer, all of it or a part. */
export function tradeRefund(app: OpenApp, trade: OpenTrade, refund: OpenRefund, now: Date): SignedRequest {
  const { no, fen, reason } = refund
  const content = {
    ...named(trade),
    refund_amount: formatYuan(fen),
    out_request_no: no,
    refund_reason: firstCharacters(reason, MAX_REASON) || undefined,
  }
  return signOpenRequest(app, 'alipay.trade.refund', content, now)
}

/** The signed question whether a refund was made. */
export const refundQuery = (app: OpenApp, trade: OpenTrade, refundNo: string, now: Date): SignedRequest =>
  signOpenRequest(
    app,
    'alipay.trade.fastpay.refund.query',
    { ...named(trade), out_request_no: refundNo },
    now,
  )

/** Characters that Alipay takes of a body and of a reason. */
const MAX_BODY = 128
const MAX_REASON = 256

/** Both names, where both are known: Alipay goes by its own, and its answer is compared with both. */
const named = ({ orderNo, tradeNo }: OpenTrade) => ({
  out_trade_no: orderNo,
  trade_no: tradeNo ?? undefined,
})

/**
 * A text without the characters that Alipay bars from a subject (`/ = &`): their wide forms look the same to people, and
 * nothing that the string to sign joins with can be read out of it (threats.md 79).
 */
const plainText = (text: string) => text.replace(/[/=&]/g, (sign) => WIDE[sign] ?? sign)
const WIDE: Record<string, string> = { '/': '／', '=': '＝', '&': '＆' }

const firstCharacters = (text: string, most: number) => Array.from(text).slice(0, most).join('')

const minutesUntil = (until: Date, now: Date) =>
  `${Math.max(1, Math.floor((until.getTime() - now.getTime()) / 60_000))}m`

/**
 * Adds the public parameters and the sign. The whole request is in `fields`, and nothing in the address. `timestamp` is
 * Beijing's time, whatever the server's zone (threats.md 85).
 */
function signOpenRequest(
  app: OpenApp,
  method: string,
  content: Record<string, string | undefined>,
  now: Date,
  urls: Record<string, string | undefined> = {},
): SignedRequest {
  const fields = new Map([
    ['app_id', app.appId],
    ['method', method],
    ['format', 'JSON'],
    ['charset', 'utf-8'],
    ['sign_type', 'RSA2'],
    ['timestamp', formatBeijingTime(now)],
    ['version', '1.0'],
    ['biz_content', JSON.stringify(content)],
  ])
  for (const [name, value] of Object.entries(urls)) if (value) fields.set(name, value)
  fields.set('sign', rsa2Sign(requestToSign(toRaw(fields, 'utf-8')), app.privateKey))
  return { action: app.gatewayUrl, charset: 'utf-8', fields }
}
