import { type Charset, firstUnencodable } from '../alipay/charset'
import { parseYuan } from '../alipay/money'
import { checkEscrowRequest } from '../alipay/request-rules'
import { type CategoryId, isCategory } from './categories'

/** A product as typed in the form: text, whatever it is. */
export interface ProductFields {
  slug: string
  name: string
  nameEn: string
  description: string
  descriptionEn: string
  category: string
  virtual: boolean
  freePostage: boolean
  onSale: boolean
  variants: VariantFields[]
}

export interface VariantFields {
  /** Empty for one that is new. */
  id: string
  name: string
  nameEn: string
  /** In yuan. */
  price: string
  stock: string
  /** The stock that the form was shown with: what was sold since is not overwritten. */
  seenStock: string
  removed: boolean
}

/** What is wrong, by the name of the form's field, such as `slug` or `variants.0.price`. */
export type FieldErrors = Record<string, string>

export interface ProductDraft extends Omit<ProductFields, 'category' | 'variants'> {
  category: CategoryId
  variants: VariantDraft[]
  /** The ids of variants to take away. */
  removed: string[]
}

export interface VariantDraft {
  /** Its place in the form, for an error that only the database knows of. */
  row: number
  id: string
  name: string
  nameEn: string
  priceFen: number
  stock: number
  seenStock: number
}

const NAME_CHARACTERS = 60
const VARIANT_NAME_CHARACTERS = 30
const TEXT_CHARACTERS = 400
const MOST_FEN = 1_000_000_00
const MOST_STOCK = 1_000_000

/** What was typed as a product that can be stored, or what is wrong with it; names as `charset` can send them. */
export function readProduct(
  fields: ProductFields,
  charset: Charset,
): { ok: true; draft: ProductDraft } | { ok: false; errors: FieldErrors } {
  const errors: FieldErrors = {}
  const found = (field: string, error: string | undefined) => {
    if (error) errors[field] ??= error
  }
  const { slug, category, virtual, freePostage, onSale } = fields
  const name = tidy(fields.name)
  const nameEn = tidy(fields.nameEn)
  const description = tidy(fields.description)
  const descriptionEn = tidy(fields.descriptionEn)

  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 60)
    found('slug', '用小写字母、数字和连字符，例如 green-tea，最多 60 个字符')
  if (!isCategory(category)) found('category', '请选择分类')
  found('name', name ? tooLong(name, NAME_CHARACTERS) : '请填写商品名称')
  found('name', unsendable(name, charset))
  found('description', description ? undefined : '请写一句介绍')
  found('description', badText(description))
  found('nameEn', badText(nameEn))
  found('nameEn', unsendable(nameEn, charset))
  found('descriptionEn', badText(descriptionEn))

  const kept = fields.variants
    .map((variant, row) => ({ ...variant, name: tidy(variant.name), nameEn: tidy(variant.nameEn), row }))
    .filter((variant) => !variant.removed && !isBlank(variant))
  if (kept.length === 0) found('variants', '至少要有一个规格，否则没有价格可卖')
  const variants = kept.map((variant): VariantDraft => {
    const at = `variants.${variant.row}`
    if (kept.length > 1 && variant.name === '') found(`${at}.name`, '有几个规格时，每个都要有名称')
    if (kept.some((other) => other.row < variant.row && other.name === variant.name))
      found(`${at}.name`, '和前面的规格重名')
    found(`${at}.name`, tooLong(variant.name, VARIANT_NAME_CHARACTERS))
    found(`${at}.name`, unsendable(variant.name, charset))
    found(`${at}.nameEn`, badText(variant.nameEn))
    found(`${at}.nameEn`, unsendable(variant.nameEn, charset))
    const priceFen = parseYuan(variant.price.trim()) ?? 0
    if (priceFen < 1 || priceFen > MOST_FEN)
      found(`${at}.price`, '填 0.01 到 1000000 的金额，单位元，最多两位小数')
    const stock = wholeNumber(variant.stock)
    if (stock === undefined) found(`${at}.stock`, '填 0 到 1000000 的整数')
    return {
      ...{ row: variant.row, id: variant.id, name: variant.name, nameEn: variant.nameEn, priceFen },
      ...{ stock: stock ?? 0, seenStock: wholeNumber(variant.seenStock) ?? 0 },
    }
  })

  if (!isCategory(category) || Object.keys(errors).length > 0) return { ok: false, errors }
  const removed = fields.variants.flatMap(({ id, removed }) => (removed && id ? [id] : []))
  const draft = { slug, name, nameEn, description, descriptionEn, category, virtual, freePostage, onSale }
  return { ok: true, draft: { ...draft, variants, removed } }
}

/** More than anybody sells of one thing; the rest of a flood is not read. */
const MOST_VARIANTS = 50

/** The fields of a form that was sent, whoever made it. */
export function productFields(form: FormData): ProductFields {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.toWellFormed() : ''
  }
  const rows = Array.from({ length: MOST_VARIANTS }, (_, row) => `variants.${row}`)
  return {
    slug: text('slug').trim(),
    ...{ name: text('name'), nameEn: text('nameEn'), category: text('category') },
    ...{ description: text('description'), descriptionEn: text('descriptionEn') },
    ...{ virtual: form.has('virtual'), freePostage: form.has('freePostage'), onSale: form.has('onSale') },
    variants: rows
      .filter((at) => form.has(`${at}.price`))
      .map((at) => ({
        ...{ id: text(`${at}.id`), name: text(`${at}.name`), nameEn: text(`${at}.nameEn`) },
        ...{ price: text(`${at}.price`), stock: text(`${at}.stock`), seenStock: text(`${at}.seenStock`) },
        removed: form.has(`${at}.removed`),
      })),
  }
}

export const BLANK_VARIANT: VariantFields = {
  ...{ id: '', name: '', nameEn: '', price: '', stock: '', seenStock: '0' },
  removed: false,
}

/** A new row that nobody has written in. */
const isBlank = ({ id, name, nameEn, price, stock }: VariantFields) =>
  `${id}${name}${nameEn}${price}${stock}`.trim() === ''

/** One paragraph; the gateway takes no line breaks in a name. */
const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()

const tooLong = (text: string, most: number) => ([...text].length > most ? `最多 ${most} 个字` : undefined)

/** The gateway's own rules for a subject, told when the product is made and not when it cannot be paid for. */
const unsendable = (name: string, charset: Charset) =>
  name === ''
    ? undefined
    : checkEscrowRequest({ subject: name }, charset).find(({ parameter }) => parameter === 'subject')?.zh

/** What stays in the shop may be of any characters that can be seen. */
function badText(text: string) {
  if (/\p{Cc}/u.test(text) || firstUnencodable(text, 'utf-8') !== undefined) return '含有看不见的字符，请删掉'
  return tooLong(text, TEXT_CHARACTERS)
}

function wholeNumber(text: string) {
  const number = /^\d{1,7}$/.test(text.trim()) ? Number(text) : NaN
  return number <= MOST_STOCK ? number : undefined
}
