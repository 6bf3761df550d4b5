import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Order } from '@/generated/shop/client'
import { xmlFailure, xmlSuccess } from '../../alipay/partner/write-xml-answer'
import { partnerGateway } from '../../gateway/partner-gateway'
import { type Fields, message } from './messages'
import { stubAccount } from './stub-gateway'

type Trade = Map<string, string>

/**
 * A gateway that knows trades, over real HTTP: it answers single_trade_query, ships, and confirms every notify_id. What
 * it does not know is TRADE_NOT_EXIST.
 */
export async function tradeGateway() {
  const trades: Trade[] = []
  const refusals = new Map<string, string>()
  const silent = new Set<string | null>()
  const asked: URLSearchParams[] = []
  const server = createServer(async (request, response) => {
    const fields = await fieldsOf(request)
    if (fields.get('service') === 'notify_verify') return response.end('true')
    asked.push(fields)
    if (silent.has(fields.get('out_trade_no'))) return response.destroy()
    response.end(answer(fields))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const account = stubAccount((server.address() as AddressInfo).port)

  function answer(fields: URLSearchParams): Buffer {
    const trade = trades.find((one) =>
      ['trade_no', 'out_trade_no'].some((name) => fields.has(name) && one.get(name) === fields.get(name)),
    )
    const orderNo = trade?.get('out_trade_no') ?? fields.get('out_trade_no') ?? ''
    const code = refusals.get(orderNo) ?? (trade ? undefined : 'TRADE_NOT_EXIST')
    if (code || !trade) return xmlFailure(code ?? '', account.charset)
    const ships = fields.get('service') === 'send_goods_confirm_by_platform'
    if (ships) trade.set('trade_status', 'WAIT_BUYER_CONFIRM_GOODS')
    const response = { element: ships ? 'tradeBase' : 'trade', params: [...trade] }
    return xmlSuccess({ response }, account.key, account.charset)
  }

  return {
    account,
    /** The shop's own view of this gateway. */
    ours: partnerGateway(account),
    /** The questions so far, without those about a notify_id. */
    asked,
    /** The gateway knows the order's trade now: paid, unless `changes` say otherwise. */
    knows(order: Order, changes: Fields = {}) {
      const none = { notify_id: undefined, notify_type: undefined, notify_time: undefined }
      trades.push(message(order, { ...none, use_coupon: 'F', is_total_fee_adjust: 'F', ...changes }))
    },
    /** It answers all questions about the order with this error code. */
    refuse: (order: Order, code: string) => refusals.set(order.orderNo, code),
    /** It breaks off the connection at every question about the order. */
    ignore: (order: Order) => silent.add(order.orderNo),
    relent: (order: Order) => refusals.delete(order.orderNo),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function fieldsOf(request: IncomingMessage) {
  const { searchParams } = new URL(request.url ?? '', 'http://gateway')
  return request.method === 'POST' ? new URLSearchParams(await text(request)) : searchParams
}
