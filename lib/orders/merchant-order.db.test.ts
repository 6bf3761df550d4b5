import { expect, it } from 'vitest'
import { db } from '../db'
import { createOrder } from './create-order'
import { findFullOrder, NOTE_CHARACTERS, setNote } from './merchant-order'

const anOrder = () =>
  createOrder({
    buyerId: 'test',
    subject: '绿茶',
    body: null,
    items: [{ productId: null, name: '绿茶', priceFen: 1, quantity: 1 }],
    postageFen: 0,
    postagePayer: 'SELLER',
  })

it('The merchant sees an order whole, whoever ordered it', async () => {
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

it.each([
  ['  发顺丰\r\n别放门口 ', '发顺丰\n别放门口'],
  [' \n ', null],
  ['a\0b', 'ab'],
  ['茶'.repeat(NOTE_CHARACTERS + 1), '茶'.repeat(NOTE_CHARACTERS)],
  ['茶'.repeat(NOTE_CHARACTERS - 1) + '😀', '茶'.repeat(NOTE_CHARACTERS - 1) + '\ufffd'],
])('A note is kept as it was meant, and touches nothing else (%#)', async (text, note) => {
  const order = await anOrder()
  expect(await setNote(order.orderNo, text, '')).toBe(true)
  expect(await db().order.findUnique({ where: { orderNo: order.orderNo } })).toEqual({ ...order, note })
})

it('A note that somebody else changed meanwhile is not overwritten; the same one twice is kept', async () => {
  const { orderNo } = await anOrder()
  const noteNow = async () => (await findFullOrder(orderNo))?.note
  expect(await setNote(orderNo, '发顺丰', '')).toBe(true)
  expect(await setNote(orderNo, '发邮政', '')).toBe(false)
  expect(await noteNow()).toBe('发顺丰')
  expect(await setNote(orderNo, '发顺丰', '')).toBe(true)
  expect(await setNote(orderNo, '发顺丰\n周末送', '发顺丰')).toBe(true)
  expect(await noteNow()).toBe('发顺丰\n周末送')
})
