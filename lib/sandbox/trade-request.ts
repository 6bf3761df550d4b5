import type { Merchant, Prisma, Trade } from '@/generated/sandbox/client'
import { formatBeijingTime } from '../alipay/beijing-time'
import { type Charset, parseCharset } from '../alipay/charset'
import { formatYuan, parseSignedYuan } from '../alipay/money'

/** The request that a trade was made from, as text. */
export function requestOf({ request }: { request: Prisma.JsonValue }): Readonly<Record<string, string>> {
  const entries = request && typeof request === 'object' ? Object.entries(request) : []
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]))
}

/** An amount of a request in yuan with two decimals; 0.00 where it is missing. */
export const yuanIn = (text: string | undefined) => formatYuan(parseSignedYuan(text || '0') ?? 0)

/** What every message about a trade says of it, in the gateway's names. What is missing is left out by `filled`. */
export function tradeParams(trade: Trade, merchant: Merchant): TradeParams {
  const request = requestOf(trade)
  return {
    trade_no: trade.tradeNo,
    out_trade_no: trade.outTradeNo,
    subject: request.subject,
    body: request.body,
    price: request.price ? yuanIn(request.price) : formatYuan(trade.totalFen),
    quantity: request.quantity ?? '1',
    discount: yuanIn(request.discount),
    total_fee: formatYuan(trade.totalFen),
    payment_type: request.payment_type,
    seller_email: merchant.sellerEmail,
    seller_id: merchant.partner,
    buyer_email: trade.buyerEmail,
    buyer_id: trade.buyerId,
    trade_status: trade.tradeStatus,
    gmt_create: timeIn(trade.gmtCreate),
    gmt_payment: timeIn(trade.gmtPayment),
    gmt_send_goods: timeIn(trade.gmtSendGoods),
    gmt_close: timeIn(trade.gmtClose),
  }
}

type TradeParams = Record<string, string | null | undefined>

export const filled = (params: TradeParams) =>
  Object.entries(params).filter((pair): pair is [string, string] => Boolean(pair[1]))

/** A moment in Beijing time; null where there is none. */
export const timeIn = (moment: Date | null) => moment && formatBeijingTime(moment)

/** A buyer's account as the open platform tells it: `buy***@example.com`, `138****8000`. */
export const maskedAccount = (account: string) =>
  /^\d{11}$/.test(account)
    ? account.replace(/^(\d{3})\d{4}/, '$1****')
    : account.replace(/^([^@]{1,3})[^@]*/, '$1***')

/** The charset of a stored trade or merchant, which was checked when it was stored. */
export function charsetOf({ charset: name }: { charset: string }): Charset {
  const charset = parseCharset(name)
  if (!charset) throw new Error(`"${name}" was stored as a charset`)
  return charset
}
