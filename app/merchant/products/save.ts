'use server'

import { headers } from 'next/headers'
import { forbidden, notFound, redirect } from 'next/navigation'
import { requireMerchant } from '@/app/merchant/require-merchant'
import {
  BLANK_VARIANT,
  type FieldErrors,
  type ProductFields,
  productFields,
} from '@/lib/catalog/product-fields'
import { readProduct } from '@/lib/catalog/read-product'
import { createProduct, type Now, updateProduct } from '@/lib/catalog/save-product'
import { findFullProduct } from '@/lib/catalog/search-products'
import { env } from '@/lib/env'
import { isForeign } from '@/lib/same-origin'

/** The form as it stands: what was typed, and what is wrong with it. */
export interface ProductFormState {
  fields: ProductFields
  errors: FieldErrors
  /** Counts the answers, each of which makes the form anew. */
  answers: number
}

/** Stores a product, a new one where there is no id, and goes to its page; or answers the form with what is wrong. */
export async function saveProduct(
  id: string | null,
  before: ProductFormState,
  form: FormData,
): Promise<ProductFormState> {
  if (isForeign({ headers: await headers() })) forbidden()
  await requireMerchant()
  if (id !== null && !(await findFullProduct(id))) notFound()
  const fields = productFields(form)
  const answer = (errors: FieldErrors, changes: Partial<ProductFields> = {}): ProductFormState => ({
    fields: { ...fields, ...changes },
    errors,
    answers: before.answers + 1,
  })
  if (form.has('more')) return answer({}, { variants: [...fields.variants, BLANK_VARIANT] })
  const product = readProduct(fields, env().alipay.charset)
  if (!product.ok) return answer(product.errors)
  const saved = await (id === null ? createProduct(product.draft) : updateProduct(id, product.draft))
  if (saved.ok) redirect(`/merchant/products/${saved.id}?saved=${Date.now().toString(36)}`)
  return answer(saved.errors, saved.now && asItIsNow(fields, saved.now))
}

/** A form to be sent again, on top of what is now. A stock that the merchant did not touch is still not touched. */
const asItIsNow = ({ variants }: ProductFields, { revision, stocks }: Now): Partial<ProductFields> => ({
  seenRevision: revision,
  variants: variants.map((variant, row) => {
    const seenStock = String(stocks[row] ?? variant.seenStock)
    const isTouched = variant.stock.trim() !== variant.seenStock
    return { ...variant, seenStock, stock: isTouched ? variant.stock : seenStock }
  }),
})
