import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { db } from '../db'
import { listMoves } from './message-log'
import { receiveMessage } from './receive-message'
import { anOrder, message, signedBytes } from './testing/messages'
import { stubGateway, type StubGateway } from './testing/stub-gateway'
import { traceOf } from './trace'
import { traceText } from './trace-text'

let gateway: StubGateway
beforeAll(async () => {
  gateway = await stubGateway()
})
afterAll(() => gateway.close())

it('[T4.4b] the trace of an order is told from its rows, and from no other’s', async () => {
  const [order, other] = [await anOrder(1), await anOrder(1)]
  const tell = (bytes: Uint8Array<ArrayBuffer>) =>
    receiveMessage({ channel: 'notify', bytes, remoteAddress: '' }, gateway.ours)
  await db().gatewayCall.create({
    data: {
      ...{
        orderNo: order.orderNo,
        verb: 'pay',
        service: 'create_partner_trade_by_buyer',
        sentAt: new Date(),
      },
      params: { sign: 'a'.repeat(32) },
    },
  })
  const genuine = signedBytes(message(order), gateway.account)
  for (let again = 0; again < 3; again++) await tell(genuine)
  await tell(signedBytes(message(order), gateway.account, { total_fee: '9.00' }))
  await tell(signedBytes(message(other), gateway.account))

  const trace = await traceOf(order.orderNo)
  expect(trace.truncated).toBe(false)
  expect(trace.groups.map(({ count, steps }) => [steps[0]?.what.zh, steps.at(-1)?.note, count])).toEqual([
    ['下单', undefined, 1],
    ['付款表单', undefined, 1],
    ['异步通知', 'applied → WAIT_SELLER_SEND_GOODS', 1],
    ['异步通知', 'duplicate', 2],
    ['未证实的异步通知', 'bad_sign', 1],
  ])
  expect(traceText(trace, 'zh')).not.toMatch(/[0-9a-f]{32}/)
  expect(await listMoves(order.orderNo)).toEqual([{ toTrade: 'WAIT_SELLER_SEND_GOODS', toRefund: null }])
})

it('[T4.4b] an order that nobody made has an empty trace', async () => {
  expect(await traceOf(randomUUID())).toMatchObject({ groups: [], truncated: false })
})
