import { hash } from 'node:crypto'
import type { Order } from '@/generated/shop/client'
import type { Charset } from '../../alipay/charset'
import { formatYuan } from '../../alipay/money'
import { rawParams, toRaw } from '../../alipay/params'
import { md5Sign } from '../../alipay/partner/sign'
import { stringToSign } from '../../alipay/partner/string-to-sign'
import type { PartnerSettings } from '../../gateway/partner-request'
import { type Fields, message } from './messages'
import { stubAccount } from './stub-gateway'

/** Name and value as binary strings, decoded, in the order sent. */
export type Pair = readonly [name: string, value: string]

/** A message that the gateway has sent to a shop of this charset. */
export interface Genuine {
  shop: Shop
  order: Order
  /** `sign` and `sign_type` are the last ones. */
  pairs: readonly Pair[]
}

/** A shop with a key of its own, its orders, and every message that the gateway has sent about them. */
export interface Shop {
  account: PartnerSettings
  orders: Map<string, Order>
  messages: Genuine[]
}

/** The same shops, orders and messages in every run. */
export const genuineShops = (): Shop[] => [aShop('utf-8', '0'), aShop('gbk', '1')]

/** Ways of an order through its trade, as the gateway tells it (docs/protocol.md 5.3). */
const STEPS: Fields[] = [
  { trade_status: 'WAIT_BUYER_PAY', ...fieldsFrom(['logistics_type', 'logistics_fee', 'logistics_payment', 'gmt_payment']) },
  { trade_status: 'WAIT_SELLER_SEND_GOODS' },
  { trade_status: 'WAIT_SELLER_SEND_GOODS', refund_status: 'WAIT_SELLER_AGREE', gmt_refund: '2026-11-22 10:05:00' },
  { trade_status: 'WAIT_BUYER_CONFIRM_GOODS', gmt_send_goods: '2026-11-22 11:00:00' },
  { trade_status: 'TRADE_FINISHED', gmt_send_goods: '2026-11-22 11:00:00', gmt_close: '2026-11-23 11:00:00' },
  { trade_status: 'TRADE_CLOSED', gmt_close: '2026-11-23 11:00:00', gmt_payment: undefined },
  { trade_status: 'TRADE_CLOSED', refund_status: 'REFUND_SUCCESS', gmt_refund: '2026-11-22 12:00:00', gmt_close: '2026-11-22 12:00:00' },
  { trade_status: 'WAIT_BUYER_PAY', total_fee: '0.50', is_total_fee_adjust: 'Y', gmt_payment: undefined },
  { seller_id: undefined },
  // a parameter that is not known yet, after each of those that decide
  { gmt_paymentx: '1', gmt_refundx: '1', refund_status: 'WAIT_SELLER_AGREE', refund_statusx: '1', total_feex: '1', trade_nox: '1', out_trade_nox: '1', trade_statusx: '1', seller_idx: '1' },
  { is_success: 'T', buyer_actions: 'REFUND', seller_actions: 'SEND_GOODS', notify_id: 'RqPnCoPT3K9%2Fvwbh3I%2BODZ2' },
] // prettier-ignore

function fieldsFrom(names: string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, undefined]))
}

/**
 * Texts that hold parameters, for those who can choose them: another amount, another order, another status. Of a return the
 * buyer sees the sign as well.
 */
const hostileTexts = (victim: string): Fields[] => [
  { subject: '茶&total_fee=999.00&trade_no=2026112200000000&trade_status=TRADE_FINISHED&zz=1', total_fee: '0.01' },
  { body: `x&out_trade_no=${victim}&p=1` },
  { receive_zip: '1&refund_status=REFUND_SUCCESS', is_success: 'T' },
  { receive_name: '张三&receive_zip=1&refund_status=WAIT_SELLER_AGREE&s=1', is_success: 'T', seller_actions: 'SEND_GOODS' },
  { buyer_email: 'b@example.com&gmt_payment=2026-11-22 10:00:04&h=1', gmt_payment: undefined, trade_status: 'WAIT_BUYER_PAY' },
] // prettier-ignore

function aShop(charset: Charset, digit: string): Shop {
  const account = { ...stubAccount(80, charset), key: hash('md5', `key of ${charset}`) }
  const shop: Shop = { account, orders: new Map(), messages: [] }
  const orders = [1, 99_900, 13_800, 5_000].map((totalFen, index) => {
    const orderNo = `2026112210000000${digit}00${index}`
    const order = { ...ORDER, id: orderNo, orderNo, totalFen, subject: index % 2 ? '绿茶' : 'tea & 茶' }
    shop.orders.set(orderNo, order)
    return order
  })
  for (const order of orders) {
    const hostile = order.totalFen === 99_900 ? hostileTexts(orders[0]?.orderNo ?? '') : []
    for (const changes of [...STEPS, ...hostile])
      shop.messages.push({ shop, order, pairs: signedPairs(order, changes, shop) })
  }
  return shop
}

function signedPairs(order: Order, changes: Fields, { account, messages }: Shop): Pair[] {
  const fields = {
    notify_id: hash('md5', `${account.charset} ${messages.length}`),
    price: formatYuan(order.totalFen),
    ...changes,
  }
  const raw = toRaw(message(order, fields), account.charset)
  return [...raw, ['sign', md5Sign(stringToSign(rawParams(raw)), account.key)], ['sign_type', 'MD5']]
}

const ORDER: Omit<Order, 'id' | 'orderNo' | 'totalFen' | 'subject'> = {
  gateway: 'partner',
  language: 'zh',
  refundedFen: 0,
  finishAt: null,
  qrCode: null,
  buyerId: 'test',
  formId: null,
  body: null,
  postageFen: 0,
  postagePayer: 'SELLER',
  virtual: false,
  quotedFen: null,
  quotedAt: null,
  agreedFen: null,
  paidFen: null,
  tradeNo: null,
  stage: 'unpaid',
  tradeStatus: null,
  refundStatus: null,
  refundAt: null,
  buyerEmail: null,
  paidAt: null,
  receiveName: null,
  receiveAddress: null,
  receiveZip: null,
  receivePhone: null,
  receiveMobile: null,
  told: null,
  toldAt: null,
  logistics: null,
  stockHeld: false,
  transportType: null,
  logisticsName: null,
  invoiceNo: null,
  shippingUntil: null,
  note: null,
  version: 0,
  createdAt: new Date('2026-11-22T02:00:00Z'),
}
