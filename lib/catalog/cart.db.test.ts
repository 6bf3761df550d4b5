import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { db } from '../db'
import { addToCart, countCart, MOST_LINES, orderable, readCart, readLine, removeFromCart, setCartQuantity } from './cart' // prettier-ignore
import { aVariant } from './testing/products'

it('A cart adds up, is changed and emptied, and is its buyer’s alone', async () => {
  const buyer = randomUUID()
  const { id } = await aVariant(10)
  await addToCart(buyer, id, 2)
  await addToCart(buyer, id, 3)
  expect(await readCart(buyer, 'zh')).toMatchObject([
    { variantId: id, title: '绿茶', kind: '50 克', name: '绿茶 · 50 克', quantity: 5, problem: null },
  ])
  expect(await countCart(buyer)).toBe(5)
  expect(await setCartQuantity('another', id, 1)).toEqual({ kind: 'not_there' })
  await removeFromCart('another', id)
  expect(await setCartQuantity(buyer, id, 1)).toEqual({ kind: 'done' })
  expect(await countCart(buyer)).toBe(1)
  await removeFromCart(buyer, id)
  expect(await readCart(buyer, 'zh')).toEqual([])
})

it('[#68] A cart holds at most 999 of one thing, and so many things', async () => {
  const buyer = randomUUID()
  const { id, productId } = await aVariant(10)
  await addToCart(buyer, id, 999)
  await addToCart(buyer, id, 999)
  expect(await countCart(buyer)).toBe(999)
  const others = Array.from({ length: MOST_LINES - 1 }, () => ({ id: randomUUID(), productId, priceFen: 1 }))
  await db().variant.createMany({ data: others })
  await db().cartItem.createMany({
    data: others.map((other) => ({ buyerId: buyer, variantId: other.id, quantity: 1 })),
  })
  expect(await addToCart(buyer, (await aVariant(1)).id, 1)).toEqual({ kind: 'full' })
  expect(await addToCart(buyer, id, 1)).toEqual({ kind: 'done' })
})

it('What is withdrawn, sold out or short is said and not counted', async () => {
  const buyer = randomUUID()
  const [good, gone, out, short] = [
    await aVariant(1),
    await aVariant(9),
    await aVariant(1),
    await aVariant(3),
  ]
  for (const { id } of [good, gone, out]) await addToCart(buyer, id, 1)
  await addToCart(buyer, short.id, 4)
  await db().product.update({ where: { id: gone.productId }, data: { onSale: false } })
  await db().variant.update({ where: { id: out.id }, data: { stock: 0 } })
  const lines = await readCart(buyer, 'zh')
  const problems = new Map(lines.map(({ variantId, problem }) => [variantId, problem]))
  expect([good, gone, out, short].map(({ id }) => problems.get(id))).toEqual([
    null,
    'withdrawn',
    'sold_out',
    'short',
  ])
  expect(orderable(lines)).toMatchObject({ goods: [{ variantId: good.id }], goodsFen: 1_000 })
  expect(await addToCart(buyer, gone.id, 1)).toEqual({ kind: 'not_there' })
})

it('What is in a cart is called by its name in the buyer’s language, where it has one', async () => {
  const [named, unnamed] = [await aVariant(1), await aVariant(1)]
  await db().product.update({ where: { id: named.productId }, data: { nameEn: 'Green tea' } })
  await db().variant.update({ where: { id: named.id }, data: { nameEn: '50 g' } })
  expect(await readLine(named.id, 1, 'en')).toMatchObject({ name: 'Green tea · 50 g' })
  expect(await readLine(named.id, 1, 'zh')).toMatchObject({ name: '绿茶 · 50 克' })
  expect(await readLine(unnamed.id, 1, 'en')).toMatchObject({ name: '绿茶 · 50 克' })
})

it('[#67] An id that is none finds nothing', async () => {
  for (const id of ['', '1 OR 1=1', '-1', '\0', 'x'.repeat(65)])
    expect(await readLine(id, 1, 'zh')).toBeNull()
})
