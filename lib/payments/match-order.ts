import type { Order } from '@/generated/shop/client'
import type { Verdict } from '@/generated/shop/enums'
import { parseBeijingTime } from '../alipay/beijing-time'
import { escrowTotalFen } from '../alipay/escrow-total'
import { parseYuan } from '../alipay/money'
import type { Params } from '../alipay/params'
import type { Account } from '../alipay/request'
import { isRefundStatus, isTradeStatus, PRICE_CHANGED } from '../alipay/status'
import { findOrder, findOrderByTradeNo } from '../orders/find-orders'
import type { News } from '../orders/transitions'

export type Match =
  | { kind: 'refused'; verdict: Verdict; reason: string }
  | { kind: 'matched'; order: Order; news: News; tradeNo: string; buyerEmail: string | null }

const refused = (verdict: Verdict, reason: string): Match => ({ kind: 'refused', verdict, reason })

/**
 * What a verified message has to do with us: our seller, an order of ours, the trade number bound to it at first
 * contact, its amount (docs/protocol.md 5.10). A right sign alone proves none of that.
 */
export async function matchOrder(params: Params, account: Account): Promise<Match> {
  const type = params.get('notify_type')
  if (type !== 'trade_status_sync') return refused('illegal', `notify_type is ${type}, not trade_status_sync`)
  const news = readNews(params)
  if (typeof news === 'string') return refused('illegal', news)
  const seller = wrongSeller(params, account)
  if (seller) return refused('bad_seller', seller)

  const orderNo = params.get('out_trade_no') ?? ''
  const order = await findOrder(orderNo)
  if (!order) return refused('unknown_order', `there is no order ${orderNo}`)
  const tradeNo = params.get('trade_no') ?? ''
  const bound = await wrongTradeNo(order, tradeNo)
  if (bound) return refused('bad_trade_no', bound)
  const amount = wrongAmount(params, order.totalFen)
  if (amount) return refused('bad_amount', amount)
  return { kind: 'matched', order, news, tradeNo, buyerEmail: params.get('buyer_email') || null }
}

function readNews(params: Params): News | string {
  const word = params.get('trade_status') ?? ''
  const tradeStatus = word === PRICE_CHANGED ? 'WAIT_BUYER_PAY' : word
  const refundStatus = params.get('refund_status') || null
  if (!isTradeStatus(tradeStatus)) return `trade_status "${word}" is unknown`
  if (refundStatus !== null && !isRefundStatus(refundStatus))
    return `refund_status "${refundStatus}" is unknown`
  const time = (name: string) => parseBeijingTime(params.get(name) ?? '') ?? null
  return {
    tradeStatus,
    refundStatus,
    refundAt: time('gmt_refund'),
    paidAt: time('gmt_payment'),
    sent: !!params.get('gmt_send_goods'),
  }
}

function wrongSeller(params: Params, account: Account) {
  const { partner, sellerEmail } = account
  const id = params.get('seller_id')
  const email = params.get('seller_email')
  if (!id && !email) return 'the message names no seller'
  if (id && id !== partner) return `seller_id is ${id}, ours is ${partner}`
  return email && email !== sellerEmail ? `seller_email is ${email}, ours is ${sellerEmail}` : undefined
}

async function wrongTradeNo(order: Order, tradeNo: string) {
  if (!/^\d{16,64}$/.test(tradeNo)) return `trade_no "${tradeNo}" is not a trade number`
  if (order.tradeNo)
    return order.tradeNo === tradeNo
      ? undefined
      : `the order belongs to trade ${order.tradeNo}, not ${tradeNo}`
  const other = await findOrderByTradeNo(tradeNo)
  // It may be this very order, bound by another message since it was read.
  return other && other.id !== order.id ? `trade ${tradeNo} belongs to order ${other.orderNo}` : undefined
}

function wrongAmount(params: Params, totalFen: number) {
  const received = params.get('total_fee') ?? ''
  if (parseYuan(received) !== totalFen)
    return `total_fee is "${received}", the order's total is ${totalFen} fen`
  // The parts are told with the logistics group; until then, and after a change of price, they need not add up.
  if (!params.has('logistics_fee') || params.get('is_total_fee_adjust') === 'Y') return undefined
  return escrowTotalFen((name) => params.get(name)) === totalFen
    ? undefined
    : 'price, quantity, discount and postage do not make up total_fee'
}
