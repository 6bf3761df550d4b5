import type { Order } from '@/generated/shop/client'
import { parseBeijingTime } from '../alipay/beijing-time'
import { formatYuan, parseYuan } from '../alipay/money'
import type { Params } from '../alipay/params'
import { escrowTotalFen } from '../alipay/partner/totals'
import type { Account } from '../alipay/partner/request'
import type { Reason } from '../alipay/reason-codes'
import { isRefundStatus, isTradeStatus, PRICE_CHANGED } from '../alipay/status'
import type { Receiver } from '../orders/receiver'
import { buyersFeeFen, goodsFenOf, type Shipping, shippingOf } from '../orders/shipping'
import type { Told } from '../orders/told'
import { isPaid, type News, NO_OPEN_REFUND } from '../orders/transitions'
import type { Amount, Claim, MoneyClaim, Quote, ReadClaim } from './gateway'

/** What a signed message says of its trade, its seller and its amount (docs/protocol.md 5.3, 5.4, 2.8). */
export function claimOf(params: Params, source: 'message' | 'answer', account: Account): ReadClaim {
  const text = (name: string) => params.get(name) || null
  const time = (name: string) => parseBeijingTime(params.get(name) ?? '') ?? null
  const total = params.get('total_fee') ?? ''
  const totalFen = parseYuan(total) ?? null
  const read = readNews(params, time('gmt_refund'), time('gmt_payment'))
  const saysPaid = read.ok ? isPaid(read.news) : time('gmt_payment') !== null
  const money = refundWord(params) === 'REFUND_SUCCESS' ? 'back' : saysPaid ? 'paid' : null
  const claim: MoneyClaim = {
    orderNo: params.get('out_trade_no') ?? '',
    tradeNo: params.get('trade_no') ?? '',
    totalFen,
    money,
  }
  const type = params.get('notify_type')
  if (source === 'message' && type !== 'trade_status_sync')
    return { ok: false, verdict: 'illegal', claim, code: 'notify_type', detail: type }
  if (!read.ok) return { ...read, verdict: 'illegal', claim }
  const seller = wrongSeller(params, account)
  if (seller) return { ...seller, ok: false, verdict: 'bad_seller', claim }

  const { news } = read
  const fee = text('logistics_fee')
  // The parts come with the logistics group; until then, and after a change of price, they need not add up.
  const hasParts = text('logistics_payment') !== null && text('is_total_fee_adjust') !== 'Y'
  return {
    ok: true,
    claim: {
      ...claim,
      total,
      buyerEmail: text('buyer_email'),
      at: time(text('notify_time') ? 'notify_time' : 'gmt_last_modified_time'),
      news,
      told: readTold(params, news),
      sellerEmailChanged: !isOurEmail(params, account) && !params.get('seller_email')?.includes('\ufffd'),
      escrow: {
        way: text('logistics_type'),
        feeFen: fee === null ? null : (parseYuan(fee) ?? -1),
        hasRightParts: !hasParts || escrowTotalFen((name) => params.get(name)) === totalFen,
      },
    },
  }
}

type ReadNews = { ok: true; news: News } | (Reason & { ok: false })

function readNews(params: Params, refundAt: Date | null, paidAt: Date | null): ReadNews {
  const word = params.get('trade_status') ?? ''
  const trade = word === PRICE_CHANGED ? 'WAIT_BUYER_PAY' : word
  const refund = refundWord(params)
  const tradeStatus = isTradeStatus(trade) ? trade : null
  const refundStatus = refund && isRefundStatus(refund) ? refund : null
  const unknown = [
    !tradeStatus && `trade_status=${word}`,
    refund && !refundStatus && `refund_status=${refund}`,
  ].filter((text) => typeof text === 'string')
  if (!tradeStatus && !refundStatus) return { ok: false, code: 'unknown_status', detail: unknown.join('; ') }
  const sent = !!params.get('gmt_send_goods')
  const statuses = { tradeStatus, refundStatus, unknown: unknown[0] ?? null }
  return { ok: true, news: { ...statuses, refundAt, paidAt, sent, ...NO_OPEN_REFUND } }
}

/**
 * Not of a return: it is made before any refund, and the buyer sees its sign, which an address that ends in
 * `&refund_status=REFUND_SUCCESS` shares with these two parameters (threats.md 75).
 */
const refundWord = (params: Params) => (!params.get('is_success') && params.get('refund_status')) || null

/** The id never changes and decides; an e-mail may, and decides only where there is no id (threats.md 22). */
function wrongSeller(params: Params, account: Account): Reason | undefined {
  const id = params.get('seller_id')
  if (id) return id === account.partner ? undefined : { code: 'other_seller_id', detail: id }
  const email = params.get('seller_email')
  if (!email) return { code: 'no_seller' }
  return isOurEmail(params, account) ? undefined : { code: 'other_seller_email', detail: email }
}

/** Whether a message names this shop's e-mail, in any case, or none. */
function isOurEmail(params: Params, { sellerEmail }: Account) {
  const email = params.get('seller_email')
  return !email || inLowerCase(email) === inLowerCase(sellerEmail)
}

/** ASCII letters only: toLowerCase makes a plain k of the Kelvin sign, which is in another address. */
const inLowerCase = (email: string) => email.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/**
 * The receiver and the way of shipping (docs/protocol.md 5.3), or null where the message names neither. Once the goods are
 * sent, logistics_type is how the seller sent them and no longer what the buyer chose.
 */
function readTold(params: Params, { sent }: News): Told | null {
  const text = (name: string) => params.get(name) || null
  const receiver: Receiver = {
    receiveName: text('receive_name'),
    receiveAddress: text('receive_address'),
    receiveZip: text('receive_zip'),
    receivePhone: text('receive_phone'),
    receiveMobile: text('receive_mobile'),
  }
  const hasReceiver = Object.values(receiver).some(Boolean)
  const logisticsType = (!sent && text('logistics_type')) || undefined
  if (!hasReceiver && !logisticsType) return null
  return { receiver: hasReceiver ? receiver : undefined, logisticsType }
}

/**
 * A payment has to be of a right amount. Before it, the seller may have changed the price at Alipay (docs/protocol.md
 * 6.5): a trade that is bound to the order is believed about that, and a payment of the new price is accepted only once
 * the merchant agrees.
 */
export function amountOf(claim: Claim, order: Order): Amount {
  const { total, totalFen, news, escrow } = claim
  if (totalFen === null) return { kind: 'wrong', code: 'not_an_amount', detail: total }
  const isRight = rightTotals(claim, order).includes(totalFen)
  const isBound = order.tradeNo !== null
  if (!isRight && (!isBound || isPaid(news))) {
    const way = escrow?.way ? ` ${escrow.way}` : ''
    const detail = `${formatYuan(totalFen)}${way} ≠ ${formatYuan(order.totalFen)}`
    // the message of a changed price may never have come, because it is a stage of its own (spec.md F13)
    const quotedAt = order.quotedAt ?? order.createdAt
    const paidAt = isBound && totalFen > 0 ? { quotedFen: totalFen, quotedAt } : undefined
    return { kind: 'wrong', code: 'wrong_total', detail, paidAt }
  }
  if (isRight && escrow?.hasRightParts === false && totalFen !== order.agreedFen)
    return { kind: 'wrong', code: 'wrong_parts' }
  return { kind: 'right', quote: quoteOf(claim, totalFen, isRight, order) }
}

/**
 * The totals that an order may be paid with, in fen: its own, with the way of shipping chosen in the shop; where the
 * message names the way chosen at the cashier, that of this way and no other; and one that the merchant has agreed to.
 */
function rightTotals(claim: Claim, order: Order): (number | null)[] {
  const ways = shippingOf(order)
  const named = ways.length > 1 ? waysNamed(claim, ways) : undefined
  const totals = (named ?? ways.slice(0, 1)).map((way) => goodsFenOf(order) + buyersFeeFen(way))
  return [...totals, order.agreedFen]
}

/** The ways that the message may mean; undefined where it names none, like the first of a trade (docs/protocol.md 5.3). */
function waysNamed({ news, escrow }: Claim, ways: readonly Shipping[]): Shipping[] | undefined {
  // Once sent, the type is how the seller sent it, not what the buyer chose; the fee stays. An answer has only the fee.
  const type = news.sent ? null : escrow?.way
  const feeFen = escrow?.feeFen ?? null
  if (!type && feeFen === null) return undefined
  return ways.filter((way) => (!type || way.type === type) && (feeFen === null || way.feeFen === feeFen))
}

/**
 * A price that differs from the known one while the order can still be paid; null for a message older than the last. One
 * with the right price leaves no quote, but every message after the first says how the goods go (`toldAt`).
 */
function quoteOf(
  { at, news }: Claim,
  totalFen: number,
  isRight: boolean,
  order: Order,
): Quote<number | null> | null {
  if (news.tradeStatus !== 'WAIT_BUYER_PAY' || order.tradeStatus !== 'WAIT_BUYER_PAY') return null
  if (!at || [order.quotedAt, order.toldAt].some((known) => known && at < known)) return null
  const quotedFen = isRight ? null : totalFen
  // Within one second only another price counts, not the one before it, nor one that was decided on.
  const isSameSecond = order.quotedAt?.getTime() === at.getTime()
  if (isSameSecond && (quotedFen === null || order.quotedFen === null)) return null
  return quotedFen === order.quotedFen ? null : { quotedFen, quotedAt: at }
}
