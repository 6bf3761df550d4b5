import { expect, it } from 'vitest'
import { db } from '../db'
import { createOrder } from './create-order'
import { startEffectLoop, wakeEffects } from './effect-loop'

it('[T5.2A] A process does what hangs on events once it has been told to, and then whenever it is woken', async () => {
  const seen: string[] = []
  const order = async () => {
    const items = [{ productId: null, name: '绿茶', priceFen: 1, quantity: 1 }]
    const draft = { buyerId: 'loop', subject: '绿茶', body: null, items }
    const { id } = await createOrder({ ...draft, postageFen: 0, postagePayer: 'SELLER' })
    return id
  }
  const first = await order()
  wakeEffects() // nobody is there to be woken
  expect(await db().orderEvent.count({ where: { orderId: first, dispatched: true } })).toBe(0)

  startEffectLoop([{ name: 'loop test', on: ['created'], run: async (_event, { id }) => void seen.push(id) }])
  wakeEffects()
  await expect.poll(() => seen).toContain(first)
  const second = await order()
  wakeEffects()
  await expect.poll(() => seen).toContain(second)
  expect(new Set(seen).size).toBe(seen.length)
})
