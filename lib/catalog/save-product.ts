import { createHash } from 'node:crypto'
import { Prisma } from '@/generated/shop/client'
import type { Bilingual } from '../dictionary'
import { db } from '../db'
import type { FieldErrors } from './product-fields'
import type { ProductDraft, VariantDraft } from './read-product'

export type Saved = { ok: true; id: string } | ({ ok: false } & Refusal)

interface Refusal {
  errors: FieldErrors
  /** Where the form was shown the product otherwise. */
  now?: Now
}

/** What has to be shown and sent now: the revision, and the stocks that have moved, by row of the form. */
export interface Now {
  revision: string
  stocks: Record<number, number>
}

/** Puts a new product at the end of the shelf; the same form sent twice, once. */
export async function createProduct(draft: ProductDraft): Promise<Saved> {
  const saved = await refusable(async (tx) => {
    const last = await tx.product.aggregate({ _max: { position: true } })
    const variants = { create: draft.variants.map(variantRow) }
    const position = (last._max.position ?? 0) + 1
    const { id } = await tx.product.create({ data: { ...productRow(draft), position, variants } })
    return id
  })
  const same = saved.ok ? null : await db().product.findFirst({ where: { revision: revisionBy(draft) } })
  return same ? { ok: true, id: same.id } : saved
}

/**
 * Changes a product that is as the form was shown it (`seenRevision`): what somebody else saved meanwhile is not
 * overwritten, and the same form sent twice is one saving. Orders are no savings, so stocks are changed by the difference
 * to what the merchant was shown: what was ordered meanwhile stays ordered. A stock that would fall below zero so is
 * refused. A refusal changes nothing and tells the stocks of now.
 */
export function updateProduct(id: string, draft: ProductDraft): Promise<Saved> {
  return refusable(async (tx) => {
    const taken = await tx.product.updateMany({
      where: { id, revision: draft.seenRevision },
      data: productRow(draft),
    })
    if (taken.count === 0) {
      const { revision } = await tx.product.findUniqueOrThrow({ where: { id }, select: { revision: true } })
      if (revision === revisionBy(draft)) return id
      throw await refusal(tx, id, draft, revision)
    }
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
      if (count === 0) throw await refusal(tx, id, draft, draft.seenRevision)
    }
    for (const { data } of rows.filter(({ variant }) => variant.id === ''))
      await tx.variant.create({ data: { ...data, productId: id } })
    return id
  })
}

/** Takes a product away that nobody has ever ordered; answers whether it is gone. An ordered one can only leave the shelf. */
export async function deleteProduct(id: string): Promise<boolean> {
  await db().product.deleteMany({ where: { id, items: { none: {} } } })
  return (await db().product.count({ where: { id } })) === 0
}

class RefusedError extends Error {
  constructor(readonly refusal: Refusal) {
    super('refused')
  }
}

/** Does it all or nothing; what the merchant can put right is an answer. */
async function refusable(save: (tx: Prisma.TransactionClient) => Promise<string>): Promise<Saved> {
  try {
    return { ok: true, id: await db().$transaction(save) }
  } catch (error) {
    if (error instanceof RefusedError) return { ok: false, ...error.refusal }
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      return { ok: false, errors: { slug: SLUG_TAKEN } }
    throw error
  }
}

/** What is otherwise than the form was shown it, at its fields, so that the merchant can decide and send it again. */
async function refusal(
  tx: Prisma.TransactionClient,
  productId: string,
  draft: ProductDraft,
  revision: string,
): Promise<RefusedError> {
  const variants = await tx.variant.findMany({ where: { productId }, select: { id: true, stock: true } })
  const stockOf = new Map(variants.map((variant) => [variant.id, variant.stock]))
  const errors: FieldErrors = revision === draft.seenRevision ? {} : { seenRevision: SAVED_MEANWHILE }
  const stocks: Record<number, number> = {}
  for (const { row, id, stock, seenStock } of draft.variants.filter((variant) => variant.id !== '')) {
    const now = stockOf.get(id)
    if (now === undefined) errors[`variants.${row}.name`] = VARIANT_GONE
    else if (now !== seenStock) {
      stocks[row] = now
      if (stock !== seenStock) errors[`variants.${row}.stock`] = stockMoved(now)
    }
  }
  return new RefusedError({ errors, now: { revision, stocks } })
}

const SLUG_TAKEN: Bilingual = {
  zh: '别的商品已经用了这个网址，请换一个',
  en: 'Another product has this address. Please choose another.',
}
const SAVED_MEANWHILE: Bilingual = {
  zh: '您打开这一页以后，这件商品又保存过一次。下面是您填的，请核对；再保存一次，就以您填的为准。',
  en: 'This product was saved again after you opened this page. Below is what you wrote: check it, and save once more to let it stand.',
}
const VARIANT_GONE: Bilingual = {
  zh: '这个规格已经被去掉了，请重新打开本页',
  en: 'This variant has been removed. Please open this page anew.',
}
const stockMoved = (stock: number): Bilingual => ({
  zh: `您编辑时库存变了，现在库存是 ${stock}：请按现在的库存再填一次`,
  en: `The stock changed while you were writing; it is ${stock} now. Please give it anew.`,
})

/**
 * What a saving leaves on the product: what was saved on top of what. So the same form sent twice is known again, while
 * one sent from an older page is not taken for the newest, even where a browser's Back brought it and it was edited.
 */
const revisionBy = (draft: ProductDraft) =>
  createHash('sha256').update(JSON.stringify(draft)).digest('base64url')

const productRow = (draft: ProductDraft) => ({
  ...{ slug: draft.slug, name: draft.name, nameEn: draft.nameEn, category: draft.category },
  ...{ description: draft.description, descriptionEn: draft.descriptionEn },
  ...{ virtual: draft.virtual, freePostage: draft.freePostage, onSale: draft.onSale },
  revision: revisionBy(draft),
})

const variantRow = ({ name, nameEn, priceFen, stock }: VariantDraft, position: number) => ({
  ...{ name, nameEn, priceFen, stock, position },
})
