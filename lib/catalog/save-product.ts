import { Prisma } from '@/generated/shop/client'
import { db } from '../db'
import type { FieldErrors, ProductDraft, VariantDraft } from './read-product'

export type Saved =
  | { ok: true; id: string }
  /** `stocks` are the ones of now, by row of the form, where the form was shown with others. */
  | { ok: false; errors: FieldErrors; stocks: Record<number, number> }

/** Puts a new product at the end of the shelf. */
export function createProduct(draft: ProductDraft): Promise<Saved> {
  return refusable(async (tx) => {
    const last = await tx.product.aggregate({ _max: { position: true } })
    const variants = { create: draft.variants.map(variantRow) }
    const position = (last._max.position ?? 0) + 1
    const { id } = await tx.product.create({ data: { ...productRow(draft), position, variants } })
    return id
  })
}

/**
 * Changes a product. Stocks are changed by the difference to what the merchant was shown: what was ordered meanwhile stays
 * ordered. One that would fall below zero so is refused, and then nothing is changed.
 */
export function updateProduct(id: string, draft: ProductDraft): Promise<Saved> {
  return refusable(async (tx) => {
    await tx.product.update({ where: { id }, data: productRow(draft) })
    await tx.variant.deleteMany({ where: { productId: id, id: { in: draft.removed } } })
    const rows = draft.variants.map((variant, position) => ({ variant, data: variantRow(variant, position) }))
    const changed = rows.filter(({ variant }) => variant.id !== '')
    // always in one order: two who change the same rows shall not wait for each other
    for (const { variant, data } of changed.sort((a, b) => (a.variant.id < b.variant.id ? -1 : 1))) {
      const change = variant.stock - variant.seenStock
      const { count } = await tx.variant.updateMany({
        where: { id: variant.id, productId: id, stock: { gte: -change } },
        data: { ...data, stock: { increment: change } },
      })
      if (count === 0) throw await whyUnchanged(tx, id, variant)
    }
    for (const { data } of rows.filter(({ variant }) => variant.id === ''))
      await tx.variant.create({ data: { ...data, productId: id } })
    return id
  })
}

/** Takes a product away that nobody has ever ordered; answers whether it is gone. An ordered one can only leave the shelf. */
export async function deleteProduct(id: string): Promise<boolean> {
  const { count } = await db().product.deleteMany({ where: { id, items: { none: {} } } })
  return count > 0
}

class RefusedError extends Error {
  constructor(
    readonly errors: FieldErrors,
    readonly stocks: Record<number, number> = {},
  ) {
    super('refused')
  }
}

/** Does it all or nothing; what the merchant can put right is an answer. */
async function refusable(save: (tx: Prisma.TransactionClient) => Promise<string>): Promise<Saved> {
  try {
    return { ok: true, id: await db().$transaction(save) }
  } catch (error) {
    if (error instanceof RefusedError) return { ok: false, errors: error.errors, stocks: error.stocks }
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      return { ok: false, errors: { slug: '别的商品已经用了这个网址，请换一个' }, stocks: {} }
    throw error
  }
}

async function whyUnchanged(tx: Prisma.TransactionClient, productId: string, variant: VariantDraft) {
  const now = await tx.variant.findFirst({ where: { id: variant.id, productId }, select: { stock: true } })
  const field = `variants.${variant.row}`
  if (!now) return new RefusedError({ [`${field}.name`]: '这个规格已经被去掉了，请重新打开本页' })
  const error = `您编辑时又卖掉了一些，现在库存是 ${now.stock}：请按现在的库存再填一次`
  return new RefusedError({ [`${field}.stock`]: error }, { [variant.row]: now.stock })
}

const productRow = (draft: ProductDraft) => ({
  ...{ slug: draft.slug, name: draft.name, nameEn: draft.nameEn, category: draft.category },
  ...{ description: draft.description, descriptionEn: draft.descriptionEn },
  ...{ virtual: draft.virtual, freePostage: draft.freePostage, onSale: draft.onSale },
})

const variantRow = ({ name, nameEn, priceFen, stock }: VariantDraft, position: number) => ({
  ...{ name, nameEn, priceFen, stock, position },
})
