import { readFileSync } from 'node:fs'
import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '../generated/shop/client'

/** A product of the JSON file; the schema has the defaults of what it leaves out. */
type Goods = Prisma.ProductCreateManyInput & {
  variants: Omit<Prisma.VariantCreateManyInput, 'productId'>[]
  facts?: Omit<Prisma.FactCreateManyInput, 'productId' | 'position'>[]
}

/**
 * Puts the first products on an empty shelf; one that was ever filled stays as the merchant left it.
 * @returns how many products were put there, and how many there are now, those withdrawn from sale included
 */
export async function seed(databaseUrl: string, file = 'prisma/shop/products.json') {
  const db = new PrismaClient({ adapter: new PrismaPg(databaseUrl, { schema: 'shop' }) })
  try {
    const present = await db.product.count()
    if (present > 0) return { added: 0, present }
    const goods = JSON.parse(readFileSync(file, 'utf8')) as Goods[]
    const shelf = goods.map(({ variants, facts = [], ...product }) => ({ variants, facts, product }))
    const bySlug = new Map(shelf.map((goods) => [goods.product.slug, goods]))
    const categories = JSON.parse(
      readFileSync('prisma/shop/categories.json', 'utf8'),
    ) as Prisma.CategoryCreateManyInput[]
    return await db.$transaction(async (transaction) => {
      await transaction.category.createMany({ data: categories, skipDuplicates: true })
      const added = await transaction.product.createManyAndReturn({
        data: shelf.map(({ product }) => product),
        skipDuplicates: true, // another shop may start on this database at the same time
      })
      await transaction.variant.createMany({
        data: added.flatMap(({ id: productId, slug }) =>
          (bySlug.get(slug)?.variants ?? []).map((variant, index) => ({
            ...variant,
            productId,
            position: index + 1,
          })),
        ),
      })
      await transaction.fact.createMany({
        data: added.flatMap(({ id: productId, slug }) =>
          (bySlug.get(slug)?.facts ?? []).map((fact, position) => ({ ...fact, productId, position })),
        ),
      })
      return { added: added.length, present: goods.length }
    })
  } finally {
    await db.$disconnect()
  }
}
