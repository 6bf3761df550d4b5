import { beforeEach, describe, expect, it } from 'vitest'
import type { Prisma } from '@/generated/shop/client'
import { db } from '../db'
import { findOnShelf, findRelated, type ShelfSearch } from './shelf'

beforeEach(async () => {
  await db().product.deleteMany()
  await db().category.deleteMany()
  const categories = [
    { slug: 'tea', name: '茶叶', nameEn: 'Tea' },
    { slug: 'card', name: '礼品卡', nameEn: 'Gift cards' },
  ]
  await db().category.createMany({ data: categories })
})

type Goods = Omit<Prisma.ProductUncheckedCreateInput, 'name' | 'description' | 'variants'> &
  Partial<Pick<Prisma.ProductUncheckedCreateInput, 'name' | 'description'>>

async function put(goods: Goods, ...prices: number[]) {
  const variants = {
    create: prices.map((priceFen, position) => ({ priceFen, position, stock: position + 1 })),
  }
  await db().product.create({
    data: { name: goods.slug, description: '', id: goods.slug, ...goods, variants },
  })
}

const find = async (search: Partial<ShelfSearch> = {}) => {
  const { products } = await findOnShelf({ category: '', text: '', sort: 'recommended', page: 1, ...search })
  return products.map(({ slug }) => slug)
}

describe('A search', () => {
  beforeEach(async () => {
    await put({
      ...{ slug: 'longjing', name: '明前龙井', nameEn: 'Longjing before Qingming', position: 1 },
      ...{ description: '炒豆香。', details: '头采', tags: ['绿茶'], tagsEn: ['green tea'], badge: '新茶' },
      facts: {
        create: [{ position: 0, label: '产地', labelEn: 'Origin', value: '西湖', valueEn: 'Hangzhou' }],
      },
    })
    await put({
      ...{ slug: 'zisha', name: '紫砂小壶', nameEn: 'Small Zisha teapot', category: 'pot', position: 2 },
      ...{ description: '每把 100% 手工，Ｃａｆé_尺寸。', tags: ['茶壶'] },
    })
    await put({ slug: 'card', name: '礼品卡', nameEn: 'Gift card', category: 'card', position: 3 })
    await put({ slug: 'hidden', name: '绿茶', onSale: false })
    await put({ slug: 'cent', name: '绿茶', category: 'test' })
  })

  it.each([
    ['绿茶', ['longjing']],
    ['茶壶', ['zisha']],
    ['green tea', ['longjing']],
    ['teapot', ['zisha']],
    ['茶叶', ['longjing']],
    ['Gift cards', ['card']],
    ['西湖', ['longjing']],
    ['origin hangzhou', ['longjing']],
    ['头采', ['longjing']],
    ['新茶', ['longjing']],
    ['壶', ['zisha']],
  ])('for %s finds it by name, text, tag, fact or category, in either language', async (text, slugs) =>
    expect(await find({ text })).toEqual(slugs),
  )

  it.each([
    ['LONGJING', ['longjing']],
    ['ＬＯＮＧＪＩＮＧ', ['longjing']],
    ['cafÉ', ['zisha']],
    ['　龙井　', ['longjing']],
  ])('for %s asks for no case and no width', async (text, slugs) =>
    expect(await find({ text })).toEqual(slugs),
  )

  it('of several words needs all, wherever they stand', async () => {
    expect(await find({ text: '西湖 绿茶' })).toEqual(['longjing'])
    expect(await find({ text: '西湖 茶壶' })).toEqual([])
    expect(await find({ text: '茶', category: 'pot' })).toEqual(['zisha'])
  })

  it('takes every character as it is, and nonsense finds nothing', async () => {
    expect(await find({ text: '100%' })).toEqual(['zisha'])
    expect(await find({ text: 'é_' })).toEqual(['zisha'])
    for (const text of ['%', '_x', "' OR 1=1", '\\', '\ud800龙', '{', 'null'])
      expect(await find({ text }), text).toEqual(text === '%' ? ['zisha'] : [])
    expect(await find({ text: '\0' })).toEqual(['longjing', 'zisha', 'card'])
  })

  it('test purchases are only where they are asked for, and what is not on sale is nowhere', async () => {
    expect(await find()).toEqual(['longjing', 'zisha', 'card'])
    expect(await find({ category: 'test' })).toEqual(['cent'])
    expect(await find({ category: 'none' })).toEqual([])
  })
})

describe('The shelf', () => {
  it('is sorted as the merchant wants it, by age, and by the lowest price; what has no price is last', async () => {
    const day = (number: number) => new Date(Date.UTC(2026, 0, number))
    await put({ slug: 'a', position: 1, createdAt: day(2) }, 300, 900)
    await put({ slug: 'b', position: 2, createdAt: day(3) }, 500)
    await put({ slug: 'c', position: 3, createdAt: day(1) }, 700, 100)
    await put({ slug: 'd', position: 4, createdAt: day(1) })
    expect(await find()).toEqual(['a', 'b', 'c', 'd'])
    expect(await find({ sort: 'newest' })).toEqual(['b', 'a', 'c', 'd'])
    expect(await find({ sort: 'cheapest' })).toEqual(['c', 'a', 'b', 'd'])
    expect(await find({ sort: 'dearest' })).toEqual(['b', 'a', 'c', 'd'])
  })

  it('tells the range of prices and the stock of all variants', async () => {
    await put({ slug: 'a' }, 300, 900, 500)
    await put({ slug: 'b', position: 1 })
    const { products } = await findOnShelf({ category: '', text: '', sort: 'recommended', page: 1 })
    expect(products).toMatchObject([
      { slug: 'a', lowestFen: 300, highestFen: 900, stock: 6 },
      { slug: 'b', lowestFen: null, highestFen: null, stock: 0 },
    ])
  })

  it('shows every product once, 24 on a page, and the first page where there is no such one', async () => {
    for (let count = 1; count <= 50; count++) await put({ slug: `tea-${count}`, position: count % 7 }, 100)
    const page = (number: number) => findOnShelf({ category: '', text: '', sort: 'cheapest', page: number })
    const pages = await Promise.all([1, 2, 3].map(page))
    expect(pages.map(({ products, total, page }) => [products.length, total, page])).toEqual([
      [24, 50, 1],
      [24, 50, 2],
      [2, 50, 3],
    ])
    expect(new Set(pages.flatMap(({ products }) => products.map(({ id }) => id))).size).toBe(50)
    expect(await page(4)).toEqual(pages[0])
  })

  it('offers beside a product those of its category first, and never itself', async () => {
    await put({ slug: 'a', position: 1 })
    await put({ slug: 'b', position: 2, category: 'cup' })
    await put({ slug: 'c', position: 3, category: 'cup' })
    await put({ slug: 'd', position: 4, category: 'test' })
    const beside = await findRelated({ id: 'b', category: 'cup' }, 4)
    expect(beside.map(({ slug }) => slug)).toEqual(['c', 'a'])
  })
})
