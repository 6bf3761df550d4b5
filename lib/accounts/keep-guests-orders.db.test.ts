import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { db } from '../db'
import { env } from '../env'
import { createOrder } from '../orders/create-order'
import { listBuyersOrders } from '../orders/find-orders'
import { keepGuestsOrders } from './keep-guests-orders'
import { renewMerchantPassword } from './merchant-account'
import { signIn } from './sign-in'
import { signUp } from './sign-up'

beforeEach(() => db().user.deleteMany())

async function account() {
  const result = await signUp(`${randomUUID()}@example.com`, 'a long password', new Headers())
  if (result.kind !== 'in') throw new Error(result.kind)
  const { buyerId } = await db().user.findUniqueOrThrow({ where: { id: result.userId } })
  return { userId: result.userId, buyerId: buyerId ?? '' }
}

async function order(buyerId: string) {
  const items = [{ productId: null, name: '茶', priceFen: 100, quantity: 1 }]
  const draft = { buyerId, subject: '茶', body: null, items, postageFen: 0, postagePayer: 'SELLER' } as const
  return (await createOrder({ ...draft, items })).orderNo
}

const orders = async (buyerId: string) =>
  (await listBuyersOrders(buyerId)).rows.map(({ orderNo }) => orderNo).sort()

async function variants(count: number) {
  const slug = randomUUID()
  const product = await db().product.create({
    data: {
      ...{ slug, name: '茶', description: '' },
      variants: { create: Array.from({ length: count }, (_, position) => ({ priceFen: 1, position })) },
    },
    include: { variants: { orderBy: { position: 'asc' } } },
  })
  return product.variants.map(({ id }) => id)
}

const put = (buyerId: string, variantId: string, quantity: number) =>
  db().cartItem.create({ data: { buyerId, variantId, quantity } })

const cart = async (buyerId: string) =>
  Object.fromEntries(
    (await db().cartItem.findMany({ where: { buyerId } })).map((item) => [item.variantId, item.quantity]),
  )

it('A guest’s orders become the account’s beside those it has, and another guest’s stay', async () => {
  const [guest, stranger, { userId, buyerId }] = [randomUUID(), randomUUID(), await account()]
  const mine = [await order(guest), await order(buyerId), await order(guest)].sort()
  const theirs = await order(stranger)
  expect(await keepGuestsOrders(guest, userId)).toBe(true)
  expect(await keepGuestsOrders(guest, userId)).toBe(true)
  expect(await orders(buyerId)).toEqual(mine)
  expect(await orders(guest)).toEqual([])
  expect(await orders(stranger)).toEqual([theirs])
})

it('[#67] A guest’s orders are moved once: to a second account come only later ones', async () => {
  const [guest, first, second] = [randomUUID(), await account(), await account()]
  const before = await order(guest)
  await keepGuestsOrders(guest, first.userId)
  const after = await order(guest)
  await keepGuestsOrders(guest, second.userId)
  expect(await orders(first.buyerId)).toEqual([before])
  expect(await orders(second.buyerId)).toEqual([after])
})

it('Two carts become one, and what the guest put there last counts, even when it happens three times at once', async () => {
  const [guest, { userId, buyerId }] = [randomUUID(), await account()]
  const [a = '', b = '', c = ''] = await variants(3)
  await Promise.all([put(buyerId, a, 1), put(buyerId, b, 2), put(guest, b, 5), put(guest, c, 3)])
  await Promise.all([1, 2, 3].map(() => keepGuestsOrders(guest, userId)))
  expect(await cart(buyerId)).toEqual({ [a]: 1, [b]: 5, [c]: 3 })
  expect(await cart(guest)).toEqual({})
})

it('The merchant’s account buys nothing: the guest keeps the orders', async () => {
  const guest = randomUUID()
  const orderNo = await order(guest)
  const merchant = await signIn(env().merchantEmail, await renewMerchantPassword(), new Headers())
  expect(await keepGuestsOrders(guest, merchant.kind === 'in' ? merchant.userId : '')).toBe(false)
  expect(await orders(guest)).toEqual([orderNo])
})

it('Nothing moves to an account that is not there', async () => {
  const guest = randomUUID()
  const orderNo = await order(guest)
  await expect(keepGuestsOrders(guest, randomUUID())).rejects.toThrow()
  expect(await orders(guest)).toEqual([orderNo])
})
