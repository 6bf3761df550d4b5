import { db, transaction } from '../db'
import type { Bilingual } from '../dictionary'
import { forgetCategories } from './categories'
import type { Direction } from './move-product'
import type { FieldErrors } from './product-fields'

/** A category as typed, unchecked. */
export interface CategoryFields {
  /** Its part of an address. It stays as it is, so that links and the programs that read it keep working. */
  slug: string
  name: string
  nameEn: string
}

type Edited = { ok: true } | { ok: false; errors: FieldErrors }

const SLUG_CHARACTERS = 40
const NAME_CHARACTERS = 20
const NAME_EN_CHARACTERS = 40

/** Adds a category at the end. The same form sent twice adds one. */
export async function addCategory(fields: CategoryFields): Promise<Edited> {
  const { category, errors } = readCategory(fields)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(category.slug) || category.slug.length > SLUG_CHARACTERS)
    errors.slug = ERRORS.slug
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  await db().$executeRaw`
    INSERT INTO "shop"."Category" ("slug", "name", "nameEn", "position")
    SELECT ${category.slug}, ${category.name}, ${category.nameEn}, COALESCE(max("position"), 0) + 1 FROM "shop"."Category"
    ON CONFLICT DO NOTHING`
  forgetCategories()
  const isThere = (await db().category.count({ where: { ...category } })) === 1
  return isThere ? { ok: true } : { ok: false, errors: { slug: ERRORS.taken } }
}

export async function renameCategory(fields: CategoryFields): Promise<Edited> {
  const { category, errors } = readCategory(fields)
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const { slug, ...names } = category
  const { count } = await db().category.updateMany({ where: { slug }, data: names })
  forgetCategories()
  return count === 1 ? { ok: true } : { ok: false, errors: { name: ERRORS.gone } }
}

/** Swaps a category with its neighbour. */
export async function moveCategory(slug: string, direction: Direction): Promise<void> {
  await transaction(async (tx) => {
    // moves at the same time must not count the same list
    const found = await tx.$queryRaw<{ slug: string }[]>`
      SELECT "slug" FROM "shop"."Category" ORDER BY "position", "slug" FOR NO KEY UPDATE`
    const slugs = found.map((category) => category.slug)
    const at = slugs.indexOf(slug)
    const place = direction === 'up' ? at - 1 : at + 1
    if (at < 0 || place < 0 || place >= slugs.length) return
    slugs.splice(at, 1)
    slugs.splice(place, 0, slug)
    await tx.$executeRaw`
      UPDATE "shop"."Category" AS category SET "position" = list.place
      FROM unnest(${slugs}::text[]) WITH ORDINALITY AS list (slug, place)
      WHERE category."slug" = list.slug`
  })
  forgetCategories()
}

/** Deletes a category without products; returns whether it is gone. */
export async function deleteCategory(slug: string): Promise<boolean> {
  await db().$executeRaw`
    DELETE FROM "shop"."Category" WHERE "slug" = ${slug}
      AND NOT EXISTS (SELECT 1 FROM "shop"."Product" WHERE "category" = ${slug})`
  forgetCategories()
  return (await db().category.count({ where: { slug } })) === 0
}

function readCategory({ slug, ...fields }: CategoryFields) {
  const [name, nameEn] = [tidy(fields.name), tidy(fields.nameEn)]
  const errors: FieldErrors = {}
  if (name === '') errors.name = ERRORS.name
  if ([...name].length > NAME_CHARACTERS) errors.name = tooLong(NAME_CHARACTERS)
  if ([...nameEn].length > NAME_EN_CHARACTERS) errors.nameEn = tooLong(NAME_EN_CHARACTERS)
  return { category: { slug: slug.trim(), name, nameEn }, errors }
}

const tidy = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

const tooLong = (most: number): Bilingual => ({
  zh: `最多 ${most} 个字`,
  en: `At most ${most} characters`,
})

const ERRORS = {
  slug: {
    zh: `请用小写字母、数字和连字符，例如 green-tea，最多 ${SLUG_CHARACTERS} 个字符`,
    en: `Use lower-case letters, digits and hyphens, such as green-tea; ${SLUG_CHARACTERS} characters at most`,
  },
  taken: {
    zh: '已有分类用了这个网址，请换一个',
    en: 'Another category has this address. Please choose another.',
  },
  name: { zh: '请填写中文名称', en: 'Please enter a Chinese name' },
  gone: { zh: '这个分类已被删除，请刷新本页', en: 'This category has been deleted. Please reload the page.' },
} satisfies Record<string, Bilingual>
