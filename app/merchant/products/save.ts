'use server'

import { headers } from 'next/headers'
import { forbidden, notFound, redirect } from 'next/navigation'
import { requireMerchant } from '@/app/merchant/require-merchant'
import {
  BLANK_VARIANT,
  type FieldErrors,
  type ProductFields,
  productFields,
  readProduct,
} from '@/lib/catalog/read-product'
import { createProduct, updateProduct } from '@/lib/catalog/save-product'
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
  const answer = (errors: FieldErrors, variants = fields.variants): ProductFormState => ({
    fields: { ...fields, variants },
    errors,
    answers: before.answers + 1,
  })
  if (form.has('more')) return answer({}, [...fields.variants, BLANK_VARIANT])
  const product = readProduct(fields, env().alipay.charset)
  if (!product.ok) return answer(product.errors)
  const saved = await (id === null ? createProduct(product.draft) : updateProduct(id, product.draft))
  if (saved.ok) redirect(`/merchant/products/${saved.id}?saved=${Date.now().toString(36)}`)
  const seen = fields.variants.map((variant, row) => ({
    ...variant,
    seenStock: String(saved.stocks[row] ?? variant.seenStock),
  }))
  return answer(saved.errors, seen)
}
