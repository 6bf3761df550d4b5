import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '../db'
import type { ProductDraft, VariantDraft } from './read-product'
import { createProduct, deleteProduct, updateProduct } from './save-product'
import {
  countLowStock,
  findFullProduct,
  pageWith,
  type ProductSearch,
  searchProducts,
} from './search-products'

beforeEach(async () => {
  await db().product.deleteMany()
  const names = ['tea', 'cup'].map((slug) => ({ slug, name: slug }))
  await db().category.createMany({ data: names, skipDuplicates: true })
})

const aVariant = (variant: Partial<VariantDraft> = {}): VariantDraft => ({
  ...{ row: 0, id: '', name: '', nameEn: '', priceFen: 100, stock: 10, seenStock: 0 },
  ...variant,
})

const aProduct = (draft: Partial<ProductDraft> = {}): ProductDraft => ({
  ...{ slug: 'green-tea', name: '绿茶', nameEn: 'Green tea', description: '清香。', descriptionEn: '' },
  ...{ details: '', detailsEn: '', badge: '', badgeEn: '', tags: [], tagsEn: [], pictures: [], facts: [] },
  ...{ category: 'tea', virtual: false, freePostage: false, onSale: true },
  ...{ seenRevision: '', variants: [aVariant()], removed: [] },
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

/** Takes stock as an order does. */
const sell = (id: string, count: number) =>
  db().variant.update({ where: { id }, data: { stock: { decrement: count } } })

const anOrderOf = (productId: string, variantId: string) =>
  db().order.create({
    data: {
      ...{ orderNo: productId, buyerId: 'test', subject: '茶', totalFen: 100 },
      items: { create: { productId, variantId, name: '绿茶', priceFen: 100, quantity: 1, position: 0 } },
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
    const refusal = { ok: false, errors: { slug: { zh: expect.stringContaining('网址') as string } } }
    expect(await createProduct(aProduct({ name: '别的茶' }))).toMatchObject(refusal)
    const { first, revision } = other
    const variants = [aVariant({ id: first.id, priceFen: 7, stock: 10, seenStock: 10 })]
    const draft = aProduct({ variants, seenRevision: revision })
    expect(await updateProduct(other.id, draft)).toMatchObject(refusal)
    expect((await read(other.id)).first.priceFen).toBe(100)
    expect(await db().product.count()).toBe(2)
  })

  it('is changed with its variants: changed, new and taken away', async () => {
    const { id, variants, revision } = await create({
      variants: [aVariant({ name: '小' }), aVariant({ name: '大', row: 1 })],
    })
    const [small, large] = variants.map((variant) => variant.id)
    const draft = aProduct({
      ...{ name: '红茶', onSale: false, removed: [small ?? ''], seenRevision: revision },
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

  it('has its pictures, tags and facts in order, the first picture by itself', async () => {
    const aFact = (label: string) => ({ label, labelEn: '', value: 'x', valueEn: '' })
    const { id, first, revision } = await create({
      pictures: ['/a.jpg', '/b.jpg'],
      facts: [aFact('产地'), aFact('年份')],
    })
    expect(await read(id)).toMatchObject({
      ...{ picture: '/a.jpg', morePictures: ['/b.jpg'] },
      facts: [{ label: '产地' }, { label: '年份' }],
    })
    const draft = aProduct({
      ...{ pictures: ['/c.jpg'], tags: ['绿茶'], facts: [aFact('年份')], seenRevision: revision },
      variants: [aVariant({ id: first.id, seenStock: 10 })],
    })
    expect(await updateProduct(id, draft)).toEqual({ ok: true, id })
    const changed = await read(id)
    expect(changed).toMatchObject({ picture: '/c.jpg', morePictures: [], tags: ['绿茶'] })
    expect(changed.facts.map(({ label }) => label)).toEqual(['年份'])
  })

  it('whose category is gone is not stored', async () => {
    const refusal = { ok: false, errors: { category: { zh: expect.stringContaining('分类') as string } } }
    expect(await createProduct(aProduct({ category: 'gone' }))).toMatchObject(refusal)
    const { id, revision } = await create()
    expect(await updateProduct(id, aProduct({ category: 'gone', seenRevision: revision }))).toMatchObject(
      refusal,
    )
    expect(await read(id)).toMatchObject({ category: 'tea' })
  })

  it('does not change the variants of another', async () => {
    const other = await create({ slug: 'other' })
    const { id, revision } = await create()
    const variants = [aVariant({ id: other.first.id, priceFen: 1, seenStock: 10 })]
    const seen = { seenRevision: revision }
    expect(await updateProduct(id, aProduct({ ...seen, variants }))).toMatchObject({ ok: false })
    const removed = [other.first.id]
    expect(await updateProduct(id, aProduct({ ...seen, variants: [aVariant()], removed }))).toMatchObject({
      ok: true,
    })
    expect((await read(other.id)).first.priceFen).toBe(100)
  })

  it('that somebody has ordered is not deleted; another is', async () => {
    const ordered = await create()
    const order = await anOrderOf(ordered.id, ordered.first.id)
    expect(await deleteProduct(ordered.id)).toBe(false)
    expect(await findFullProduct(ordered.id)).not.toBeNull()
    const other = await create({ slug: 'other' })
    expect(await deleteProduct(other.id)).toBe(true)
    expect(await deleteProduct(other.id), 'by the same form, sent twice').toBe(true)
    expect(await findFullProduct(other.id)).toBeNull()
    await db().order.delete({ where: { id: order.id } })
  })

  it('stays in its orders when the variant that was ordered is taken away', async () => {
    const { id, first, revision } = await create()
    const order = await anOrderOf(id, first.id)
    const variants = [aVariant({ name: '新' })]
    await updateProduct(id, aProduct({ removed: [first.id], variants, seenRevision: revision }))
    const item = await db().orderItem.findFirst({ where: { orderId: order.id } })
    expect(item).toMatchObject({ productId: id, variantId: null, name: '绿茶', priceFen: 100 })
    await db().order.delete({ where: { id: order.id } })
  })
})

describe('A form of a product', () => {
  it('that is sent twice, one after the other or at once, is one saving and both times a success', async () => {
    const draft = aProduct()
    const [first, second] = await Promise.all([createProduct(draft), createProduct(draft)])
    expect(second).toEqual(first)
    expect(await createProduct(draft)).toEqual(first)
    const { id, first: variant, revision } = await read(first.ok ? first.id : '')
    const variants = [
      aVariant({ id: variant.id, name: '小', seenStock: 10, stock: 15 }),
      aVariant({ row: 1, name: '大', stock: 1 }),
    ]
    const change = aProduct({ seenRevision: revision, variants })
    const send = () => updateProduct(id, change)
    for (const saved of [...(await Promise.all([send(), send(), send()])), await send()])
      expect(saved).toEqual({ ok: true, id })
    expect((await read(id)).variants.map(({ name, stock }) => [name, stock])).toEqual([
      ['小', 15],
      ['大', 1],
    ])
    expect(await db().product.count()).toBe(1)
  })

  it('that was shown before another saving changes nothing, and tells what is now', async () => {
    const { id, first, revision } = await create()
    const form = (name: string, stock: number) =>
      aProduct({ name, seenRevision: revision, variants: [aVariant({ id: first.id, seenStock: 10, stock })] })
    expect(await updateProduct(id, form('红茶', 15))).toEqual({ ok: true, id })
    const { revision: now } = await read(id)
    expect(await updateProduct(id, form('黑茶', 12))).toEqual({
      ok: false,
      errors: {
        seenRevision: expect.objectContaining({
          zh: expect.stringContaining('又保存过') as string,
        }) as object,
        'variants.0.stock': expect.objectContaining({
          en: expect.stringContaining('15 now') as string,
        }) as object,
      },
      now: { revision: now, stocks: { 0: 15 } },
    })
    expect(await updateProduct(id, form('黑茶', 10))).toMatchObject({ ok: false, now: { stocks: { 0: 15 } } })
    expect(await read(id)).toMatchObject({ name: '红茶', first: { stock: 15 } })
  })
})

describe('A stock', () => {
  const change = async (id: string, variant: string, seenStock: number, stock: number, name = '绿茶') => {
    const { revision } = await read(id)
    return updateProduct(
      id,
      aProduct({ name, seenRevision: revision, variants: [aVariant({ id: variant, seenStock, stock })] }),
    )
  }

  it('of which some was sold since the page was shown is changed by the difference, not overwritten', async () => {
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
    const { id, first, revision } = await create()
    await sell(first.id, 8)
    expect(await change(id, first.id, 10, 5, '另一个名称')).toEqual({
      ...{ ok: false, now: { revision, stocks: { 0: 2 } } },
      errors: {
        'variants.0.stock': expect.objectContaining({
          zh: expect.stringContaining('现在库存是 2') as string,
        }) as object,
      },
    })
    expect(await read(id)).toMatchObject({ name: '绿茶', first: { stock: 2 } })
  })

  it('is right in any order: twenty orders while it is raised', async () => {
    const { id, first } = await create({ variants: [aVariant({ stock: 20 })] })
    await Promise.all([...Array.from({ length: 20 }, () => sell(first.id, 1)), change(id, first.id, 20, 25)])
    expect((await read(id)).first.stock).toBe(5)
  })
})

const ALL: ProductSearch = { filter: 'all', category: '', text: '' }
const slugs = (products: { slug: string }[]) => products.map(({ slug }) => slug)

describe('The merchant finds', () => {
  const find = async (search: Partial<ProductSearch>) =>
    slugs((await searchProducts({ ...ALL, ...search })).products)

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

  it('every product once, page after page, in the order of the shelf', async () => {
    for (let count = 1; count <= 7; count++) await create({ slug: `tea-${count}` })
    await db().product.updateMany({ where: { slug: { in: ['tea-3', 'tea-4'] } }, data: { position: 3 } })
    const pages: string[][] = []
    let cursor: string | null | undefined
    do {
      const { products, next } = await searchProducts(ALL, cursor ?? undefined, 3)
      for (const product of products) expect(await pageWith(ALL, product, 3)).toBe(cursor)
      pages.push(slugs(products))
      cursor = next ?? undefined
    } while (cursor)
    expect(pages.map(({ length }) => length)).toEqual([3, 3, 1])
    expect(new Set(pages.flat()).size).toBe(7)
    expect(slugs((await searchProducts(ALL, 'nonsense', 3)).products)).toEqual(pages[0])
  })
})
