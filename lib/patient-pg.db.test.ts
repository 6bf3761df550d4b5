import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Order } from '@/generated/shop/client'
import { db, transaction } from './db'
import { env } from './env'
import { receiveMessage } from './messages/receive-message'
import { anOrder, message, signedBytes } from './messages/testing/messages'
import { stubGateway, type StubGateway } from './messages/testing/stub-gateway'

/** The answer to the next statement with this text is lost with its connection, after the statement has been done. */
let losing: string | undefined
let gateway: StubGateway
let relay: Server

beforeAll(async () => {
  gateway = await stubGateway()
  const url = new URL(env().databaseUrl ?? '')
  relay = relayTo(Number(url.port), url.hostname).listen(0, '127.0.0.1')
  await once(relay, 'listening')
  url.port = String((relay.address() as AddressInfo).port)
  env().databaseUrl = url.href
})
afterAll(async () => {
  await db().$disconnect()
  relay.close()
  await gateway.close()
})

function relayTo(port: number, host: string) {
  return createServer((client) => {
    const server = connect(port, host)
    let isLost = false
    client.on('data', (bytes) => {
      if (losing !== undefined && bytes.includes(losing)) {
        isLost = true
        losing = undefined
      }
      server.write(bytes)
    })
    server.on('data', (bytes) => (isLost ? server.destroy() : client.write(bytes)))
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const)
      one.on('error', () => {}).on('close', () => other.destroy())
  })
}

const tell = (order: Order, bytes = signedBytes(message(order), gateway.account)) =>
  receiveMessage({ channel: 'notify', bytes, remoteAddress: '' }, gateway.ours)
const verdicts = async ({ orderNo }: Order) => {
  const rows = await db().notification.findMany({ where: { orderNo }, orderBy: { receivedAt: 'asc' } })
  return rows.map(({ verdict, answer }) => `${verdict} ${answer}`).sort()
}
const payments = ({ id }: Order) => db().orderEvent.count({ where: { orderId: id, kind: 'paid' } })

describe('Where the connection is lost before the answer', () => {
  it('a question is asked again', async () => {
    losing = 'SELECT 41'
    expect(await db().$queryRaw`SELECT 41 AS "found"`).toEqual([{ found: 41 }])
    expect(losing).toBeUndefined()
  })

  it('a message that has moved its order finds that out, and is answered success', async () => {
    const order = await anOrder()
    losing = '/* repeatable */ WITH'
    expect(await tell(order)).toMatchObject({ verdict: 'duplicate', answer: 'success' })
    expect(losing).toBeUndefined()
    expect(await verdicts(order)).toEqual(['applied success', 'duplicate success'])
    expect(await payments(order)).toBe(1)
  })

  it('the repeat of a processed message is logged once, and answered success', async () => {
    const order = await anOrder()
    const bytes = signedBytes(message(order), gateway.account)
    await tell(order, bytes)
    losing = '/* repeatable */ INSERT'
    expect(await tell(order, bytes)).toMatchObject({ code: 'processed_before', answer: 'success' })
    expect(losing).toBeUndefined()
    expect(await verdicts(order)).toEqual(['applied success', 'duplicate success'])
  })

  it('a write that may have happened is not repeated: its message is answered fail, and the next one success', async () => {
    const order = await anOrder()
    const bytes = () => signedBytes(message(order), gateway.account) // a new notify_id each time
    await tell(order, bytes())
    losing = 'INSERT INTO "shop"."Notification" ('
    expect(await tell(order, bytes())).toMatchObject({ verdict: 'error', answer: 'fail' })
    expect(losing).toBeUndefined()
    expect(await tell(order, bytes())).toMatchObject({ verdict: 'duplicate', answer: 'success' })
    const logged = ['applied success', 'duplicate success', 'duplicate success', 'error fail']
    expect(await verdicts(order)).toEqual(logged)
    expect(await payments(order)).toBe(1)
  })

  it('a transaction begins again, and is not repeated once it has begun', async () => {
    const name = `patient ${Date.now()}`
    losing = 'BEGIN'
    await transaction((tx) => tx.setting.create({ data: { name, value: '' } }))
    expect(losing).toBeUndefined()
    losing = 'COMMIT'
    const work = () => transaction((tx) => tx.setting.update({ where: { name }, data: { value: 'new' } }))
    await expect(work()).rejects.toThrow()
    expect(await db().setting.findUnique({ where: { name } })).toEqual({ name, value: 'new' })
  })
})

it('Of two transactions that wait for each other, the one that the database stops is done again', async () => {
  const names = ['a', 'b'].map((letter) => `deadlock ${letter} ${Date.now()}`)
  await db().setting.createMany({ data: names.map((name) => ({ name, value: '' })) })
  let tries = 0
  const write = (order: string[]) =>
    transaction(async (tx) => {
      tries++
      for (const name of order) {
        await tx.$executeRaw`UPDATE "shop"."Setting" SET "value" = "value" || 'x' WHERE "name" = ${name}`
        await wait(300)
      }
    })
  await Promise.all([write(names), write(names.toReversed())])
  const found = await db().setting.findMany({ where: { name: { in: names } } })
  expect(found.map(({ value }) => value)).toEqual(['xx', 'xx'])
  expect(tries).toBeGreaterThanOrEqual(2)
})
