import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { formEncode } from '../lib/alipay/params'
import { signParams } from '../lib/alipay/partner/sign'
import { openApp, openSignedBytes } from '../lib/alipay/testing/open-account'
import { cookieOf } from '../scenarios/http-buyer'
import { ACCOUNT, type Interface } from './bench-shop'
import { load } from './load'

let made = 0

/** The SQL of the n-th order's number. */
export const orderNoOf = (n: string) => `'2026' || lpad(${n}::text, 16, '0')`

/** Writes unpaid orders of one fen, and returns for each the bytes with which the gateway says that it is paid. */
export async function payments(
  database: Pool,
  count: number,
  paidBy: Interface = 'partner',
): Promise<Uint8Array[]> {
  const first = made + 1
  made += count
  await database.query(
    `INSERT INTO "shop"."Order" ("id", "orderNo", "gateway", "buyerId", "subject", "totalFen")
     SELECT ${orderNoOf('n')}, ${orderNoOf('n')}, $3, 'bench', '绿茶', 1 FROM generate_series($1::int, $2::int) AS n`,
    [first, made, paidBy],
  )
  const message = paidBy === 'open' ? paidOpen : paid
  return Array.from({ length: count }, (_, index) =>
    message(`2026${String(first + index).padStart(16, '0')}`),
  )
}

function paid(orderNo: string): Uint8Array {
  const fields = {
    discount: '0.00',
    logistics_type: 'EXPRESS',
    payment_type: '1',
    subject: '绿茶',
    logistics_fee: '0.00',
    trade_no: `20261122${orderNo}`,
    buyer_email: 'buyer@example.com',
    notify_type: 'trade_status_sync',
    gmt_create: '2026-11-22 16:04:22',
    quantity: '1',
    logistics_payment: 'SELLER_PAY',
    out_trade_no: orderNo,
    notify_time: '2026-11-22 16:05:27',
    seller_id: ACCOUNT.partner,
    trade_status: 'WAIT_SELLER_SEND_GOODS',
    gmt_payment: '2026-11-22 16:05:26',
    total_fee: '0.01',
    seller_email: 'seller@example.com',
    price: '0.01',
    buyer_id: '2088000000000002',
    notify_id: randomBytes(17).toString('hex'),
    receive_name: '张三',
    receive_address: '上海市普陀区长风新村街道金沙江路 1 号',
    receive_zip: '200062',
    receive_mobile: '13800138000',
  }
  const sign = signParams(Object.entries(fields), ACCOUNT.key, 'utf-8')
  return Buffer.from(formEncode(Object.entries({ ...fields, sign, sign_type: 'MD5' }), 'utf-8'), 'latin1')
}

/** The same by the open platform. */
export const openPaymentOf = (orderNo: string) => ({
  gmt_create: '2026-11-22 16:04:22',
  charset: 'utf-8',
  seller_email: 'seller@example.com',
  subject: '绿茶',
  buyer_id: '2088000000000002',
  invoice_amount: '0.01',
  notify_id: randomBytes(17).toString('hex'),
  fund_bill_list: '[{"amount":"0.01","fundChannel":"ALIPAYACCOUNT"}]',
  notify_type: 'trade_status_sync',
  trade_status: 'TRADE_SUCCESS',
  receipt_amount: '0.01',
  app_id: openApp.appId,
  buyer_pay_amount: '0.01',
  seller_id: ACCOUNT.partner,
  gmt_payment: '2026-11-22 16:05:26',
  notify_time: '2026-11-22 16:05:27',
  version: '1.0',
  out_trade_no: orderNo,
  total_amount: '0.01',
  trade_no: `20261122${orderNo}`,
  auth_app_id: openApp.appId,
  buyer_logon_id: 'buy***@example.com',
  point_amount: '0.00',
})

const paidOpen = (orderNo: string) => openSignedBytes(Object.entries(openPaymentOf(orderNo)))

/** An order that a guest has made and paid, and the guest's cookie. */
export async function aPaidOrder(url: string) {
  const body = new URLSearchParams({ subject: '绿茶', total_fee: '0.01', body: '' })
  const answer = await fetch(`${url}/api/alipay/alipayto`, { method: 'POST', body })
  const [, orderNo] = /name="out_trade_no" value="(\w+)"/.exec(await answer.text()) ?? []
  const cookie = cookieOf(answer)
  if (!orderNo || !cookie) throw new Error(`The shop made no order: ${answer.status}`)
  await load(`${url}/api/alipay/notify`, [paid(orderNo)])
  return { orderNo, cookie }
}
