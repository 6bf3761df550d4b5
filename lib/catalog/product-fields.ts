import type { Bilingual } from '../dictionary'

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
  /** The saving that the form was shown after, as save-product.ts marks it: a later one is not overwritten. */
  seenRevision: string
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
export type FieldErrors = Record<string, Bilingual>

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
    seenRevision: text('seenRevision'),
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
