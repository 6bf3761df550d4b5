import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '../db'
import type { ProductDraft, VariantDraft } from './read-product'
import { createProduct, deleteProduct, updateProduct } from './save-product'
import { countLowStock, findFullProduct, type ProductSearch, searchProducts } from './search-products'

beforeEach(() => db().product.deleteMany())

const aVariant = (variant: Partial<VariantDraft> = {}): VariantDraft => ({
  ...{ row: 0, id: '', name: '', nameEn: '', priceFen: 100, stock: 10, seenStock: 0 },
  ...variant,
})

const aProduct = (draft: Partial<ProductDraft> = {}): ProductDraft => ({
  ...{ slug: 'green-tea', name: '绿茶', nameEn: 'Green tea', description: '清香。', descriptionEn: '' },
  ...{ category: 'tea', virtual: false, freePostage: false, onSale: true },
  ...{ variants: [aVariant()], removed: [] },
  ...draft,
})

async function create(draft: Partial<ProductDraft> = {}) {
  const saved = await createProduct(aProduct(draft))
  if (!saved.ok) throw new Error(JSON.stringify(saved.errors))
  return read(saved.id)
}

async function read(id: string) {
  const product = await findFullProduct(id)
  const [variant] = product?.variants ?? []
  if (!product || !variant) throw new Error('not there')
  return { ...product, first: variant }
}

/** What checkout does. */
const sell = (id: string, count: number) =>
  db().variant.update({ where: { id }, data: { stock: { decrement: count } } })

const anOrderOf = (productId: string, variantId: string) =>
  db().order.create({
    data: {
      ...{ orderNo: productId, buyerId: 'test', subject: '茶', totalFen: 100 },
      items: { create: { productId, variantId, name: '绿茶', priceFen: 100, quantity: 1 } },
    },
  })

describe('A product', () => {
  it('is put at the end of the shelf, with its variants in order', async () => {
    const first = await create({ slug: 'a' })
    const variants = ['小', '大', '特大'].map((name, row) => aVariant({ row, name, priceFen: row + 1 }))
    const second = await create({ slug: 'b', variants })
    expect(second.position).toBeGreaterThan(first.position)
    expect(second.variants.map(({ name, priceFen }) => [name, priceFen])).toEqual([
      ['小', 1],
      ['大', 2],
      ['特大', 3],
    ])
  })

  it('whose address another one has is not stored, neither new nor changed', async () => {
    await create()
    const other = await create({ slug: 'other' })
    const refusal = { ok: false, errors: { slug: expect.stringContaining('网址') as string } }
    expect(await createProduct(aProduct())).toMatchObject(refusal)
    const { first } = other
    const variants = [aVariant({ id: first.id, priceFen: 7, stock: 10, seenStock: 10 })]
    expect(await updateProduct(other.id, aProduct({ variants }))).toMatchObject(refusal)
    expect((await read(other.id)).first.priceFen).toBe(100)
    expect(await db().product.count()).toBe(2)
  })

  it('is changed with its variants: changed, new and taken away', async () => {
    const { id, variants } = await create({
      variants: [aVariant({ name: '小' }), aVariant({ name: '大', row: 1 })],
    })
    const [small, large] = variants.map((variant) => variant.id)
    const draft = aProduct({
      ...{ name: '红茶', onSale: false, removed: [small ?? ''] },
      variants: [
        aVariant({ name: '新', priceFen: 5 }),
        aVariant({ row: 1, id: large, name: '更大', priceFen: 9, stock: 10, seenStock: 10 }),
      ],
    })
    expect(await updateProduct(id, draft)).toEqual({ ok: true, id })
    const product = await read(id)
    expect(product).toMatchObject({ name: '红茶', onSale: false })
    expect(product.variants.map(({ name, priceFen, stock }) => [name, priceFen, stock])).toEqual([
      ['新', 5, 10],
      ['更大', 9, 10],
    ])
    expect(product.variants[1]?.id).toBe(large)
  })

  it('does not change the variants of another', async () => {
    const other = await create({ slug: 'other' })
    const { id } = await create()
    const variants = [aVariant({ id: other.first.id, priceFen: 1, seenStock: 10 })]
    expect(await updateProduct(id, aProduct({ variants }))).toMatchObject({ ok: false })
    await updateProduct(id, aProduct({ variants: [aVariant()], removed: [other.first.id] }))
    expect((await read(other.id)).first.priceFen).toBe(100)
  })

  it('that somebody has ordered is not deleted; another is', async () => {
    const ordered = await create()
    const order = await anOrderOf(ordered.id, ordered.first.id)
    expect(await deleteProduct(ordered.id)).toBe(false)
    expect(await findFullProduct(ordered.id)).not.toBeNull()
    const other = await create({ slug: 'other' })
    expect(await deleteProduct(other.id)).toBe(true)
    expect(await findFullProduct(other.id)).toBeNull()
    await db().order.delete({ where: { id: order.id } })
  })

  it('stays in its orders when the variant that was ordered is taken away', async () => {
    const { id, first } = await create()
    const order = await anOrderOf(id, first.id)
    await updateProduct(id, aProduct({ removed: [first.id], variants: [aVariant({ name: '新' })] }))
    const item = await db().orderItem.findFirst({ where: { orderId: order.id } })
    expect(item).toMatchObject({ productId: id, variantId: null, name: '绿茶', priceFen: 100 })
    await db().order.delete({ where: { id: order.id } })
  })
})

describe('A stock', () => {
  const change = (id: string, variant: string, seenStock: number, stock: number, name = '绿茶') =>
    updateProduct(id, aProduct({ name, variants: [aVariant({ id: variant, seenStock, stock })] }))

  it('that moved since the page was shown is changed by the difference, not overwritten', async () => {
    const { id, first } = await create()
    await sell(first.id, 3)
    expect(await change(id, first.id, 10, 15)).toEqual({ ok: true, id })
    expect((await read(id)).first.stock).toBe(12)
    expect(await change(id, first.id, 10, 10)).toEqual({ ok: true, id }) // only the price was changed
    expect((await read(id)).first.stock).toBe(12)
    expect(await change(id, first.id, 12, 0)).toEqual({ ok: true, id })
    expect((await read(id)).first.stock).toBe(0)
  })

  it('never falls below zero so: the merchant is told the stock of now, and nothing is changed', async () => {
    const { id, first } = await create()
    await sell(first.id, 8)
    const saved = await change(id, first.id, 10, 5, '另一个名称')
    expect(saved).toMatchObject({
      ...{ ok: false, stocks: { 0: 2 } },
      errors: { 'variants.0.stock': expect.stringContaining('现在库存是 2') as string },
    })
    expect(await read(id)).toMatchObject({ name: '绿茶', first: { stock: 2 } })
  })

  it('is right whoever comes first: twenty orders while it is raised', async () => {
    const { id, first } = await create({ variants: [aVariant({ stock: 20 })] })
    await Promise.all([
      ...Array.from({ length: 20 }, () => sell(first.id, 1)),
      change(id, first.id, 20, 25),
      change(id, first.id, 20, 27),
    ])
    expect((await read(id)).first.stock).toBe(12)
  })
})

describe('The merchant finds', () => {
  const find = async (search: Partial<ProductSearch>) =>
    (await searchProducts({ filter: 'all', category: '', text: '', ...search })).map(({ slug }) => slug)

  it('products by sale, stock, category and name', async () => {
    await create({ slug: 'plenty', variants: [aVariant({ stock: 4 })] })
    await create({
      slug: 'low',
      name: '100%_茶',
      variants: [aVariant({ name: 'a', stock: 9 }), aVariant({ stock: 3 })],
    })
    await create({ slug: 'none', category: 'cup', nameEn: 'CUP', variants: [aVariant({ stock: 0 })] })
    await create({ slug: 'off', onSale: false, variants: [aVariant({ stock: 0 })] })
    expect(await find({})).toEqual(['plenty', 'low', 'none', 'off'])
    expect(await find({ filter: 'on' })).toEqual(['plenty', 'low', 'none'])
    expect(await find({ filter: 'off' })).toEqual(['off'])
    expect(await find({ filter: 'low' })).toEqual(['low', 'none'])
    expect(await countLowStock()).toBe(2)
    expect(await find({ category: 'cup' })).toEqual(['none'])
    expect(await find({ filter: 'low', text: ' cup ' })).toEqual(['none'])
    expect(await find({ text: '%_' })).toEqual(['low'])
    expect(await find({ text: "'\0\ud800 OR" })).toEqual([])
  })

  it('nothing under an id that is none', async () => {
    for (const id of ['', 'x', "' OR 1=1", '\0']) expect(await findFullProduct(id)).toBeNull()
  })
})
