import { merchantRoute } from '@/app/merchant/merchant-route'
import { seeOther } from '@/app/see-other'
import { PICTURE_BYTES, type PictureOutcome, removePicture, savePicture } from '@/lib/catalog/save-picture'
import { findFullProduct } from '@/lib/catalog/search-products'
import { wordsIn } from '@/lib/language'
import { productWords } from '../../product-words'
import { readUpload } from './read-upload'

/** The picture and what a form puts around it. */
const MAX_BYTES = PICTURE_BYTES + 64 * 1024

/** The upload of a product's picture, or its taking away: 303 back to the product's page, which says how it went. */
export const POST = merchantRoute<{ id: string }>(
  async ({ params, form }) => {
    const product = await findFullProduct(params.id)
    if (!product) return new Response((await wordsIn(productWords)).noProduct, { status: 404 })
    const { kind } = await take(form, product.id)
    return seeOther(pageOf(product.id, kind))
  },
  { read: readPictureForm, tooBig: ({ id }) => seeOther(pageOf(id, 'too_big')) },
)

const pageOf = (id: string, outcome: string) =>
  `/merchant/products/${encodeURIComponent(id)}?picture=${outcome}`

async function readPictureForm(request: Request): Promise<FormData | undefined> {
  const bytes = await readUpload(request.body, MAX_BYTES)
  if (!bytes) return undefined
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  return new Response(bytes, { headers }).formData().catch(() => new FormData())
}

async function take(form: FormData, productId: string): Promise<PictureOutcome> {
  if (form.has('remove')) {
    await removePicture(productId)
    return { kind: 'saved' }
  }
  const file = form.get('picture')
  if (!(file instanceof File)) return { kind: 'none' }
  return savePicture(productId, new Uint8Array(await file.arrayBuffer()))
}
