import { beforeEach, expect, it } from 'vitest'
import { db } from '../db'
import { categoryOf, forgetCategories, listCategories, shelfCategories } from './categories'
import { addCategory, deleteCategory, moveCategory, renameCategory } from './edit-categories'
import { aVariant } from './testing/products'

const OWN = ['tea', 'pot', 'cup', 'card', 'test']

beforeEach(async () => {
  await db().product.deleteMany()
  await db().category.deleteMany()
  await db().category.createMany({ data: OWN.map((slug, position) => ({ slug, name: slug, position })) })
  forgetCategories()
})

const slugs = async () => (await listCategories()).map(({ slug }) => slug)
const COFFEE = { slug: 'coffee', name: '咖啡', nameEn: 'Coffee' }

it('A category is added at the end; the same form sent twice adds one', async () => {
  const sent = await Promise.all([addCategory(COFFEE), addCategory(COFFEE)])
  expect([...sent, await addCategory({ ...COFFEE, name: ' 咖啡 ' })]).toEqual(Array(3).fill({ ok: true }))
  expect(await slugs()).toEqual([...OWN, 'coffee'])
  expect(await addCategory({ ...COFFEE, name: '可可' })).toMatchObject({ ok: false, errors: { slug: {} } })
})

it('What is wrong with a category is said at its field', async () => {
  const errorsOf = async (fields: Partial<typeof COFFEE>) => {
    const added = await addCategory({ ...COFFEE, ...fields })
    return added.ok ? [] : Object.keys(added.errors)
  }
  for (const slug of ['', 'A', 'a b', '-a', '../x', '茶', 'a'.repeat(41)])
    expect(await errorsOf({ slug })).toEqual(['slug'])
  for (const name of ['', ' \n', '茶'.repeat(21)]) expect(await errorsOf({ name })).toEqual(['name'])
  expect(await errorsOf({ nameEn: 'x'.repeat(41) })).toEqual(['nameEn'])
  expect(await slugs()).toEqual(OWN)
})

it('A category gets other names, and keeps its address and its products', async () => {
  await addCategory(COFFEE)
  const { productId } = await aVariant(1)
  await db().product.update({ where: { id: productId }, data: { category: 'coffee' } })
  expect(await renameCategory({ ...COFFEE, name: '现磨咖啡', nameEn: '' })).toEqual({ ok: true })
  expect((await listCategories()).at(-1)).toMatchObject({
    slug: 'coffee',
    name: '现磨咖啡',
    nameEn: '',
    products: 1,
  })
  expect(await renameCategory({ ...COFFEE, name: '' })).toMatchObject({ ok: false, errors: { name: {} } })
  expect(await renameCategory({ ...COFFEE, slug: 'gone' })).toMatchObject({ ok: false })
})

it('A category is moved past its neighbour, and the ends stay', async () => {
  await moveCategory('cup', 'up')
  expect(await slugs()).toEqual(['tea', 'cup', 'pot', 'card', 'test'])
  await moveCategory('tea', 'up')
  await moveCategory('test', 'down')
  await moveCategory('none', 'down')
  expect(await slugs()).toEqual(['tea', 'cup', 'pot', 'card', 'test'])
})

it('A category with products is not deleted; an empty one is, and twice is no mistake', async () => {
  await addCategory(COFFEE)
  const { productId } = await aVariant(1)
  await db().product.update({ where: { id: productId }, data: { category: 'coffee', onSale: false } })
  expect(await deleteCategory('coffee')).toBe(false)
  await db().product.delete({ where: { id: productId } })
  expect(await deleteCategory('coffee')).toBe(true)
  expect(await deleteCategory('coffee')).toBe(true)
  expect(await slugs()).toEqual(OWN)
})

it('The shop shows the categories that have something on sale, without the test purchases', async () => {
  await addCategory(COFFEE)
  const products = [await aVariant(1), await aVariant(1), await aVariant(1)]
  for (const [index, category] of ['coffee', 'test', 'cup'].entries())
    await db().product.update({
      where: { id: products[index]?.productId ?? '' },
      data: { category, onSale: category !== 'cup' },
    })
  forgetCategories()
  expect((await shelfCategories()).map(({ slug }) => slug)).toEqual(['coffee'])
  await db().product.updateMany({ data: { onSale: true } })
  expect(
    (await shelfCategories()).map(({ slug }) => slug),
    'for ten seconds',
  ).toEqual(['coffee'])
  forgetCategories()
  expect((await shelfCategories()).map(({ slug }) => slug)).toEqual(['cup', 'coffee'])
  expect(await categoryOf({ category: 'coffee' })).toMatchObject({ name: '咖啡', nameEn: 'Coffee' })
  expect(await categoryOf({ category: 'gone' })).toEqual({ slug: 'gone', name: 'gone', nameEn: 'gone' })
})
