import { again } from '@/app/forms/flash'
import { merchantRoute } from '@/app/merchant/merchant-route'
import { seeOther } from '@/lib/see-other'
import { BLANK_VARIANT, type ProductFields, productFields } from '@/lib/catalog/product-fields'
import { readProduct } from '@/lib/catalog/read-product'
import { createProduct, type Now, updateProduct } from '@/lib/catalog/save-product'
import { findFullProduct } from '@/lib/catalog/search-products'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { wordsIn } from '@/lib/language'
import { PRODUCT_FORM_LIMITS } from '@/lib/read-form'
import type { TypedProduct } from '../../typed-product'
import { productWords } from '../../product-words'

/** Saves a product, or creates it if the id is `new`: 303 to its page, or back to the form with what is wrong. */
export const POST = merchantRoute<{ id: string }>(
  async ({ params: { id }, form }) => {
    if (id !== 'new' && !(await findFullProduct(id)))
      return new Response((await wordsIn(productWords)).noProduct, { status: 404 })
    const page = `/merchant/products/${id}`
    const fields = productFields(form)
    const back = (typed: TypedProduct, place = '') => again(page + place, typed)
    if (form.has('more')) {
      const variants = [...fields.variants, BLANK_VARIANT]
      return back({ fields: { ...fields, variants }, errors: {} }, '#variants')
    }
    const product = readProduct(fields, ownGateway().charset)
    if (!product.ok) return back({ fields, errors: product.errors })
    const saved = await (id === 'new' ? createProduct(product.draft) : updateProduct(id, product.draft))
    if (saved.ok) return seeOther(`/merchant/products/${saved.id}?saved=${Date.now().toString(36)}`)
    return back({ fields: saved.now ? asItIsNow(fields, saved.now) : fields, errors: saved.errors })
  },
  { limits: PRODUCT_FORM_LIMITS },
)

/** The form rebased on the product's present state: a stock that the merchant did not edit takes its present value. */
const asItIsNow = (fields: ProductFields, { revision, stocks }: Now): ProductFields => ({
  ...fields,
  seenRevision: revision,
  variants: fields.variants.map((variant, row) => {
    const seenStock = String(stocks[row] ?? variant.seenStock)
    const isTouched = variant.stock.trim() !== variant.seenStock
    return { ...variant, seenStock, stock: isTouched ? variant.stock : seenStock }
  }),
})
