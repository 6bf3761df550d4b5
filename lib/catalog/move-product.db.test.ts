import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '../db'
import { type Direction, moveProduct } from './move-product'
import { listProducts } from './products'
import type { ProductSearch } from './search-products'

const ALL: ProductSearch = { filter: 'all', category: '', text: '' }

/** A shelf of tea and cups in turn, the first two at one position. */
beforeEach(async () => {
  await db().product.deleteMany()
  for (const [index, id] of ['a', 'b', 'c', 'd', 'e'].entries()) {
    const category = index % 2 === 0 ? 'tea' : 'cup'
    const names = { slug: id, name: id, description: id }
    await db().product.create({ data: { id, ...names, category, position: Math.max(index, 1) } })
  }
})

const shelf = async () => (await listProducts()).map(({ id }) => id).join('')
const move = (id: string, direction: Direction, search: Partial<ProductSearch> = {}) =>
  moveProduct(id, direction, { ...ALL, ...search })

describe('A product', () => {
  it('is moved past its neighbour, up and down, and the ends of the shelf stay', async () => {
    await move('c', 'up')
    expect(await shelf()).toBe('acbde')
    await move('a', 'down')
    expect(await shelf()).toBe('cabde')
    await move('c', 'up')
    await move('e', 'down')
    expect(await shelf()).toBe('cabde')
  })

  it('is moved past the next one that was found, whatever stands between the two', async () => {
    await move('e', 'up', { category: 'tea' })
    expect(await shelf()).toBe('abecd')
    await move('a', 'down', { category: 'tea' })
    expect(await shelf()).toBe('beacd')
  })

  it('stays where it is not found, nor is one moved that is not there', async () => {
    await move('b', 'up', { category: 'tea' })
    await move("' OR 1=1", 'up')
    expect(await shelf()).toBe('abcde')
  })

  it('is lost by nobody, and stands at one place, while others are moved and added', async () => {
    const added = db().product.create({
      data: { id: 'f', slug: 'f', name: 'f', description: 'f', position: 5 },
    })
    await Promise.all([
      ...['a', 'b', 'c', 'a', 'b', 'c'].map((id) => move(id, 'down')),
      move('e', 'up'),
      added,
    ])
    const products = await listProducts()
    expect(products.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  })
})
