import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Order } from '@/generated/shop/client'
import { aVariant, stockOf } from '../catalog/testing/products'
import { db } from '../db'
import { receiveMessage } from '../messages/receive-message'
import { anOrder, type Fields, message, signedBytes } from '../messages/testing/messages'
import { tradeGateway } from '../messages/testing/trade-gateway'
import { orderGoods } from '../orders/order-goods'
import { runEffects } from '../orders/outbox'
import { effects } from './effects'

/** The program of the shop that is killed, in one file, which starts in half the time. In the repository, to find its packages. */
const PROGRAM = `node_modules/.cache/mortal-shop-${process.pid}.mjs`

let gateway: Awaited<ReturnType<typeof tradeGateway>>
beforeAll(async () => {
  gateway = await tradeGateway()
  await build({
    entryPoints: ['lib/payments/testing/mortal-shop.ts'],
    outfile: PROGRAM,
    alias: { '@': import.meta.dirname + '/../..' },
    ...{ bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' },
  })
  await runEffects([]) // marks the events of other tests as handled
})
afterAll(async () => {
  started.forEach((shop) => shop.kill('SIGKILL'))
  rmSync(PROGRAM)
  await gateway.close()
})

interface Shop extends ChildProcess {
  port: Promise<number>
}

const started: Shop[] = []
/** Those that start while another one works. */
const waiting: Shop[] = []

function startShop(): Shop {
  const shop = fork(PROGRAM, [JSON.stringify(gateway.account)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const port = once(shop, 'message').then(([sent]) => Number(sent))
  started.push(Object.assign(shop, { port }))
  return Object.assign(shop, { port })
}

function nextShop(): Shop {
  while (waiting.length < 3) waiting.push(startShop())
  return waiting.shift() as Shop
}

/** Posts a notification to a shop. Returns its answer, or undefined where it was killed before. */
async function post(shop: Shop, bytes: Uint8Array<ArrayBuffer>, end = '') {
  const url = `http://127.0.0.1:${await shop.port}/${encodeURIComponent(end)}`
  return fetch(url, { method: 'POST', body: bytes })
    .then((response) => response.text())
    .catch(() => undefined)
}

/** An order, and the fields of the message about it. */
interface Scenario {
  order: Order
  changes: Fields
  /** Asserts the state after the message has taken effect; it is the same for every kill. */
  expectEffects: () => Promise<void>
}

const SCENARIOS: Record<string, () => Promise<Scenario>> = {
  'a payment of goods that are delivered at once': async () => {
    const { id } = await anOrder(500, '电子礼品卡')
    const order = await db().order.update({ where: { id }, data: { virtual: true } })
    const expectEffects = async () => {
      const now = await db().order.findUniqueOrThrow({ where: { id }, include: { events: true } })
      expect(now).toMatchObject({ stage: 'shipped', paidFen: 500, logisticsName: '无需物流' })
      expect(now.events.map(({ kind }) => kind).sort()).toEqual(['created', 'paid', 'shipped'])
      expect(shipmentsOf(order).length).toBeOneOf([1, 2]) // a killed process cannot know whether its call arrived
    }
    return { order, changes: {}, expectEffects }
  },
  'that an order is closed unpaid': async () => {
    const variant = await aVariant(5)
    const { id: variantId, productId, priceFen } = variant
    const items = [{ productId, variantId, name: '绿茶', priceFen, quantity: 2 }]
    const draft = { buyerId: 'test', subject: '绿茶', body: null, items, postageFen: 0 }
    const ordered = await orderGoods({ ...draft, postagePayer: 'SELLER' }, { fromCart: false })
    if (ordered.kind !== 'ordered') throw new Error(ordered.kind)
    const { order } = ordered
    const changes = { trade_status: 'TRADE_CLOSED', gmt_payment: undefined }
    const expectEffects = async () => {
      const now = await db().order.findUniqueOrThrow({ where: { id: order.id }, include: { events: true } })
      expect(now).toMatchObject({ stage: 'closed', tradeStatus: 'TRADE_CLOSED' })
      expect(now.events.map(({ kind }) => kind).sort()).toEqual(['closed', 'created'])
      expect(await stockOf(variant)).toBe(5)
    }
    return { order, changes, expectEffects }
  },
} // prettier-ignore

const shipmentsOf = ({ orderNo, tradeNo }: Order) =>
  gateway.asked.filter(
    (one) =>
      one.get('service') === 'send_goods_confirm_by_platform' &&
      one.get('trade_no') === (tradeNo ?? message({ orderNo, subject: '', totalFen: 1 }).get('trade_no')),
  )

/** The gateway has a trade of this kind, and sends a notification of it. */
async function begin(name: string) {
  const scenario = await SCENARIOS[name]?.()
  if (!scenario) throw new Error(name)
  gateway.knows(scenario.order, scenario.changes)
  const bytes = signedBytes(message(scenario.order, scenario.changes), gateway.account)
  return { ...scenario, bytes }
}

async function areDone({ id: orderId }: Order) {
  const effects = await db().effect.findMany({ where: { event: { orderId } } })
  return effects.length > 0 && effects.every(({ doneAt }) => doneAt !== null)
}

/**
 * The steps at which a process can die, from one that lives. `before` a step that directly follows another one is the same
 * as `after` that, and is left out.
 */
async function stepsOf(name: string): Promise<string[]> {
  const { order, bytes, expectEffects } = await begin(name)
  const shop = nextShop()
  expect(await post(shop, bytes)).toBe('success')
  await expect.poll(() => areDone(order)).toBe(true)
  await expectEffects()
  const response = await fetch(`http://127.0.0.1:${await shop.port}`)
  const steps = z.array(z.string()).parse(await response.json())
  shop.kill('SIGKILL')
  return steps.filter((step, index) => step.startsWith('after') || !steps[index - 1]?.startsWith('after'))
}

describe.each(Object.keys(SCENARIOS))('A process that receives %s', (name) => {
  it(
    '[F15b] [T3.4c] [#57] [#58] may be killed at any step: the next message settles it, and every effect is there once',
    { timeout: 600_000 },
    async () => {
      for (const step of await stepsOf(name)) {
        await expectRecovery(name, step).catch((error: unknown) => {
          throw new Error(`killed ${step}`, { cause: error })
        })
      }
    },
  )
})

async function expectRecovery(name: string, step: string) {
  const { order, bytes, expectEffects } = await begin(name)
  const shop = nextShop()
  const ended = once(shop, 'exit')
  const answer = await post(shop, bytes, step)
  expect(await ended).toEqual([null, 'SIGKILL'])
  const { id, orderNo } = order
  if (answer !== undefined) {
    expect(answer).toBe('success')
    expect(await db().order.findUnique({ where: { id } })).toMatchObject({ tradeStatus: expect.any(String) })
  }

  const retry = await receiveMessage({ channel: 'notify', bytes, remoteAddress: '' }, gateway.ours)
  expect(retry).toMatchObject({ answer: 'success' })
  // what the process had claimed becomes free when its time is over
  const longAgo = new Date(0)
  await db().effect.updateMany({
    where: { doneAt: null, claimedUntil: { not: null } },
    data: { claimedUntil: longAgo },
  })
  await db().order.updateMany({
    where: { id, shippingUntil: { not: null } },
    data: { shippingUntil: longAgo },
  })
  await runEffects(effects(gateway.ours))
  await expectEffects()
  expect(await areDone(order)).toBe(true)
  expect(await db().notification.count({ where: { orderNo, channel: 'notify', verdict: 'applied' } })).toBe(1)
}
