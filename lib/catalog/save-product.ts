import { createHash } from 'node:crypto'
import { Prisma } from '@/generated/shop/client'
import type { Bilingual } from '../dictionary'
import { db, transaction } from '../db'
import { forgetCategories } from './categories'
import type { FactFields, FieldErrors } from './product-fields'
import type { ProductDraft, VariantDraft } from './read-product'

type Saved = { ok: true; id: string } | ({ ok: false } & Refusal)

interface Refusal {
  errors: FieldErrors
  /** Set where the product has changed since the form was shown. */
  now?: Now
}

/** What the form must show and send now: the revision, and the changed stocks by row of the form. */
export interface Now {
  revision: string
  stocks: Record<number, number>
}

/** Adds a new product at the end of the shelf. The same form sent twice adds one. */
export async function createProduct(draft: ProductDraft): Promise<Saved> {
  const saved = await refusable(async (tx) => {
    await requireCategory(tx, draft)
    const last = await tx.product.aggregate({ _max: { position: true } })
    const variants = { create: draft.variants.map(variantRow) }
    const facts = { create: draft.facts.map(factRow) }
    const position = (last._max.position ?? 0) + 1
    const { id } = await tx.product.create({ data: { ...productRow(draft), position, variants, facts } })
    return id
  })
  const same = saved.ok ? null : await db().product.findFirst({ where: { revision: revisionBy(draft) } })
  return same ? { ok: true, id: same.id } : saved
}

/**
 * Changes a product unless it was saved since the form was shown (an optimistic lock on `seenRevision`); the same form
 * sent twice saves once. Stocks are changed by the difference to the shown ones, because orders do not change the revision;
 * a stock that would fall below zero is refused. A refusal changes nothing and returns the present stocks.
 */
export function updateProduct(id: string, draft: ProductDraft): Promise<Saved> {
  return refusable(async (tx) => {
    await requireCategory(tx, draft)
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
    // always in one order, against deadlocks
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
    await tx.fact.deleteMany({ where: { productId: id } })
    await tx.fact.createMany({
      data: draft.facts.map((fact, row) => ({ ...factRow(fact, row), productId: id })),
    })
    return id
  })
}

/** Deletes a product without orders; returns whether it is gone. An ordered product can only be taken off the shelf. */
export async function deleteProduct(id: string): Promise<boolean> {
  await db().product.deleteMany({ where: { id, items: { none: {} } } })
  forgetCategories()
  return (await db().product.count({ where: { id } })) === 0
}

class RefusedError extends Error {
  constructor(readonly refusal: Refusal) {
    super('refused')
  }
}

/** Runs in a transaction; conflicts that the merchant can resolve are returned, not thrown. */
async function refusable(save: (tx: Prisma.TransactionClient) => Promise<string>): Promise<Saved> {
  try {
    const id = await transaction(save)
    forgetCategories()
    return { ok: true, id }
  } catch (error) {
    if (error instanceof RefusedError) return { ok: false, ...error.refusal }
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      return { ok: false, errors: { slug: SLUG_TAKEN } }
    throw error
  }
}

/** The category may have been deleted since the form was shown. */
async function requireCategory(tx: Prisma.TransactionClient, { category }: ProductDraft) {
  if ((await tx.category.count({ where: { slug: category } })) === 0)
    throw new RefusedError({ errors: { category: CATEGORY_GONE } })
}

/** Says at the form's fields what has changed since it was shown, so that the merchant can decide and send it again. */
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
  zh: '其他商品已使用这个网址，请换一个',
  en: 'Another product has this address. Please choose another.',
}
const CATEGORY_GONE: Bilingual = {
  zh: '这个分类已被删除，请另选一个',
  en: 'This category has been deleted. Please choose another.',
}
const SAVED_MEANWHILE: Bilingual = {
  zh: '您打开本页之后，这件商品又保存过一次。下面是您填写的内容，请核对；再次保存将以您填写的为准。',
  en: 'This product was saved again after you opened this page. Below is what you entered: check it, and save again to keep it.',
}
const VARIANT_GONE: Bilingual = {
  zh: '这个规格已被删除，请重新打开本页',
  en: 'This variant has been removed. Please reopen this page.',
}
const stockMoved = (stock: number): Bilingual => ({
  zh: `您编辑期间库存有变动，现在库存是 ${stock}，请重新填写`,
  en: `The stock changed while you were editing; it is ${stock} now. Please enter it again.`,
})

/**
 * A product's revision: a digest of what was saved over which revision. So the same form sent twice is recognised, and one
 * from an older page (a browser's Back) conflicts.
 */
const revisionBy = (draft: ProductDraft) =>
  createHash('sha256').update(JSON.stringify(draft)).digest('base64url')

const productRow = (draft: ProductDraft) => ({
  slug: draft.slug,
  name: draft.name,
  nameEn: draft.nameEn,
  description: draft.description,
  descriptionEn: draft.descriptionEn,
  details: draft.details,
  detailsEn: draft.detailsEn,
  category: draft.category,
  badge: draft.badge,
  badgeEn: draft.badgeEn,
  tags: draft.tags,
  tagsEn: draft.tagsEn,
  picture: draft.pictures[0] ?? '',
  morePictures: draft.pictures.slice(1),
  virtual: draft.virtual,
  freePostage: draft.freePostage,
  onSale: draft.onSale,
  revision: revisionBy(draft),
})

const variantRow = ({ name, nameEn, priceFen, stock }: VariantDraft, position: number) => {
  return { name, nameEn, priceFen, stock, position }
}

const factRow = ({ label, labelEn, value, valueEn }: FactFields, position: number) => {
  return { label, labelEn, value, valueEn, position }
}
