import { fork } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { db } from '../db'
import { anOrder, message, signedBytes } from './testing/messages'
import { stubGateway, type StubGateway } from './testing/stub-gateway'

let gateway: StubGateway
let shops: Awaited<ReturnType<typeof startShop>>[]
beforeAll(async () => {
  gateway = await stubGateway()
  shops = await Promise.all([startShop(), startShop()])
})
afterAll(async () => {
  for (const { child } of shops) child.kill()
  await gateway.close()
})

const Entries = z.array(z.object({ verdict: z.string(), answer: z.string().nullable() }))

async function startShop() {
  const child = fork('lib/messages/testing/shop-process.ts', [JSON.stringify(gateway.account)], {
    execArgv: ['--import', 'tsx'],
  })
  await once(child, 'message')
  const receive = async (notifications: Uint8Array[]) => {
    const received = once(child, 'message')
    child.send(notifications.map((bytes) => Buffer.from(bytes).toString('base64')))
    return Entries.parse((await received)[0])
  }
  return { child, receive }
}

it('[#60] Two processes that receive the same payments at once, each twenty times, settle each of them once', async () => {
  const orders = await Promise.all([anOrder(1), anOrder(2), anOrder(3)])
  const notifications = orders.flatMap((order) => {
    const bytes = signedBytes(message(order), gateway.account)
    return Array.from({ length: 20 }, () => bytes)
  })
  const entries = (await Promise.all(shops.map(({ receive }) => receive(notifications)))).flat()
  expect(entries).toHaveLength(120)
  expect(new Set(entries.map(({ answer }) => answer))).toEqual(new Set(['success']))
  expect(entries.filter(({ verdict }) => verdict === 'applied')).toHaveLength(3)
  for (const { id } of orders) {
    const events = await db().orderEvent.findMany({ where: { orderId: id }, orderBy: { id: 'asc' } })
    expect(events.map(({ kind }) => kind)).toEqual(['created', 'paid'])
    expect(await db().order.findUniqueOrThrow({ where: { id } })).toMatchObject({ version: 1 })
  }
})
