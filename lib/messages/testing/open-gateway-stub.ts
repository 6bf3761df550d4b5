import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Order } from '@/generated/shop/client'
import { formatYuan } from '../../alipay/money'
import { done, failed, openAnswer, openApp, openSignedBytes } from '../../alipay/testing/open-account'
import { openGateway, type OpenSettings } from '../../gateway/open-gateway'
import { createOrder } from '../../orders/create-order'
import type { Fields } from './messages'

/** What a question is about: its method, and what its biz_content holds. */
export interface OpenCall {
  method: string
  content: Record<string, string>
}

/** An unpaid order of the open platform, of one item. */
export function anOpenOrder(totalFen = 1, subject = '绿茶'): Promise<Order> {
  const items = [{ productId: null, name: subject, priceFen: totalFen, quantity: 1 }]
  const rest = { buyerId: 'test', body: null, postageFen: 0, postagePayer: 'SELLER' as const }
  return createOrder({ ...rest, gateway: 'open', subject, items })
}

/** Alipay's notification of a payment; `changes` replace fields, undefined takes one away. */
export function openMessage(
  order: Pick<Order, 'orderNo' | 'totalFen'>,
  changes: Fields = {},
): Uint8Array<ArrayBuffer> {
  return openSignedBytes(
    present({
      notify_id: randomBytes(17).toString('hex'),
      notify_type: 'trade_status_sync',
      notify_time: '2026-11-29 10:00:05',
      charset: 'utf-8',
      version: '1.0',
      app_id: openApp.appId,
      auth_app_id: openApp.appId,
      trade_no: tradeNoOf(order),
      out_trade_no: order.orderNo,
      seller_id: '2088000000000001',
      buyer_id: '2088000000000002',
      buyer_logon_id: 'buy***@example.com',
      trade_status: 'TRADE_SUCCESS',
      total_amount: formatYuan(order.totalFen),
      receipt_amount: formatYuan(order.totalFen),
      subject: '绿茶',
      gmt_create: '2026-11-29 10:00:00',
      gmt_payment: '2026-11-29 10:00:04',
      fund_bill_list: `[{"amount":"${formatYuan(order.totalFen)}","fundChannel":"ALIPAYACCOUNT"}]`,
      ...changes,
    }),
  )
}

/** The query of a return, which says no status. */
export const openReturn = (order: Pick<Order, 'orderNo' | 'totalFen'>, changes: Fields = {}) =>
  openSignedBytes(
    present({
      charset: 'utf-8',
      out_trade_no: order.orderNo,
      method: 'alipay.trade.page.pay.return',
      total_amount: formatYuan(order.totalFen),
      trade_no: tradeNoOf(order),
      auth_app_id: openApp.appId,
      version: '1.0',
      app_id: openApp.appId,
      seller_id: '2088000000000001',
      timestamp: '2026-11-29 10:00:05',
      ...changes,
    }),
  )

/** What Alipay answers to a query about an order: paid, unless `changes` say otherwise. */
export const tradeOf = (order: Pick<Order, 'orderNo' | 'totalFen'>, changes: Fields = {}) =>
  done({
    out_trade_no: order.orderNo,
    trade_no: tradeNoOf(order),
    trade_status: 'TRADE_SUCCESS',
    total_amount: formatYuan(order.totalFen),
    buyer_logon_id: 'buy***@example.com',
    send_pay_date: '2026-11-29 10:00:04',
    ...changes,
  })

/** The trade of an order, always the same one. */
export const tradeNoOf = ({ orderNo }: Pick<Order, 'orderNo'>) =>
  '20261129' + orderNo.replace(/\D/g, '').slice(-20)

const present = (fields: Fields) =>
  Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== undefined)

/**
 * A gateway of the open platform over real HTTP that says what a test wants, signed. Unless told otherwise it knows no
 * trade.
 */
export async function openGatewayStub(product: OpenSettings['product'] = 'web') {
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request))
    const call = { method: form.get('method') ?? '', content: JSON.parse(form.get('biz_content') ?? '{}') as OpenCall['content'] } // prettier-ignore
    stub.calls.push(call)
    const answer = await stub.answer(call)
    if (answer === undefined) response.destroy()
    else response.end(Buffer.isBuffer(answer) ? answer : openAnswer(call.method, answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const settings: OpenSettings = {
    ...openApp,
    gatewayUrl: `http://127.0.0.1:${port}/gateway.do`,
    partner: '2088000000000001',
    product,
    notifyUrl: 'http://shop.example/n',
    returnUrl: 'http://shop.example/r',
    showUrl: 'http://shop.example/o',
  }
  const knowsNone = (): object | Buffer | undefined | Promise<object> => failed('ACQ.TRADE_NOT_EXIST')
  const stub = {
    settings,
    /** The shop's own view of this gateway. */
    ours: openGateway(settings),
    calls: [] as OpenCall[],
    /** The members of an answer, which is signed; or its very bytes; or undefined, which breaks the connection off. */
    answer: knowsNone as (call: OpenCall) => object | Buffer | undefined | Promise<object>,
    reset() {
      stub.answer = knowsNone
      stub.calls = []
    },
    close() {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
  return stub
}
