import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '../db'
import { createOrder } from './create-order'
import { type EffectHandler, runEffects, startOutbox, wakeOutbox } from './outbox'

/** An order that is paid, as far as its events go. */
async function paidOrder() {
  const { id } = await createOrder({
    buyerId: 'test',
    subject: '绿茶',
    body: null,
    items: [{ productId: null, name: '绿茶', priceFen: 1, quantity: 1 }],
    postageFen: 0,
    postagePayer: 'SELLER',
  })
  await db().orderEvent.create({ data: { orderId: id, kind: 'paid' } })
  return id
}

let handlers = 0

/** A handler of a name of its own, and the orders that it was run for. */
function aHandler(run: EffectHandler['run'] = async () => {}) {
  const seen: string[] = []
  const handler: EffectHandler = {
    name: `test ${(handlers += 1)}`,
    on: ['paid'],
    run: async (event, order) => {
      seen.push(order.id)
      await run(event, order)
    },
  }
  return { handler, seen }
}

const rowsOf = ({ name }: EffectHandler) => db().effect.findMany({ where: { handler: name } })

/** As if the wait after a failure, or the claim of a process that died, were over. */
const passTime = ({ name }: EffectHandler) =>
  db().effect.updateMany({ where: { handler: name }, data: { claimedUntil: new Date(Date.now() - 1) } })

beforeEach(() => runEffects([])) // marks the events of other tests as handled

describe('[T5.2A] What hangs on an event', () => {
  it('is done once, with the event and the order as it is now', async () => {
    const told: string[] = []
    const { handler } = aHandler(
      async (event, order) => void told.push(`${event.kind} ${order.subject} ${order.note}`),
    )
    const id = await paidOrder()
    await db().order.update({ where: { id }, data: { note: 'now' } })
    await runEffects([handler])
    await runEffects([handler])
    expect(told).toEqual(['paid 绿茶 now'])
    expect(await rowsOf(handler)).toMatchObject([
      { attempts: 1, doneAt: expect.any(Date), claimedUntil: null },
    ])
  })

  it('is left alone by a handler of other events', async () => {
    const { handler, seen } = aHandler()
    await paidOrder()
    await runEffects([{ ...handler, on: ['refunded'] }])
    expect(seen).toEqual([])
  })

  it('is done by each of several handlers, also where one of them fails', async () => {
    const failing = aHandler(() => Promise.reject(new Error('no paper')))
    const other = aHandler()
    const id = await paidOrder()
    await runEffects([failing.handler, other.handler])
    expect([failing.seen, other.seen]).toEqual([[id], [id]])
  })

  it('is not done for events from before the handler was there', async () => {
    await paidOrder()
    await runEffects([])
    const { handler, seen } = aHandler()
    const id = await paidOrder()
    await runEffects([handler])
    expect(seen).toEqual([id])
  })

  it('is shared by several processes, each of 100 events handled once', async () => {
    const { handler, seen } = aHandler(() => new Promise((resolve) => setImmediate(resolve)))
    const ids = await Promise.all(Array.from({ length: 100 }, paidOrder))
    await Promise.all([runEffects([handler]), runEffects([handler]), runEffects([handler])])
    expect(seen.toSorted()).toEqual(ids.toSorted())
    expect(await rowsOf(handler)).toHaveLength(100)
  })

  it('is tried again after a failure, later and later, until it succeeds', async () => {
    const { handler, seen } = aHandler(async () => {
      if (seen.length < 3) throw new Error('no paper')
    })
    await paidOrder()
    for (let run = 1; run <= 3; run++) {
      const before = Date.now()
      await runEffects([handler])
      const after = Date.now()
      await runEffects([handler]) // not yet
      expect(seen).toHaveLength(run)
      const [row] = await rowsOf(handler)
      if (run < 3) {
        expect(row).toMatchObject({ attempts: run, doneAt: null, error: 'no paper' })
        const wait = run === 1 ? 10_000 : 40_000
        expect(row?.claimedUntil?.getTime()).toBeGreaterThanOrEqual(before + wait)
        expect(row?.claimedUntil?.getTime()).toBeLessThanOrEqual(after + wait)
      }
      await passTime(handler)
    }
    expect(await rowsOf(handler)).toMatchObject([{ attempts: 3, doneAt: expect.any(Date), error: null }])
  })

  it('is not begun twice while somebody is at it, and taken over from a process that died', async () => {
    const dead = aHandler(() => new Promise(() => {}))
    const id = await paidOrder()
    const abandoned = runEffects([dead.handler])
    void abandoned
    await expect.poll(() => dead.seen).toEqual([id])

    const { handler, seen } = aHandler()
    const successor = { ...handler, name: dead.handler.name }
    await runEffects([successor])
    expect(seen).toEqual([])
    await passTime(successor)
    await runEffects([successor])
    expect(seen).toEqual([id])
    expect(await rowsOf(successor)).toMatchObject([{ attempts: 2, doneAt: expect.any(Date) }])
  })

  it('waits where its handler is not known here, and does not hold up the others', async () => {
    const { handler, seen } = aHandler(() => Promise.reject(new Error('no paper')))
    await paidOrder()
    await runEffects([handler])
    await passTime(handler)
    const other = aHandler()
    const id = await paidOrder()
    await runEffects([other.handler])
    expect([seen.length, other.seen]).toEqual([1, [id]])
  })
})

it('[T5.2A] A process does what hangs on events once it has been told to, and then whenever it is woken', async () => {
  const seen: string[] = []
  const order = async () => {
    const items = [{ productId: null, name: '绿茶', priceFen: 1, quantity: 1 }]
    const draft = { buyerId: 'loop', subject: '绿茶', body: null, items }
    const { id } = await createOrder({ ...draft, postageFen: 0, postagePayer: 'SELLER' })
    return id
  }
  const first = await order()
  wakeOutbox() // not started
  expect(await db().orderEvent.count({ where: { orderId: first, dispatched: true } })).toBe(0)

  startOutbox([{ name: 'loop test', on: ['created'], run: async (_event, { id }) => void seen.push(id) }])
  wakeOutbox()
  await expect.poll(() => seen).toContain(first)
  const second = await order()
  wakeOutbox()
  await expect.poll(() => seen).toContain(second)
  expect(new Set(seen).size).toBe(seen.length)
})
