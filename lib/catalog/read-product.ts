import type { Bilingual } from '../dictionary'
import { type Charset, firstUnencodable } from '../alipay/charset'
import { parseYuan } from '../alipay/money'
import { checkEscrowRequest } from '../alipay/partner/request-rules'
import type { FieldErrors, ProductFields, VariantFields } from './product-fields'
import { type CategoryId, isCategory } from './products'

export interface ProductDraft extends Omit<ProductFields, 'category' | 'variants'> {
  category: CategoryId
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

  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 60) found('slug', ERRORS.slug)
  if (!isCategory(category)) found('category', ERRORS.category)
  found('name', name ? badName(name, NAME_CHARACTERS, charset) : ERRORS.name)
  found('nameEn', badName(nameEn, NAME_EN_CHARACTERS, charset))
  found('description', description ? badText(description) : ERRORS.description)
  found('descriptionEn', badText(descriptionEn))

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

  if (!isCategory(category) || Object.keys(errors).length > 0) return { ok: false, errors }
  const removed = fields.variants.flatMap(({ id, removed }) => (removed && id ? [id] : []))
  const texts = { slug, name, nameEn, description, descriptionEn }
  return {
    ok: true,
    draft: { ...texts, category, virtual, freePostage, onSale, seenRevision, variants, removed },
  }
}

const ERRORS = {
  slug: {
    zh: '用小写字母、数字和连字符，例如 green-tea，最多 60 个字符',
    en: 'Use lower-case letters, digits and hyphens, such as green-tea; 60 characters at most.',
  },
  category: { zh: '请选择分类', en: 'Please choose a category.' },
  name: { zh: '请填写商品名称', en: 'Please give the product its Chinese name.' },
  description: { zh: '请写一句介绍', en: 'Please describe it in a sentence of Chinese.' },
  variants: {
    zh: '至少要有一个规格，否则没有价格可卖',
    en: 'There has to be at least one variant; without it nothing has a price.',
  },
  variantName: {
    zh: '有几个规格时，每个都要有名称',
    en: 'Where there are several variants, each needs a name.',
  },
  sameName: { zh: '和前面的规格重名', en: 'A variant above has this name already.' },
  price: {
    zh: '填 0.01 到 1000000 的金额，单位元，最多两位小数',
    en: 'Give an amount in yuan from 0.01 to 1000000, with two decimals at most.',
  },
  stock: { zh: '填 0 到 1000000 的整数', en: 'Give a whole number from 0 to 1000000.' },
  invisible: {
    zh: '含有看不见的字符，请删掉',
    en: 'There are invisible characters in it. Please remove them.',
  },
} satisfies Record<string, Bilingual>

/** Whether a new row was left empty. */
const isBlank = ({ id, name, nameEn, price, stock }: VariantFields) =>
  `${id}${name}${nameEn}${price}${stock}`.trim() === ''

/** Joins a text to one paragraph: the gateway takes no line breaks in a name. */
const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()

const tooLong = (text: string, most: number): Bilingual | undefined =>
  [...text].length > most
    ? { zh: `最多 ${most} 个字`, en: `It may have ${most} characters at most.` }
    : undefined

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
function badText(text: string): Bilingual | undefined {
  if (/\p{Cc}/u.test(text) || firstUnencodable(text, 'utf-8') !== undefined) return ERRORS.invisible
  return tooLong(text, TEXT_CHARACTERS)
}

function wholeNumber(text: string) {
  const number = /^\d{1,7}$/.test(text.trim()) ? Number(text) : NaN
  return number <= MOST_STOCK ? number : undefined
}
