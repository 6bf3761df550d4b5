import { randomUUID } from 'node:crypto'
import { db } from '../../db'

/** A product on sale with one variant of this stock and price. */
export async function aVariant(stock: number, priceFen = 1_000) {
  const product = { slug: `test-${randomUUID()}`, name: '绿茶', description: '' }
  const { variants, ...rest } = await db().product.create({
    data: { ...product, onSale: true, variants: { create: { name: '50 克', priceFen, stock } } },
    include: { variants: true },
  })
  const [variant] = variants
  if (!variant) throw new Error('no variant')
  return { ...variant, product: rest }
}

export const stockOf = async ({ id }: { id: string }) =>
  (await db().variant.findUniqueOrThrow({ where: { id } })).stock
