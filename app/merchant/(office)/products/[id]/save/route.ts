import { again } from '@/app/forms/flash'
import { merchantRoute } from '@/app/merchant/merchant-route'
import { seeOther } from '@/lib/see-other'
import { MOST_PICTURES, type ProductFields, productFields } from '@/lib/catalog/product-fields'
import { readProduct } from '@/lib/catalog/read-product'
import { createProduct, type Now, updateProduct } from '@/lib/catalog/save-product'
import { findFullProduct } from '@/lib/catalog/search-products'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { wordsIn } from '@/lib/language'
import { PRODUCT_FORM_LIMITS, fieldsOf } from '@/lib/read-form'
import type { TypedProduct } from '../../typed-product'
import { productWords } from '../../product-words'
import { editedByButton } from './edited-by-button'
import { readUpload } from './read-upload'
import { storeUploads } from './store-uploads'

/**
 * Saves a product, or creates it if the id is `new`: 303 to its page, or back to the form with what is wrong. The files that
 * came along are stored at once and named by the form from then on, so that none has to be chosen twice.
 */
export const POST = merchantRoute<{ id: string }>(
  async ({ params: { id }, form, field }) => {
    if (id !== 'new' && !(await findFullProduct(id)))
      return new Response((await wordsIn(productWords)).noProduct, { status: 404 })
    const page = `/merchant/products/${id}`
    const back = (typed: TypedProduct, place = '') => again(page + place, typed)
    const typed = productFields(form)
    const { paths, error } = await storeUploads(filesIn(form), MOST_PICTURES - typed.pictures.length)
    const fields = { ...typed, pictures: [...new Set([...typed.pictures, ...paths])] }
    if (error) return back({ fields, errors: { pictures: error } }, '#pictures')
    const edited = editedByButton(fields, field('do'))
    if (edited) return back({ fields: edited.fields, errors: {} }, edited.place)
    const product = readProduct(fields, ownGateway().charset)
    if (!product.ok) return back({ fields, errors: product.errors })
    const saved = await (id === 'new' ? createProduct(product.draft) : updateProduct(id, product.draft))
    if (saved.ok) return seeOther(`/merchant/products/${saved.id}?saved=${Date.now().toString(36)}`)
    return back({ fields: saved.now ? asItIsNow(fields, saved.now) : fields, errors: saved.errors })
  },
  { read: readProductForm, limits: PRODUCT_FORM_LIMITS },
)

async function readProductForm(request: Request): Promise<FormData | undefined> {
  const bytes = await readUpload(request.body, PRODUCT_FORM_LIMITS.bytes)
  return bytes && fieldsOf(request, bytes, PRODUCT_FORM_LIMITS.fields)
}

/** A browser sends one without a name where none was chosen. */
const filesIn = (form: FormData) =>
  form
    .getAll('files')
    .filter((file) => typeof file !== 'string')
    .filter(({ name, size }) => name !== '' || size > 0)

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
