import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { formEncode } from '../lib/alipay/params'
import { signParams } from '../lib/alipay/partner/sign'
import { cookieOf } from '../scenarios/http-buyer'

const PARTNER = '2088123456789012'
const KEY = 'abcdefghijklmnopqrstuvwxyz012345'
const SELLER = 'shop@example.cn'

/** A gateway that confirms every notify_id, once `hold` is false, and knows no trade. Its messages are made by `paid`. */
export async function openStubGateway() {
  const held: (() => void)[] = []
  const gateway = {
    hold: false,
    /** How many questions wait. */
    waiting: () => held.length,
    release: () => held.splice(0).forEach((answer) => answer()),
  }
  const server = createServer((request, response) => {
    const isVerify = request.url?.includes('service=notify_verify') ?? false
    const answer = () =>
      response.end(
        isVerify
          ? 'true'
          : '<?xml version="1.0" encoding="utf-8"?><alipay><is_success>F</is_success><error>TRADE_NOT_EXIST</error></alipay>',
      )
    if (isVerify && gateway.hold) held.push(answer)
    else answer()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return Object.assign(gateway, {
    /** The settings of a shop at this gateway. */
    settings: {
      ALIPAY_GATEWAY_URL: `http://127.0.0.1:${port}/gateway.do`,
      ALIPAY_PARTNER: PARTNER,
      ALIPAY_KEY: KEY,
      ALIPAY_SELLER_EMAIL: SELLER,
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  })
}

/** Orders without a browser: a direct payment of a cent. Returns the order's number and the buyer's Cookie header. */
export async function orderDirectly(shopUrl: string, subject: string) {
  const response = await fetch(`${shopUrl}/api/alipay/alipayto`, {
    method: 'POST',
    body: new URLSearchParams({ subject, total_fee: '0.01' }),
  })
  const orderNo = /name="out_trade_no" value="(\d+)"/.exec(await response.text())?.[1]
  if (!orderNo) throw new Error(`no order: ${response.status}`)
  return { orderNo, subject, cookie: cookieOf(response) }
}

/** The genuine notification that an order of a cent is paid. */
export function paidMessage(orderNo: string, subject: string): string {
  const fields = [
    ['notify_id', `id-of-${orderNo}`],
    ['notify_type', 'trade_status_sync'],
    ['notify_time', '2026-11-22 10:00:05'],
    ['trade_no', `20261122${orderNo.slice(-20)}`],
    ['out_trade_no', orderNo],
    ['subject', subject],
    ['price', '0.01'],
    ['quantity', '1'],
    ['discount', '0.00'],
    ['total_fee', '0.01'],
    ['payment_type', '1'],
    ['seller_email', SELLER],
    ['seller_id', PARTNER],
    ['buyer_email', 'buyer@example.com'],
    ['buyer_id', '2088000000000002'],
    ['trade_status', 'WAIT_SELLER_SEND_GOODS'],
    ['is_total_fee_adjust', 'N'],
    ['use_coupon', 'N'],
    ['logistics_type', 'EXPRESS'],
    ['logistics_fee', '0.00'],
    ['logistics_payment', 'SELLER_PAY'],
    ['gmt_create', '2026-11-22 10:00:00'],
    ['gmt_payment', '2026-11-22 10:00:04'],
  ] as const
  const sign = signParams(fields, KEY, 'utf-8')
  return formEncode([...fields, ['sign', sign], ['sign_type', 'MD5']], 'utf-8')
}
