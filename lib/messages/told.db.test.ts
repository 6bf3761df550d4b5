import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Order } from '@/generated/shop/client'
import { db } from '../db'
import { shippedTo } from '../orders/shipped-to'
import { toldOf } from '../orders/told'
import { receiveMessage } from './receive-message'
import { queryTrade } from '../payments/query-trade'
import { anOrder, type Fields, message, signedBytes, tradeAnswer } from './testing/messages'
import { stubGateway, type StubGateway } from './testing/stub-gateway'

let gateway: StubGateway
beforeAll(async () => {
  gateway = await stubGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  gateway.answer = 'true'
})

const tell = (order: Order, changes: Fields = {}, unsigned: Fields = {}) =>
  receiveMessage(
    {
      channel: 'notify',
      bytes: signedBytes(message(order, changes), gateway.account, unsigned),
      remoteAddress: '',
    },
    gateway.ours,
  )
const orderNow = ({ id }: Order) => db().order.findUniqueOrThrow({ where: { id } })
const receiverOf = async (order: Order) => shippedTo(await orderNow(order)).receiver
const at = (minute: string) => `2026-11-22 10:${minute}:00`
const NONE = { receive_name: undefined, receive_address: undefined, receive_mobile: undefined }
const UNPAID = { trade_status: 'WAIT_BUYER_PAY', gmt_payment: undefined }

describe('The receiver that the gateway tells', () => {
  it('of an order that was made without one is kept', async () => {
    const order = await anOrder(1)
    await tell(order, { receive_zip: '310013' })
    expect(await receiverOf(order)).toEqual({
      receiveName: '张三',
      receiveAddress: '杭州市西湖区 1 号',
      receiveZip: '310013',
      receivePhone: null,
      receiveMobile: '13800138000',
    })
  })

  it('[T5.3] is kept of a notification that finds the order paid already, by an answer that has none', async () => {
    const order = await anOrder(1)
    gateway.service = () => tradeAnswer(order, gateway.account, NONE)
    await queryTrade(order.orderNo, gateway.ours)
    expect(await receiverOf(order)).toBeUndefined()
    expect((await tell(order)).verdict).toBe('duplicate')
    expect(await receiverOf(order)).toMatchObject({ receiveName: '张三' })
  })

  it('is the last one: an older message that comes late does not bring the old address back', async () => {
    const order = await anOrder(1)
    await tell(order, { ...UNPAID, notify_time: at('01'), receive_address: '旧地址' })
    await tell(order, { notify_time: at('03'), receive_address: '新地址' })
    await tell(order, { ...UNPAID, notify_time: at('02'), receive_address: '中间的地址' })
    expect(await receiverOf(order)).toMatchObject({ receiveAddress: '新地址' })
    await tell(order, { notify_time: at('04'), receive_address: '更新的地址' })
    expect(await receiverOf(order)).toMatchObject({ receiveAddress: '更新的地址' })
  })

  it('that was told again unchanged is as new as its last message', async () => {
    const order = await anOrder(1)
    await tell(order, { ...UNPAID, notify_time: at('01'), receive_address: '甲' })
    await tell(order, { notify_time: at('05'), receive_address: '甲' })
    await tell(order, { ...UNPAID, notify_time: at('03'), receive_address: '乙' })
    expect(await receiverOf(order)).toMatchObject({ receiveAddress: '甲' })
  })

  it('of one second is that of the later status', async () => {
    const order = await anOrder(1)
    await tell(order, { notify_time: at('01'), receive_address: '付款时的' })
    await tell(order, { ...UNPAID, notify_time: at('01'), receive_address: '付款前的' })
    expect(await receiverOf(order)).toMatchObject({ receiveAddress: '付款时的' })
  })

  it('is not taken away by a message without one', async () => {
    const order = await anOrder(1)
    await tell(order, { ...UNPAID, notify_time: at('01') })
    await tell(order, { ...NONE, notify_time: at('02') })
    expect(await receiverOf(order)).toMatchObject({ receiveName: '张三' })
  })

  it('is the same whatever the order in which two messages arrive', async () => {
    const older = { ...UNPAID, notify_time: at('01'), receive_address: '旧地址' }
    const newer = { notify_time: at('02'), receive_address: '新地址' }
    for (const messages of [
      [older, newer],
      [newer, older],
    ]) {
      // prettier-ignore
      const order = await anOrder(1)
      await Promise.all(messages.map((changes) => tell(order, changes)))
      expect(await receiverOf(order)).toMatchObject({ receiveAddress: '新地址' })
    }
  })

  it.each<[string, Fields, Fields, string]>([
    ['[#3] forged', {}, { sign: '0'.repeat(32) }, 'bad_sign'],
    ['[#23] of another amount', { total_fee: '0.02' }, {}, 'bad_amount'],
    ['[#27] of another trade', { trade_no: '1' }, {}, 'bad_trade_no'],
  ])('is not believed of a message that is %s', async (_, changes, unsigned, verdict) => {
    const order = await anOrder(1)
    expect((await tell(order, changes, unsigned)).verdict).toBe(verdict)
    expect(await receiverOf(order)).toBeUndefined()
  })
})

describe('The way of shipping that the buyer chose at the cashier', () => {
  it('is kept until the seller ships, who may ship otherwise', async () => {
    const order = await anOrder(1)
    await tell(order, { notify_time: at('01'), logistics_type: 'EMS' })
    expect(toldOf(await orderNow(order)).logisticsType).toBe('EMS')
    await tell(order, {
      trade_status: 'WAIT_BUYER_CONFIRM_GOODS',
      gmt_send_goods: at('02'),
      notify_time: at('02'),
      logistics_type: 'DIRECT',
    })
    const now = await orderNow(order)
    expect([now.tradeStatus, toldOf(now).logisticsType]).toEqual(['WAIT_BUYER_CONFIRM_GOODS', 'EMS'])
  })
})
