import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Order } from '@/generated/shop/client'
import { encode } from '../alipay/charset'
import { db } from '../db'
import { closeUntraded } from '../orders/change-order'
import { findUnsettled } from '../orders/find-unsettled'
import { noteHandOver } from './call-gateway'
import { partnerGateway } from '../gateway/partner-gateway'
import { receiveMessage } from '../messages/receive-message'
import { reconcile } from './reconcile'
import { stubGateway } from '../messages/testing/stub-gateway'
import {
  type Fields,
  aTradeNo,
  anOrder,
  cutTradeAnswer,
  message,
  signedBytes,
} from '../messages/testing/messages'
import { tradeGateway } from '../messages/testing/trade-gateway'

const MINUTE = 60_000

let gateway: Awaited<ReturnType<typeof tradeGateway>>
beforeAll(async () => {
  gateway = await tradeGateway()
})
afterAll(() => gateway.close())
beforeEach(async () => {
  await db().order.deleteMany()
  gateway.asked.length = 0
})

/** An order that was made, and taken to the gateway, this many minutes ago. */
async function handedOver(minutesAgo = 60, totalFen = 1) {
  const order = await anOrder(totalFen)
  await noteHandOver(order.orderNo, gateway.ours.pay(order))
  const createdAt = new Date(Date.now() - minutesAgo * MINUTE)
  return db().order.update({ where: { id: order.id }, data: { createdAt } })
}

/** What a notification of the gateway says, received. */
const notify = (order: Order, changes: Fields = {}) => {
  const bytes = signedBytes(message(order, changes), gateway.account)
  return receiveMessage({ channel: 'notify', bytes, remoteAddress: '127.0.0.1' }, gateway.ours)
}

/** As if all that was heard and asked so far had been long ago. */
async function timePasses() {
  const longAgo = new Date(Date.now() - 60 * MINUTE)
  await db().notification.updateMany({ data: { receivedAt: longAgo } })
  await db().gatewayCall.updateMany({ data: { sentAt: longAgo } })
}

/** Reconciles all orders that are older than 30 minutes. */
async function run(ours = gateway.ours) {
  const findings = []
  const orders = await findUnsettled(30 * MINUTE, 100)
  for await (const finding of reconcile(orders, ours, 0)) findings.push(finding)
  return findings
}

/** What is told in both languages alike. */
const said = (text: string) => ({ zh: text, en: text })

const orderNow = ({ id }: Order) =>
  db().order.findUniqueOrThrow({ where: { id }, include: { events: { orderBy: { id: 'asc' } } } })
const kinds = async (order: Order) => (await orderNow(order)).events.map(({ kind }) => kind)

describe('[T5.3] [T5.2A] A payment whose notification was lost', () => {
  it('is found and applied, and there is nothing left to do after', async () => {
    const order = await handedOver()
    gateway.knows(order)
    expect(await run()).toEqual([
      { orderNo: order.orderNo, kind: 'applied', detail: said('none -> WAIT_SELLER_SEND_GOODS') },
    ])
    expect(await kinds(order)).toEqual(['created', 'paid'])
    expect(await run()).toEqual([])
    await timePasses()
    expect(await run()).toMatchObject([{ kind: 'settled', detail: said('WAIT_SELLER_SEND_GOODS') }])
    expect(await kinds(order)).toEqual(['created', 'paid'])
  })

  it.each(['utf-8', 'gbk'] as const)(
    '[#44] is applied wherever a text of the answer is cut off, in %s',
    async (charset) => {
      const other = await stubGateway(charset)
      const address = encode('杭州市 西湖区', charset).toString('latin1')
      for (let length = 1; length <= address.length; length++) {
        const order = await handedOver()
        other.service = () =>
          cutTradeAnswer(order, other.account, 'receive_address', address.slice(0, length))
        expect(await run(other.ours)).toMatchObject([{ orderNo: order.orderNo, kind: 'applied' }])
        expect(await kinds(order)).toEqual(['created', 'paid'])
        await timePasses()
        await db().order.delete({ where: { id: order.id } })
      }
      await other.close()
    },
  )

  it('[#22] is applied under another e-mail of the seller, whose id is ours', async () => {
    const order = await handedOver()
    gateway.knows(order, { seller_email: 'new@example.com' })
    expect(await run()).toMatchObject([{ kind: 'applied' }])
    expect(await db().notification.findFirst({ where: { orderNo: order.orderNo } })).toMatchObject({
      notes: ['seller_email_changed'],
    })
  })

  it('is applied once while the late notification and another reconciliation come at the same moment', async () => {
    const order = await handedOver()
    gateway.knows(order)
    await Promise.all([run(), notify(order), run(), notify(order)])
    expect(await kinds(order)).toEqual(['created', 'paid'])
    const rows = await db().notification.findMany({ where: { orderNo: order.orderNo } })
    expect(rows.filter(({ verdict }) => verdict === 'applied')).toHaveLength(1)
    expect(rows.every(({ verdict }) => ['applied', 'duplicate'].includes(verdict))).toBe(true)
  })

  it('is found too where it is not the first: what happened meanwhile is made up for', async () => {
    const order = await handedOver()
    await notify(order)
    await timePasses()
    gateway.knows(order, { trade_status: 'TRADE_FINISHED', gmt_send_goods: '2026-11-22 11:00:00' })
    expect(await run()).toMatchObject([{ kind: 'applied' }])
    expect((await kinds(order)).toSorted()).toEqual(['created', 'finished', 'paid', 'shipped'])
    await timePasses()
    expect(await run()).toEqual([])
  })
})

describe('[T5.2A] Orders', () => {
  it('are asked about from the oldest on, at most as many as wanted', async () => {
    const young = await handedOver(40)
    const old = await handedOver(90)
    expect((await findUnsettled(30 * MINUTE, 100)).map(({ orderNo }) => orderNo)).toEqual([
      old.orderNo,
      young.orderNo,
    ])
    expect(await findUnsettled(30 * MINUTE, 1)).toMatchObject([{ orderNo: old.orderNo }])
  })

  it('are left alone while they are young, have just been heard of, or were never taken to the gateway', async () => {
    await handedOver(5)
    const heardOf = await handedOver()
    await notify(heardOf)
    const never = await anOrder()
    await db().order.update({
      where: { id: never.id },
      data: { createdAt: new Date(Date.now() - 60 * MINUTE) },
    })
    expect(await run()).toEqual([])
    expect(gateway.asked).toEqual([])
  })

  it('whose buyer never logged in at the cashier are fine as they are, and do not keep others from their turn', async () => {
    const order = await handedOver()
    expect(await run()).toMatchObject([{ orderNo: order.orderNo, kind: 'no_trade' }])
    expect(await kinds(order)).toEqual(['created'])
    expect(await run()).toEqual([])
    await timePasses()
    expect(await run()).toMatchObject([{ kind: 'no_trade' }])
  })

  it('[#54] that the shop closed alone are asked about: they may have been paid all the same', async () => {
    const order = await handedOver()
    await closeUntraded(order)
    gateway.knows(order)
    expect(await run()).toMatchObject([{ orderNo: order.orderNo, kind: 'applied' }])
    expect((await kinds(order)).toSorted()).toEqual(['closed', 'created', 'paid_late'])
  })
})

describe('[T5.2A] A person is needed', () => {
  it('for a payment of another amount', async () => {
    const order = await handedOver(60, 100)
    gateway.knows({ ...order, totalFen: 1 })
    expect(await run()).toMatchObject([
      { kind: 'person', detail: { en: expect.stringMatching(/^bad_amount: /) } },
    ])
    expect(await kinds(order)).toEqual(['created'])
  })

  it('for a trade that turns out to be another order’s', async () => {
    const order = await handedOver()
    const tradeNo = aTradeNo()
    await db().order.update({ where: { id: order.id }, data: { tradeNo } })
    gateway.knows(await anOrder(), { trade_no: tradeNo })
    expect(await run()).toMatchObject([
      { kind: 'person', detail: { en: expect.stringMatching(/^bad_trade_no: /) } },
    ])
  })

  it('for an order that is paid here and unknown there', async () => {
    const order = await handedOver()
    await notify(order)
    await timePasses()
    expect(await run()).toMatchObject([
      {
        kind: 'person',
        detail: {
          zh: expect.stringContaining('没有这笔交易'),
          en: expect.stringContaining('TRADE_NOT_EXIST'),
        },
      },
    ])
  })

  it('for one that was paid after it was closed, until the money is back', async () => {
    const order = await handedOver()
    await notify(order, { trade_status: 'TRADE_CLOSED', gmt_payment: undefined })
    await notify(order)
    await timePasses()
    gateway.knows(order)
    expect(await run()).toMatchObject([
      { kind: 'person', detail: { en: expect.stringContaining('paid after') } },
    ])
    await notify(order, {
      trade_status: 'TRADE_CLOSED',
      refund_status: 'REFUND_SUCCESS',
      gmt_refund: '2026-11-23 10:00:00',
    })
    await timePasses()
    expect(await run()).toEqual([])
  })

  it('where the gateway refuses the question', async () => {
    const order = await handedOver()
    gateway.refuse(order, 'ILLEGAL_PARTNER')
    expect(await run()).toMatchObject([
      { kind: 'person', detail: { en: 'ILLEGAL_PARTNER: The partner ID is wrong' } },
    ])
  })
})

it('[T5.2A] A gateway that does not answer is asked three times and left alone', async () => {
  const gone = partnerGateway({ ...gateway.account, gatewayUrl: 'http://127.0.0.1:9/gateway.do' })
  for (let count = 0; count < 5; count++) await handedOver()
  expect((await run(gone)).map(({ kind }) => kind)).toEqual(['unreachable', 'unreachable', 'unreachable'])
})

it('[T5.2A] Some orders that never get an answer do not keep the others from being asked about the next time', async () => {
  for (let count = 0; count < 4; count++) gateway.ignore(await handedOver(90))
  const lost = await handedOver(60)
  gateway.knows(lost)
  expect((await run()).map(({ kind }) => kind)).toEqual(['unreachable', 'unreachable', 'unreachable'])
  expect(await run()).toContainEqual({
    orderNo: lost.orderNo,
    kind: 'applied',
    detail: said('none -> WAIT_SELLER_SEND_GOODS'),
  })
  expect((await orderNow(lost)).tradeStatus).toBe('WAIT_SELLER_SEND_GOODS')
})
