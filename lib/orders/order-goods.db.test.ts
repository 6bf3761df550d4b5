import { randomUUID } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { Prisma } from '@/generated/shop/client'
import { addToCart, readCart } from '../catalog/cart'
import { aVariant, stockOf } from '../catalog/testing/products'
import { db } from '../db'
import type { OrderDraft } from './create-order'
import { listBuyersOrders } from './find-orders'
import { findFullOrder } from './find-orders'
import { orderGoods } from './order-goods'
import { returnStock } from './return-stock'

type Variant = Awaited<ReturnType<typeof aVariant>>

const draft = (wanted: [Variant, number][], buyerId: string = randomUUID()): OrderDraft => ({
  buyerId,
  subject: '绿茶',
  body: null,
  items: wanted.map(([{ id, productId, priceFen }, quantity]) => ({
    productId,
    variantId: id,
    name: '绿茶',
    priceFen,
    quantity,
  })),
  postageFen: 0,
  postagePayer: 'SELLER',
})
const atOnce = { fromCart: false }
const kindsOf = (results: { kind: string }[]) => results.map(({ kind }) => kind).sort()

async function anOrder(wanted: [Variant, number][]) {
  const ordered = await orderGoods(draft(wanted), atOnce)
  if (ordered.kind !== 'ordered') throw new Error(ordered.kind)
  return ordered.order
}

describe('An order of goods', () => {
  it('takes them off the stock', async () => {
    const variant = await aVariant(5)
    expect(await anOrder([[variant, 3]])).toMatchObject({ stockHeld: true, totalFen: 3_000 })
    expect(await stockOf(variant)).toBe(2)
  })

  it('of the last one is one buyer’s, of however many at once', async () => {
    const variant = await aVariant(1)
    const results = await Promise.all(
      Array.from({ length: 12 }, () => orderGoods(draft([[variant, 1]]), atOnce)),
    )
    expect(kindsOf(results)).toEqual(['ordered', ...Array<string>(11).fill('sold_out')])
    expect(await stockOf(variant)).toBe(0)
    expect(await db().orderItem.count({ where: { variantId: variant.id } })).toBe(1)
  })

  it('is one of 80 that are sent at once: all that there is of the goods is sold, and nobody gets an error', async () => {
    const [variant, other] = [await aVariant(50), await aVariant(200)]
    const buyers = Array.from({ length: 80 }, () => randomUUID())
    await Promise.all(
      buyers.flatMap((buyer) => [addToCart(buyer, variant.id, 1), addToCart(buyer, other.id, 2)]),
    )
    const results = await Promise.all(
      buyers.map(
        (buyer) =>
        orderGoods({ ...draft([[variant, 1], [other, 2]], buyer), formId: randomUUID() }, { fromCart: true }), // prettier-ignore
      ),
    )
    expect(kindsOf(results)).toEqual([
      ...Array<string>(50).fill('ordered'),
      ...Array<string>(30).fill('sold_out'),
    ])
    expect([await stockOf(variant), await stockOf(other)]).toEqual([0, 100])
    expect(await db().orderItem.count({ where: { variantId: variant.id } })).toBe(50)
    expect(await db().cartItem.count({ where: { buyerId: { in: buyers } } })).toBe(60)
  }, 120_000)

  it('for which the database has no room is not made, and says so; one that was made all the same is the answer', async () => {
    const noRoom = () =>
      vi
        .spyOn(db(), '$transaction')
        .mockRejectedValueOnce(
          new Prisma.PrismaClientKnownRequestError('no room', { code: 'P2028', clientVersion: '' }),
        )
    const form = { ...draft([[await aVariant(5), 1]]), formId: randomUUID() }
    noRoom()
    expect(await orderGoods(form, atOnce)).toEqual({ kind: 'busy' })
    const ordered = await orderGoods(form, atOnce)
    expect(ordered.kind).toBe('ordered')
    noRoom()
    expect(await orderGoods(form, atOnce)).toEqual(ordered)
    vi.restoreAllMocks()
  })

  it('is not held up by another that names the same goods the other way round', async () => {
    const [one, other] = [await aVariant(10), await aVariant(10)]
    const results = await Promise.all(
      Array.from(
        { length: 10 },
        (_, index) =>
        orderGoods(draft(index % 2 ? [[one, 1], [other, 1]] : [[other, 1], [one, 1]]), atOnce), // prettier-ignore
      ),
    )
    expect(kindsOf(results)).toEqual(Array(10).fill('ordered'))
    expect([await stockOf(one), await stockOf(other)]).toEqual([0, 0])
  })

  it('keeps the order of the cart: title, picture and lines are of what was put there first', async () => {
    const variants = await Promise.all(Array.from({ length: 8 }, () => aVariant(10)))
    const made = await anOrder(variants.map((variant) => [variant, 1]))
    const inCart = variants.map(({ id }) => id)
    const full = await findFullOrder(made.orderNo)
    expect(full?.items.map(({ variantId }) => variantId)).toEqual(inCart)
    const [listed] = (await listBuyersOrders(made.buyerId)).rows
    expect(listed?.items.map(({ variantId }) => variantId)).toEqual(inCart)
  })

  it('takes all of them or none, and leaves the cart', async () => {
    const buyer = randomUUID()
    const [enough, few] = [await aVariant(10), await aVariant(1)]
    await addToCart(buyer, enough.id, 1)
    await addToCart(buyer, few.id, 2)
    const wanted = draft([[enough, 1], [few, 2]], buyer) // prettier-ignore
    expect(await orderGoods(wanted, { fromCart: true })).toEqual({ kind: 'sold_out' })
    expect([await stockOf(enough), await stockOf(few)]).toEqual([10, 1])
    expect(await readCart(buyer, 'zh')).toHaveLength(2)
    expect(await db().order.count({ where: { buyerId: buyer } })).toBe(0)
  })

  it('of a cart that is sent several times at once is made once', async () => {
    const buyer = randomUUID()
    const variant = await aVariant(10)
    await addToCart(buyer, variant.id, 2)
    const send = () => orderGoods(draft([[variant, 2]], buyer), { fromCart: true })
    expect(kindsOf(await Promise.all([send(), send(), send()]))).toEqual([
      'cart_changed',
      'cart_changed',
      'ordered',
    ])
    expect(await stockOf(variant)).toBe(8)
    expect(await readCart(buyer, 'zh')).toEqual([])
  })

  it('of a form that is sent twice is made once, and is the answer to both', async () => {
    const [last, other] = [await aVariant(1), await aVariant(1)]
    const form = { ...draft([[last, 1]]), formId: randomUUID() }
    const sent = await Promise.all([
      orderGoods(form, atOnce),
      orderGoods(form, atOnce),
      orderGoods(form, atOnce),
    ])
    const again = await orderGoods({ ...form, items: draft([[other, 1]]).items }, atOnce)
    const orderNos = [...sent, again].map((ordered) => ordered.kind === 'ordered' && ordered.order.orderNo)
    expect(new Set(orderNos).size).toBe(1)
    expect(orderNos[0]).toMatch(/^\d{24}$/)
    expect(await db().order.count({ where: { buyerId: form.buyerId } })).toBe(1)
    expect([await stockOf(last), await stockOf(other)]).toEqual([0, 1])
  })

  it('that have just been taken off the shelf is not made', async () => {
    const variant = await aVariant(10)
    await db().product.update({ where: { id: variant.productId }, data: { onSale: false } })
    expect(await orderGoods(draft([[variant, 1]]), atOnce)).toEqual({ kind: 'sold_out' })
    expect(await stockOf(variant)).toBe(10)
  })
})

describe('The stock of a closed order', () => {
  it('is given back once, however often it is asked for', async () => {
    const variant = await aVariant(5)
    const { id } = await anOrder([[variant, 3]])
    const results = await Promise.all([returnStock(id), returnStock(id), returnStock(id)])
    expect(results.filter(Boolean)).toHaveLength(1)
    expect(await stockOf(variant)).toBe(5)
  })

  it('is not given back where the goods were sent', async () => {
    const variant = await aVariant(5)
    const { id } = await anOrder([[variant, 3]])
    await db().orderEvent.create({ data: { orderId: id, kind: 'shipped' } })
    expect(await returnStock(id)).toBe(false)
    expect(await stockOf(variant)).toBe(2)
  })
})
