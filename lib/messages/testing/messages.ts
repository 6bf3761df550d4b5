import { randomBytes, randomInt } from 'node:crypto'
import type { Order } from '@/generated/shop/client'
import { formatYuan } from '../../alipay/money'
import { formEncode, rawParams, toRaw } from '../../alipay/params'
import type { Account } from '../../alipay/partner/request'
import { md5Sign, signParams } from '../../alipay/partner/sign'
import { stringToSign } from '../../alipay/partner/string-to-sign'
import { signedBinary } from '../../alipay/testing/account'
import { xmlSuccess } from '../../alipay/partner/write-xml-answer'
import { createOrder } from '../../orders/create-order'

/** An unpaid order of one item. */
export function anOrder(totalFen = 1, subject = '绿茶'): Promise<Order> {
  const items = [{ productId: null, name: subject, priceFen: totalFen, quantity: 1 }]
  return createOrder({ buyerId: 'test', subject, body: null, items, postageFen: 0, postagePayer: 'SELLER' })
}

export const aTradeNo = () => '20261122' + Array.from({ length: 20 }, () => randomInt(10)).join('')

export type Fields = Record<string, string | undefined>

/** The gateway's message for a paid order; `changes` replace fields, undefined takes one away. Not yet signed. */
export function message(
  order: Pick<Order, 'orderNo' | 'subject' | 'totalFen'>,
  changes: Fields = {},
): Map<string, string> {
  const fields: Fields = {
    notify_id: randomBytes(17).toString('hex'),
    notify_type: 'trade_status_sync',
    notify_time: '2026-11-22 10:00:05',
    trade_no: '20261122' + order.orderNo.slice(-20),
    out_trade_no: order.orderNo,
    subject: order.subject,
    price: formatYuan(order.totalFen),
    quantity: '1',
    discount: '0.00',
    total_fee: formatYuan(order.totalFen),
    payment_type: '1',
    seller_email: 'seller@example.com',
    seller_id: '2088000000000001',
    buyer_email: 'buyer@example.com',
    buyer_id: '2088000000000002',
    trade_status: 'WAIT_SELLER_SEND_GOODS',
    is_total_fee_adjust: 'N',
    use_coupon: 'N',
    logistics_type: 'EXPRESS',
    logistics_fee: '0.00',
    logistics_payment: 'SELLER_PAY',
    gmt_create: '2026-11-22 10:00:00',
    gmt_logistics_modify: '2026-11-22 10:00:04',
    gmt_payment: '2026-11-22 10:00:04',
    receive_name: '张三',
    receive_address: '杭州市西湖区 1 号',
    receive_mobile: '13800138000',
    ...changes,
  }
  return new Map(Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== undefined))
}

/** The bytes of a message, signed with the account's key. `unsigned` are added after signing, as a forger would. */
export function signedBytes(
  params: Map<string, string>,
  account: Account,
  unsigned: Fields = {},
): Uint8Array<ArrayBuffer> {
  const all = new Map([
    ...params,
    ['sign', signParams(params, account.key, account.charset)],
    ['sign_type', 'MD5'],
  ])
  for (const [name, value] of Object.entries(unsigned)) {
    if (value === undefined) all.delete(name)
    else all.set(name, value)
  }
  return new Uint8Array(Buffer.from(formEncode(all, account.charset)))
}

/** The bytes of a message in which `cut` shortens values at a byte, or puts any bytes in their place, before it is signed. */
export function signedCutBytes(
  params: Map<string, string>,
  account: Account,
  cut: (name: string, bytes: string) => string,
): Uint8Array<ArrayBuffer> {
  const raw = [...toRaw(params, account.charset)].map(([name, bytes]) => [name, cut(name, bytes)] as const)
  return new Uint8Array(signedBinary(raw, account.key))
}

/** The gateway's answer to single_trade_query (docs/protocol.md 2.8) about a paid order; `changes` as in `message`. */
export function tradeAnswer(
  order: Pick<Order, 'orderNo' | 'subject' | 'totalFen'>,
  account: Account,
  changes: Fields = {},
): Buffer {
  const notOnes = {
    notify_id: undefined,
    notify_type: undefined,
    notify_time: undefined,
    logistics_payment: undefined,
  }
  const own = { is_total_fee_adjust: 'F', use_coupon: 'F', gmt_last_modified_time: '2026-11-22 10:00:05' }
  const fields: Fields = { ...Object.fromEntries(message(order)), ...notOnes, ...own, ...changes }
  const params = Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return xmlSuccess({ response: { element: 'trade', params } }, account.key, account.charset)
}

/** Such an answer with its `value` in the place of a text, in bytes of the account's charset that need not be text. */
export function cutTradeAnswer(
  order: Pick<Order, 'orderNo' | 'subject' | 'totalFen'>,
  account: Account,
  name: string,
  value: string,
): Buffer {
  const xml = tradeAnswer(order, account, { [name]: 'CUT' }).toString('latin1')
  const leaves = [...xml.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(
    ([, leaf = '', text = '']) => [leaf, text] as const,
  )
  const raw = leaves
    .filter(([leaf]) => !['is_success', 'sign', 'sign_type'].includes(leaf))
    .map(([leaf, text]) => [leaf, leaf === name ? value : text] as const)
  const sign = md5Sign(stringToSign(rawParams(new Map(raw))), account.key)
  return Buffer.from(
    xml.replace(`>CUT<`, () => `>${value}<`).replace(/<sign>\w+</, `<sign>${sign}<`),
    'latin1',
  )
}
