import type { Bilingual } from '../dictionary'
import { type Charset, firstUnencodable } from '../alipay/charset'
import { parseYuan } from '../alipay/money'
import { checkEscrowRequest } from '../alipay/partner/request-rules'
import type { FactFields, FieldErrors, ProductFields, VariantFields } from './product-fields'

export interface ProductDraft extends Omit<ProductFields, 'tags' | 'tagsEn' | 'variants'> {
  tags: string[]
  tagsEn: string[]
  variants: VariantDraft[]
  /** The ids of variants to delete. */
  removed: string[]
}

export interface VariantDraft extends Pick<VariantFields, 'id' | 'name' | 'nameEn'> {
  /** Its row in the form, for errors that are found when it is saved. */
  row: number
  priceFen: number
  stock: number
  seenStock: number
}

const NAME_CHARACTERS = 60
const NAME_EN_CHARACTERS = 120
const VARIANT_NAME_CHARACTERS = 30
const VARIANT_NAME_EN_CHARACTERS = 60
const TEXT_CHARACTERS = 400
const DETAILS_CHARACTERS = 2_000
const BADGE_CHARACTERS = 6
const BADGE_EN_CHARACTERS = 12
const MOST_TAGS = 12
const TAG_CHARACTERS = 30
const FACT_CHARACTERS = 100
const MOST_FEN = 1_000_000_00
const MOST_STOCK = 1_000_000

/** Reads a product as it was typed. Names must be encodable in `charset`, in which the gateway gets them. */
export function readProduct(
  fields: ProductFields,
  charset: Charset,
): { ok: true; draft: ProductDraft } | { ok: false; errors: FieldErrors } {
  const errors: FieldErrors = {}
  const found = (field: string, error: Bilingual | undefined) => {
    if (error) errors[field] ??= error
  }
  const { slug, category, virtual, freePostage, onSale, seenRevision } = fields
  const name = tidy(fields.name)
  const nameEn = tidy(fields.nameEn)
  const description = tidy(fields.description)
  const descriptionEn = tidy(fields.descriptionEn)
  const details = paragraphs(fields.details)
  const detailsEn = paragraphs(fields.detailsEn)
  const badge = tidy(fields.badge)
  const badgeEn = tidy(fields.badgeEn)
  const tags = listed(fields.tags)
  const tagsEn = listed(fields.tagsEn)

  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 60) found('slug', ERRORS.slug)
  if (category === '') found('category', ERRORS.category)
  found('name', name ? badName(name, NAME_CHARACTERS, charset) : ERRORS.name)
  found('nameEn', badName(nameEn, NAME_EN_CHARACTERS, charset))
  found('description', description ? badText(description, TEXT_CHARACTERS) : ERRORS.description)
  found('descriptionEn', badText(descriptionEn, TEXT_CHARACTERS))
  found('details', badText(details, DETAILS_CHARACTERS))
  found('detailsEn', badText(detailsEn, DETAILS_CHARACTERS))
  found('badge', badText(badge, BADGE_CHARACTERS))
  found('badgeEn', badText(badgeEn, BADGE_EN_CHARACTERS))
  found('tags', badTags(tags))
  found('tagsEn', badTags(tagsEn))
  if (!fields.pictures.every(isPath)) found('pictures', ERRORS.picture)

  const facts = fields.facts.flatMap((fact, row): FactFields[] => {
    const { label, labelEn, value, valueEn } = fact
    const read = { label: tidy(label), labelEn: tidy(labelEn), value: tidy(value), valueEn: tidy(valueEn) }
    if (Object.values(read).every((text) => text === '')) return []
    const at = `facts.${row}`
    if (read.label === '') found(`${at}.label`, ERRORS.factLabel)
    if (read.value === '') found(`${at}.value`, ERRORS.factValue)
    for (const [name, text] of Object.entries(read)) found(`${at}.${name}`, badText(text, FACT_CHARACTERS))
    return [read]
  })

  const kept = fields.variants
    .map((variant, row) => ({ ...variant, name: tidy(variant.name), nameEn: tidy(variant.nameEn), row }))
    .filter((variant) => !variant.removed && !isBlank(variant))
  if (kept.length === 0) found('variants', ERRORS.variants)
  const variants = kept.map((variant): VariantDraft => {
    const at = `variants.${variant.row}`
    if (kept.length > 1 && variant.name === '') found(`${at}.name`, ERRORS.variantName)
    if (kept.some((other) => other.row < variant.row && other.name === variant.name))
      found(`${at}.name`, ERRORS.sameName)
    found(`${at}.name`, badName(variant.name, VARIANT_NAME_CHARACTERS, charset))
    found(`${at}.nameEn`, badName(variant.nameEn, VARIANT_NAME_EN_CHARACTERS, charset))
    const priceFen = parseYuan(variant.price.trim()) ?? 0
    if (priceFen < 1 || priceFen > MOST_FEN) found(`${at}.price`, ERRORS.price)
    const stock = wholeNumber(variant.stock)
    if (stock === undefined) found(`${at}.stock`, ERRORS.stock)
    return {
      row: variant.row,
      id: variant.id,
      name: variant.name,
      nameEn: variant.nameEn,
      priceFen,
      stock: stock ?? 0,
      seenStock: wholeNumber(variant.seenStock) ?? 0,
    }
  })

  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const removed = fields.variants.flatMap(({ id, removed }) => (removed && id ? [id] : []))
  const texts = { slug, name, nameEn, description, descriptionEn, details, detailsEn, badge, badgeEn }
  const { pictures } = fields
  const lists = { tags, tagsEn, pictures, facts, variants, removed }
  return { ok: true, draft: { ...texts, category, virtual, freePostage, onSale, seenRevision, ...lists } }
}

const ERRORS = {
  slug: {
    zh: '请用小写字母、数字和连字符，例如 green-tea，最多 60 个字符',
    en: 'Use lower-case letters, digits and hyphens, such as green-tea; 60 characters at most.',
  },
  category: { zh: '请选择分类', en: 'Please choose a category' },
  name: { zh: '请填写商品名称', en: 'Please enter a Chinese name' },
  description: { zh: '请写一两句介绍', en: 'Please enter a sentence or two in Chinese' },
  variants: {
    zh: '请至少填写一个规格的价格和库存',
    en: 'Please enter the price and stock of at least one variant',
  },
  variantName: {
    zh: '有多个规格时，每个都要填写名称',
    en: 'With several variants, each needs a name',
  },
  sameName: { zh: '与前面的规格重名，请换一个', en: 'A variant above has this name. Please choose another.' },
  price: {
    zh: '请填 0.01 到 1000000 的金额，单位元，最多两位小数',
    en: 'Enter an amount in yuan from 0.01 to 1000000, with at most two decimals',
  },
  stock: { zh: '请填 0 到 1000000 的整数', en: 'Enter a whole number from 0 to 1000000' },
  tag: {
    zh: `最多 ${MOST_TAGS} 个标签，每个最多 ${TAG_CHARACTERS} 个字`,
    en: `At most ${MOST_TAGS} tags of ${TAG_CHARACTERS} characters each`,
  },
  factLabel: {
    zh: '请填写项目，例如 产地',
    en: 'Please enter what it is about, in Chinese, such as the origin',
  },
  factValue: { zh: '请填写内容', en: 'Please enter its value in Chinese' },
  picture: {
    zh: '图片地址不对，请删除后重新上传',
    en: 'This is not the address of a picture. Please remove it and upload it again.',
  },
  invisible: {
    zh: '含有看不见的字符，请删除',
    en: 'There are invisible characters in it. Please remove them.',
  },
} satisfies Record<string, Bilingual>

/** Whether a new row was left empty. */
const isBlank = ({ id, name, nameEn, price, stock }: VariantFields) =>
  `${id}${name}${nameEn}${price}${stock}`.trim() === ''

/** Joins a text to one paragraph: the gateway takes no line breaks in a name. */
const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()

const tooLong = (text: string, most: number): Bilingual | undefined =>
  [...text].length > most ? { zh: `最多 ${most} 个字`, en: `At most ${most} characters` } : undefined

/** A text of several paragraphs, with one empty line between two. */
const paragraphs = (text: string) =>
  text
    .split(/\n\s*\n/)
    .map(tidy)
    .filter(Boolean)
    .join('\n\n')

/** The words of a list, each once. */
const listed = (text: string) => [
  ...new Set(
    text
      .split(/[,，、;；\n]/)
      .map(tidy)
      .filter(Boolean),
  ),
]

/** A drawing of the shop, or an upload. */
const isPath = (text: string) => /^\/pictures\/[\w-]+(\.\w+)?$/.test(text)

/**
 * Checks a name by the gateway's rules for a subject, so that a product that could not be paid for is not saved. Both names
 * are sent to the gateway, the English one for orders in English.
 */
function badName(name: string, most: number, charset: Charset): Bilingual | undefined {
  if (name === '') return undefined
  const refusal = checkEscrowRequest({ subject: name }, charset).find(
    ({ parameter }) => parameter === 'subject',
  )
  return tooLong(name, most) ?? (refusal && { zh: refusal.zh, en: refusal.en })
}

/** Texts that are not sent to the gateway may hold any visible characters. */
function badText(text: string, most: number): Bilingual | undefined {
  const isInvisible = /[^\P{Cc}\n]/u.test(text) || firstUnencodable(text, 'utf-8') !== undefined
  return isInvisible ? ERRORS.invisible : tooLong(text, most)
}

const badTags = (tags: string[]): Bilingual | undefined =>
  tags.length > MOST_TAGS
    ? ERRORS.tag
    : tags.some((tag) => badText(tag, TAG_CHARACTERS))
      ? ERRORS.tag
      : undefined

function wholeNumber(text: string) {
  const number = /^\d{1,7}$/.test(text.trim()) ? Number(text) : NaN
  return number <= MOST_STOCK ? number : undefined
}
