/* eslint-disable import/no-restricted-paths -- the messages of every scenario are made by the sandbox itself */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Order } from '@/generated/shop/client'
import { listScenarios, readScenario, type Step } from '@/scenarios/scenario'
import { parseYuan } from '../alipay/money'
import { db } from '../db'
import { partnerGateway } from '../gateway/partner-gateway'
import { receiveMessage } from '../messages/receive-message'
import { anOrder } from '../messages/testing/messages'
import { stubGateway, type StubGateway } from '../messages/testing/stub-gateway'
import { FaultOrder } from '../sandbox/faults/fault-kinds'
import { addFault } from '../sandbox/faults/fault-queue'
import { parseDuration } from '../sandbox/clock'
import { advanceClock } from '../sandbox/scheduler'
import { accepted, aMerchant, escrowFields, postRequest } from '../sandbox/testing/requests'
import { stubShop, type StubShop } from '../sandbox/testing/stub-shop'
import { logIn, pay, TEST_BUYER } from '../sandbox/trade/cashier-steps'
import { act, TRADE_ACTIONS } from '../sandbox/trade/trade-actions'

let gateway: StubGateway
let shop: StubShop
beforeAll(async () => {
  gateway = await stubGateway()
  shop = await stubShop()
})
afterAll(() => Promise.all([gateway.close(), shop.close()]))

/** The sandbox plays the scenario; returns the notifications that came, in their order. */
async function play(steps: Step[], order: Order) {
  const merchant = await aMerchant({ charset: 'utf-8', stages: [] })
  const fields = escrowFields(merchant, shop.url, { out_trade_no: order.orderNo })
  const id = await accepted(postRequest(fields, merchant.key))
  for (const { do: name, refused, ...details } of steps) {
    const step = take(id, order, name, details)
    if (refused) await expect(step).rejects.toMatchObject({ code: refused })
    else await step
    await advanceClock(0)
  }
  const { partner, key, sellerEmail } = merchant
  const own = shop.received.filter(
    ({ body }) => new URLSearchParams(body).get('out_trade_no') === order.orderNo,
  )
  return {
    messages: own.map(({ body }) => Buffer.from(body)),
    account: { ...gateway.account, partner, key, sellerEmail },
  }
}

async function take(id: string, order: Order, name: string, details: Record<string, unknown>) {
  const action = TRADE_ACTIONS.find((action) => action === name)
  if (name === 'login') return logIn(id, TEST_BUYER)
  if (name === 'pay') return pay(id)
  if (name === 'clock') return advanceClock(parseDuration(String(details.advance)) ?? NaN)
  if (name === 'faults') return addFault(FaultOrder.parse({ trade: order.orderNo, ...details }))
  if (action)
    return act(id, action, {
      goodsReceived: details.goods_received === true,
      totalFen: parseYuan(String(details.total_fee)),
    })
  expect(['order', 'hand-over']).toContain(name)
}

const migration = new URL('../../prisma/shop/migrations/20261129092200_stage/migration.sql', import.meta.url)

/** What the migration fills in for the orders there are. */
async function fillIn() {
  const [update = ''] = /^UPDATE [^;]*;$/m.exec(readFileSync(migration, 'utf8')) ?? []
  await db().$transaction([
    db().order.updateMany({ data: { stage: 'unpaid' } }),
    db().$executeRaw`SET LOCAL search_path TO "shop"`,
    db().$executeRawUnsafe(update),
  ])
}

const ENDS: Record<string, string> = {
  'lost-notification': 'paid',
  'price-change': 'unpaid',
  'virtual-goods': 'shipped',
  'paid-shipped-confirmed': 'finished',
  'late-payment': 'finished',
}

it.each(listScenarios('partner'))(
  'The stage that the messages of %s lead to is the one that a migration fills in',
  async (name) => {
    const order = await anOrder(1)
    const isVirtual = name === 'virtual-goods' // which the shop ships by itself
    const { messages, account } = await play(
      [...readScenario(name).steps, ...(isVirtual ? [{ do: 'ship' }] : [])],
      order,
    )
    expect(messages.length).toBeGreaterThan(0)
    for (const bytes of messages) {
      await receiveMessage({ channel: 'notify', bytes, remoteAddress: '' }, partnerGateway(account))
      const { stage } = await db().order.findUniqueOrThrow({ where: { id: order.id } })
      await fillIn()
      expect(await db().order.findUniqueOrThrow({ where: { id: order.id } })).toMatchObject({ stage })
    }
    expect(await db().order.findUniqueOrThrow({ where: { id: order.id } })).toMatchObject({
      stage: ENDS[name] ?? 'closed',
    })
  },
)
