import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { db } from '../db'
import { CART_DAYS, pruneCarts } from './prune-carts'

it('A guest’s cart is kept for 90 days, an account’s for ever', async () => {
  const product = await db().product.create({
    data: { slug: randomUUID(), name: '茶', description: '', variants: { create: { priceFen: 1 } } },
    include: { variants: true },
  })
  const variantId = product.variants[0]?.id ?? ''
  const [account, old, recent] = [randomUUID(), randomUUID(), randomUUID()]
  const email = `${account}@example.com`
  await db().user.create({ data: { id: account, name: '', email, buyerId: account } })
  const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000)
  for (const [buyerId, addedAt] of [
    [account, daysAgo(CART_DAYS + 1)],
    [old, daysAgo(CART_DAYS + 1)],
    [recent, daysAgo(CART_DAYS - 1)],
  ] as const)
    await db().cartItem.create({ data: { buyerId, variantId, quantity: 1, addedAt } })
  await pruneCarts()
  const kept = await db().cartItem.findMany({ where: { variantId } })
  expect(kept.map(({ buyerId }) => buyerId).sort()).toEqual([account, recent].sort())
})
