import type { Order } from '@/generated/shop/client'
import type { Verdict } from '@/generated/shop/enums'
import { parseBeijingTime } from '../alipay/beijing-time'
import { escrowTotalFen } from '../alipay/partner/escrow-total'
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
      /** Another e-mail of our seller than the settings have, and one that can be read. */
      sellerEmailChanged: boolean
      /** The gateway's price as it is now, where that is news. */
      quote: { quotedFen: number | null; quotedAt: Date } | null
    }

/** A payment of the order's own trade at a price that nobody here has agreed to. */
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
 * What a verified message has to do with us: our seller, an order of ours, the trade number bound to it at first
 * contact, its amount (docs/protocol.md 5.10). A right sign alone proves none of that.
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

/** What a message says of its trade. */
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

/** The id never changes and decides; an e-mail may, and decides only where there is no id (threats.md 22). */
function wrongSeller(params: Params, account: Account): Reason | undefined {
  const id = params.get('seller_id')
  if (id) return id === account.partner ? undefined : { code: 'other_seller_id', detail: id }
  const email = params.get('seller_email')
  if (!email) return { code: 'no_seller' }
  return isOurEmail(params, account) ? undefined : { code: 'other_seller_email', detail: email }
}

/** Whether a message names our seller's e-mail, in any case, or none. */
function isOurEmail(params: Params, { sellerEmail }: Account) {
  const email = params.get('seller_email')
  return !email || inLowerCase(email) === inLowerCase(sellerEmail)
}

const isReadable = (text = '') => !text.includes('\ufffd')

/** ASCII letters only: toLowerCase makes a plain k of the Kelvin sign, which is in another address. */
const inLowerCase = (email: string) => email.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

async function wrongTradeNo(order: Order, tradeNo: string): Promise<Reason | undefined> {
  if (!/^\d{16,64}$/.test(tradeNo)) return { code: 'no_trade_no', detail: tradeNo }
  if (order.tradeNo === tradeNo) return undefined
  if (order.tradeNo) return { code: 'order_has_other_trade', detail: order.tradeNo }
  const other = await findOrderByTradeNo(tradeNo)
  // It may be this very order, bound by another message since it was read.
  return other && other.id !== order.id ? { code: 'trade_has_other_order', detail: other.orderNo } : undefined
}

/**
 * The totals that an order may be paid with, in fen: its own, with the way of shipping chosen in the shop; where the
 * message names the way chosen at the cashier, that of this way and no other; and one that the merchant has agreed to.
 */
function rightTotals(params: Params, order: Order, { sent }: News): (number | null)[] {
  const ways = shippingOf(order)
  const named = ways.length > 1 ? waysNamed(params, ways, sent) : undefined
  const totals = (named ?? ways.slice(0, 1)).map((way) => goodsFenOf(order) + buyersFeeFen(way))
  return [...totals, order.agreedFen]
}

/** Those that the message may mean; undefined for one without logistics, as the first of a trade is (docs/protocol.md 5.3). */
function waysNamed(params: Params, ways: readonly Shipping[], sent: boolean): Shipping[] | undefined {
  // Once sent, the type is how the seller sent it, not what the buyer chose; the fee stays. An answer has only the fee.
  const type = sent ? undefined : params.get('logistics_type')
  const fee = params.get('logistics_fee')
  if (!type && !fee) return undefined
  return ways.filter((way) => (!type || way.type === type) && (!fee || way.feeFen === parseYuan(fee)))
}

/**
 * A payment has to be of a right amount. Before it, the seller may have changed the price at Alipay (docs/protocol.md
 * 6.5): that is believed of the trade that is bound to the order, told to the merchant, and a payment of it is accepted only once the merchant agrees.
 */
function wrongAmount(params: Params, totalFen: number, order: Order, news: News): Reason | undefined {
  if (!rightTotals(params, order, news).includes(totalFen)) {
    const mayDiffer = order.tradeNo !== null && !isPaid(news)
    const way = params.get('logistics_type')
    const detail = `${formatYuan(totalFen)}${way ? ` ${way}` : ''} ≠ ${formatYuan(order.totalFen)}`
    return mayDiffer ? undefined : { code: 'wrong_total', detail }
  }
  // The parts are told with the logistics group; until then, and after a change of price, they need not add up.
  const hasParts = params.has('logistics_payment') && params.get('is_total_fee_adjust') !== 'Y'
  if (!hasParts || totalFen === order.agreedFen) return undefined
  return escrowTotalFen((name) => params.get(name)) === totalFen ? undefined : { code: 'wrong_parts' }
}

/** The message of a changed price may never have come (it is a stage of its own, spec.md F13): then this one tells. */
function paymentAt(params: Params, quotedFen: number, order: Order, news: News): PaidOtherwise | undefined {
  if (!isPaid(news) || rightTotals(params, order, news).includes(quotedFen)) return undefined
  return { order, quote: { quotedFen, quotedAt: order.quotedAt ?? order.createdAt } }
}

/** A price that differs from what is known, while it can still be paid. An older message than the last is no news. */
function readQuote(params: Params, totalFen: number, order: Order, news: News) {
  if (news.tradeStatus !== 'WAIT_BUYER_PAY' || order.tradeStatus !== 'WAIT_BUYER_PAY') return null
  const time = params.get('notify_time') ?? params.get('gmt_last_modified_time') ?? ''
  const quotedAt = parseBeijingTime(time)
  if (!quotedAt || (order.quotedAt && quotedAt < order.quotedAt)) return null
  const quotedFen = rightTotals(params, order, news).includes(totalFen) ? null : totalFen
  // Of one second only another price is news, not the one before it, nor one that was decided upon.
  const isSameSecond = order.quotedAt?.getTime() === quotedAt.getTime()
  if (isSameSecond && (quotedFen === null || order.quotedFen === null)) return null
  return quotedFen === order.quotedFen ? null : { quotedFen, quotedAt }
}
