import type { Bilingual } from '../dictionary'

/** A product as typed in the form, unchecked. */
export interface ProductFields {
  slug: string
  name: string
  nameEn: string
  description: string
  descriptionEn: string
  details: string
  detailsEn: string
  category: string
  badge: string
  badgeEn: string
  /** Words, separated by commas. */
  tags: string
  tagsEn: string
  virtual: boolean
  freePostage: boolean
  onSale: boolean
  /** The product's revision when the form was shown (save-product.ts), for an optimistic lock. */
  seenRevision: string
  /** The paths of its pictures, in order. */
  pictures: string[]
  variants: VariantFields[]
  facts: FactFields[]
}

export interface VariantFields {
  /** Empty for a new variant. */
  id: string
  name: string
  nameEn: string
  /** In yuan. */
  price: string
  stock: string
  /** The stock that the form showed, so that what was sold since is not overwritten. */
  seenStock: string
  removed: boolean
}

/** A line of the product's table. */
export interface FactFields {
  label: string
  labelEn: string
  value: string
  valueEn: string
}

/** Errors by the name of the form's field, such as `slug` or `variants.0.price`. */
export type FieldErrors = Record<string, Bilingual>

/** Further rows of a form are not read. */
const MOST_VARIANTS = 50
export const MOST_FACTS = 20
export const MOST_PICTURES = 8

/** The fields of an untrusted form. */
export function productFields(form: FormData): ProductFields {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.toWellFormed() : ''
  }
  const rows = (name: string, most: number, field: string) =>
    Array.from({ length: most }, (_, row) => `${name}.${row}`).filter((at) => form.has(`${at}.${field}`))
  return {
    slug: text('slug').trim(),
    name: text('name'),
    nameEn: text('nameEn'),
    description: text('description'),
    descriptionEn: text('descriptionEn'),
    details: text('details'),
    detailsEn: text('detailsEn'),
    category: text('category'),
    badge: text('badge'),
    badgeEn: text('badgeEn'),
    tags: text('tags'),
    tagsEn: text('tagsEn'),
    virtual: form.has('virtual'),
    freePostage: form.has('freePostage'),
    onSale: form.has('onSale'),
    seenRevision: text('seenRevision'),
    pictures: rows('pictures', MOST_PICTURES, 'path').map((at) => text(`${at}.path`)),
    variants: rows('variants', MOST_VARIANTS, 'price').map((at) => ({
      id: text(`${at}.id`),
      name: text(`${at}.name`),
      nameEn: text(`${at}.nameEn`),
      price: text(`${at}.price`),
      stock: text(`${at}.stock`),
      seenStock: text(`${at}.seenStock`),
      removed: form.has(`${at}.removed`),
    })),
    facts: rows('facts', MOST_FACTS, 'label').map((at) => ({
      label: text(`${at}.label`),
      labelEn: text(`${at}.labelEn`),
      value: text(`${at}.value`),
      valueEn: text(`${at}.valueEn`),
    })),
  }
}

export const BLANK_VARIANT: VariantFields = {
  id: '',
  name: '',
  nameEn: '',
  price: '',
  stock: '',
  seenStock: '0',
  removed: false,
}

export const BLANK_FACT: FactFields = { label: '', labelEn: '', value: '', valueEn: '' }

/** The form of a product that is not there yet. */
export const BLANK_PRODUCT: ProductFields = {
  slug: '',
  name: '',
  nameEn: '',
  description: '',
  descriptionEn: '',
  details: '',
  detailsEn: '',
  category: '',
  badge: '',
  badgeEn: '',
  tags: '',
  tagsEn: '',
  virtual: false,
  freePostage: false,
  onSale: true,
  seenRevision: '',
  pictures: [],
  variants: [BLANK_VARIANT],
  facts: [BLANK_FACT],
}
