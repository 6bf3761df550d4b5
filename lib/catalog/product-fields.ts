import type { Bilingual } from '../dictionary'

/** A product as typed in the form, unchecked. */
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
  /** The product's revision when the form was shown (save-product.ts), for an optimistic lock. */
  seenRevision: string
  variants: VariantFields[]
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

/** Errors by the name of the form's field, such as `slug` or `variants.0.price`. */
export type FieldErrors = Record<string, Bilingual>

/** Further rows of a form are not read. */
const MOST_VARIANTS = 50

/** The fields of an untrusted form. */
export function productFields(form: FormData): ProductFields {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.toWellFormed() : ''
  }
  const rows = Array.from({ length: MOST_VARIANTS }, (_, row) => `variants.${row}`)
  return {
    slug: text('slug').trim(),
    name: text('name'),
    nameEn: text('nameEn'),
    description: text('description'),
    descriptionEn: text('descriptionEn'),
    category: text('category'),
    virtual: form.has('virtual'),
    freePostage: form.has('freePostage'),
    onSale: form.has('onSale'),
    seenRevision: text('seenRevision'),
    variants: rows
      .filter((at) => form.has(`${at}.price`))
      .map((at) => ({
        id: text(`${at}.id`),
        name: text(`${at}.name`),
        nameEn: text(`${at}.nameEn`),
        price: text(`${at}.price`),
        stock: text(`${at}.stock`),
        seenStock: text(`${at}.seenStock`),
        removed: form.has(`${at}.removed`),
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
