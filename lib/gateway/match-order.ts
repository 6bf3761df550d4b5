import type { Order } from '@/generated/shop/client'
import type { Verdict } from '@/generated/shop/enums'
import { parseBeijingTime } from '../alipay/beijing-time'
import { escrowTotalFen } from '../alipay/partner/totals'
import { formatYuan, parseYuan } from '../alipay/money'
import type { Params } from '../alipay/params'
import type { Reason } from '../alipay/reason-codes'
import type { Account } from '../alipay/partner/request'
import { isRefundStatus, isTradeStatus, PRICE_CHANGED } from '../alipay/status'
import { findOrder, findOrderByTradeNo } from '../orders/find-orders'
import { buyersFeeFen, goodsFenOf, type Shipping, shippingOf } from '../orders/shipping'
import { isPaid, type News } from '../orders/transitions'

export type Match =
  | (Reason & { kind: 'refused'; verdict: Verdict; paidOtherwise?: PaidOtherwise })
  | {
      kind: 'matched'
      order: Order
      news: News
      tradeNo: string
      buyerEmail: string | null
      totalFen: number
      /** Whether the message names another readable e-mail of our seller than the settings. */
      sellerEmailChanged: boolean
      /** The gateway's present price, where it differs from the known one. */
      quote: { quotedFen: number | null; quotedAt: Date } | null
    }

/** A payment of the order's own trade at a price that the merchant has not accepted. */
export interface PaidOtherwise {
  order: Order
  quote: { quotedFen: number; quotedAt: Date }
}

const refused = (verdict: Verdict, { code, detail }: Reason, paidOtherwise?: PaidOtherwise): Match => ({
  kind: 'refused',
  verdict,
  code,
  detail,
  paidOtherwise,
})

/**
 * Matches a verified message with an order: our seller, an existing order, the trade number bound to it at first contact,
 * its amount (docs/protocol.md 5.10). A right sign proves none of these.
 */
export async function matchOrder(params: Params, account: Account): Promise<Match> {
  const read = readNews(params)
  if (!read.ok) return refused('illegal', read)
  const { news } = read
  const seller = wrongSeller(params, account)
  if (seller) return refused('bad_seller', seller)

  const orderNo = params.get('out_trade_no') ?? ''
  const order = await findOrder(orderNo)
  if (!order) return refused('unknown_order', { code: 'no_order', detail: orderNo })
  const tradeNo = params.get('trade_no') ?? ''
  const bound = await wrongTradeNo(order, tradeNo)
  if (bound) return refused('bad_trade_no', bound)
  const received = params.get('total_fee') ?? ''
  const totalFen = parseYuan(received)
  if (totalFen === undefined) return refused('bad_amount', { code: 'not_an_amount', detail: received })
  const wrong = wrongAmount(params, totalFen, order, news)
  if (wrong) {
    const paidOtherwise = totalFen && order.tradeNo ? paymentAt(params, totalFen, order, news) : undefined
    return refused('bad_amount', wrong, paidOtherwise)
  }
  const buyerEmail = params.get('buyer_email') || null
  return {
    kind: 'matched',
    order,
    news,
    tradeNo,
    buyerEmail,
    totalFen,
    sellerEmailChanged: !isOurEmail(params, account) && isReadable(params.get('seller_email')),
    quote: readQuote(params, totalFen, order, news),
  }
}

export type ReadNews = { ok: true; news: News } | ({ ok: false } & Reason)

/** What a message says of its trade, in the orders' terms. */
export function readNews(params: Params): ReadNews {
  const word = params.get('trade_status') ?? ''
  const trade = word === PRICE_CHANGED ? 'WAIT_BUYER_PAY' : word
  const refund = params.get('refund_status') || null
  const tradeStatus = isTradeStatus(trade) ? trade : null
  const refundStatus = refund && isRefundStatus(refund) ? refund : null
  const unknown = [
    !tradeStatus && `trade_status=${word}`,
    refund && !refundStatus && `refund_status=${refund}`,
  ].filter((text) => typeof text === 'string')
  if (!tradeStatus && !refundStatus) return { ok: false, code: 'unknown_status', detail: unknown.join('; ') }
  const time = (name: string) => parseBeijingTime(params.get(name) ?? '') ?? null
  const news = {
    tradeStatus,
    refundStatus,
    unknown: unknown[0] ?? null,
    refundAt: time('gmt_refund'),
    paidAt: time('gmt_payment'),
    sent: !!params.get('gmt_send_goods'),
  }
  return { ok: true, news }
}

/** The id decides, because an account's e-mail may change; the e-mail decides only without an id (threats.md 22). */
function wrongSeller(params: Params, account: Account): Reason | undefined {
  const id = params.get('seller_id')
  if (id) return id === account.partner ? undefined : { code: 'other_seller_id', detail: id }
  const email = params.get('seller_email')
  if (!email) return { code: 'no_seller' }
  return isOurEmail(params, account) ? undefined : { code: 'other_seller_email', detail: email }
}

/** Whether a message names our seller's e-mail, in capitals or not, or none. */
function isOurEmail(params: Params, { sellerEmail }: Account) {
  const email = params.get('seller_email')
  return !email || inLowerCase(email) === inLowerCase(sellerEmail)
}

const isReadable = (text = '') => !text.includes('\ufffd')

/** ASCII only: toLowerCase turns the Kelvin sign of another address into a k. */
const inLowerCase = (email: string) => email.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

async function wrongTradeNo(order: Order, tradeNo: string): Promise<Reason | undefined> {
  if (!/^\d{16,64}$/.test(tradeNo)) return { code: 'no_trade_no', detail: tradeNo }
  if (order.tradeNo === tradeNo) return undefined
  if (order.tradeNo) return { code: 'order_has_other_trade', detail: order.tradeNo }
  const other = await findOrderByTradeNo(tradeNo)
  // Another message may have bound this order since it was read.
  return other && other.id !== order.id ? { code: 'trade_has_other_order', detail: other.orderNo } : undefined
}

/**
 * The totals, in fen, that an order may be paid with: the one of its way of shipping (the way that the message names, or
 * else the one chosen in the shop), and the one that the merchant has accepted.
 */
function rightTotals(params: Params, order: Order, { sent }: News): (number | null)[] {
  const ways = shippingOf(order)
  const named = ways.length > 1 ? waysNamed(params, ways, sent) : undefined
  const totals = (named ?? ways.slice(0, 1)).map((way) => goodsFenOf(order) + buyersFeeFen(way))
  return [...totals, order.agreedFen]
}

/** The ways of shipping that fit the message; undefined where it names none, as the first of a trade (docs/protocol.md 5.3). */
function waysNamed(params: Params, ways: readonly Shipping[], sent: boolean): Shipping[] | undefined {
  // After shipping, logistics_type is the seller's way and not the buyer's choice. An answer to a query has only the fee.
  const type = sent ? undefined : params.get('logistics_type')
  const fee = params.get('logistics_fee')
  if (!type && !fee) return undefined
  return ways.filter((way) => (!type || way.type === type) && (!fee || way.feeFen === parseYuan(fee)))
}

/**
 * A payment must have a right total. Before it, the seller may have changed the price at Alipay (docs/protocol.md 6.5):
 * another total of the bound trade is recorded, and its payment is accepted once the merchant has accepted the price.
 */
function wrongAmount(params: Params, totalFen: number, order: Order, news: News): Reason | undefined {
  if (!rightTotals(params, order, news).includes(totalFen)) {
    const mayDiffer = order.tradeNo !== null && !isPaid(news)
    const way = params.get('logistics_type')
    const detail = `${formatYuan(totalFen)}${way ? ` ${way}` : ''} ≠ ${formatYuan(order.totalFen)}`
    return mayDiffer ? undefined : { code: 'wrong_total', detail }
  }
  // The parts add up only in a message with the logistics group and without a change of price.
  const hasParts = params.has('logistics_payment') && params.get('is_total_fee_adjust') !== 'Y'
  if (!hasParts || totalFen === order.agreedFen) return undefined
  return escrowTotalFen((name) => params.get(name)) === totalFen ? undefined : { code: 'wrong_parts' }
}

/** The new price of a payment whose message of a changed price may never have come (spec.md F13). */
function paymentAt(params: Params, quotedFen: number, order: Order, news: News): PaidOtherwise | undefined {
  if (!isPaid(news) || rightTotals(params, order, news).includes(quotedFen)) return undefined
  return { order, quote: { quotedFen, quotedAt: order.quotedAt ?? order.createdAt } }
}

/** A price other than the known one, while the order can still be paid. A message older than the last quote is ignored. */
function readQuote(params: Params, totalFen: number, order: Order, news: News) {
  if (news.tradeStatus !== 'WAIT_BUYER_PAY' || order.tradeStatus !== 'WAIT_BUYER_PAY') return null
  const time = params.get('notify_time') ?? params.get('gmt_last_modified_time') ?? ''
  const quotedAt = parseBeijingTime(time)
  if (!quotedAt || (order.quotedAt && quotedAt < order.quotedAt)) return null
  const quotedFen = rightTotals(params, order, news).includes(totalFen) ? null : totalFen
  // Times have whole seconds: within one, only another price counts, not the former one nor one already decided upon.
  const isSameSecond = order.quotedAt?.getTime() === quotedAt.getTime()
  if (isSameSecond && (quotedFen === null || order.quotedFen === null)) return null
  return quotedFen === order.quotedFen ? null : { quotedFen, quotedAt }
}
