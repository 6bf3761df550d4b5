import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { anOrder } from '../messages/testing/messages'
import { createOrder } from './create-order'
import { findFullOrder, listBuyersOrders } from './find-orders'

it('The merchant sees an order whole, of any buyer', async () => {
  const { orderNo } = await anOrder()
  expect(await findFullOrder(orderNo)).toMatchObject({
    items: [{ name: '绿茶' }],
    events: [{ kind: 'created' }],
  })
})

it.each(['0', "1' OR '1'='1", '../1', '\0', '', 'x'.repeat(65)])(
  '[#67] There is no order of the number %j',
  async (orderNo) => expect(await findFullOrder(orderNo)).toBeNull(),
)

it('A buyer’s orders come a page at a time, newest first, each once and none of another buyer', async () => {
  const [buyerId, stranger] = [randomUUID(), randomUUID()]
  const items = [{ productId: null, name: '茶', priceFen: 100, quantity: 1 }]
  const draft = { subject: '茶', body: null, items, postageFen: 0, postagePayer: 'SELLER' } as const
  const made: string[] = []
  for (const owner of [buyerId, stranger, buyerId, buyerId, buyerId, buyerId]) {
    const { orderNo } = await createOrder({ ...draft, items, buyerId: owner })
    if (owner === buyerId) made.unshift(orderNo)
  }
  const seen: string[][] = []
  let cursor: string | undefined
  do {
    const page = await listBuyersOrders(buyerId, cursor, 2)
    seen.push(page.rows.map(({ orderNo }) => orderNo))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(seen.map(({ length }) => length)).toEqual([2, 2, 1])
  expect(seen.flat().sort()).toEqual(made.sort())
  expect((await listBuyersOrders(buyerId, 'no cursor')).rows).toHaveLength(5)
})
