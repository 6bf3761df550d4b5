import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { readCart } from '../catalog/cart'
import { aVariant } from '../catalog/testing/products'
import { db } from '../db'
import { buyAgain } from './buy-again'

it('What is still sold goes into the cart, and what is gone or short is told', async () => {
  const buyer = randomUUID()
  const [good, short, out, withdrawn] = [
    await aVariant(9),
    await aVariant(2),
    await aVariant(1),
    await aVariant(9),
  ]
  await db().variant.update({ where: { id: out.id }, data: { stock: 0 } })
  await db().product.update({ where: { id: withdrawn.productId }, data: { onSale: false } })
  const item = (variantId: string | null, name: string, quantity = 3) => ({ variantId, name, quantity })
  const items = [
    item(good.id, 'good'),
    item(short.id, 'short'),
    item(out.id, 'out'),
    item(withdrawn.id, 'withdrawn'),
    item(null, 'deleted'),
    item(randomUUID(), 'unknown'),
  ]
  expect(await buyAgain(buyer, items)).toEqual({
    added: ['good'],
    fewer: ['short'],
    gone: ['out', 'withdrawn', 'deleted', 'unknown'],
    full: [],
  })
  const cart = await readCart(buyer, 'zh')
  expect(cart.map(({ variantId, quantity }) => [variantId, quantity])).toEqual([
    [good.id, 3],
    [short.id, 2],
  ])
})
