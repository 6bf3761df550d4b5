import { merchantRoute } from '@/app/merchant/merchant-route'
import { PICTURE_BYTES, type PictureOutcome, removePicture, savePicture } from '@/lib/catalog/save-picture'
import { seeOther } from '@/lib/see-other'
import { findFullProduct } from '@/lib/catalog/search-products'
import { wordsIn } from '@/lib/language'
import { productWords } from '../../product-words'
import { readUpload } from './read-upload'

/** The picture and the rest of its multipart form. */
const MAX_BYTES = PICTURE_BYTES + 64 * 1024

/** Uploads or removes a product's picture: 303 back to the product's page, which shows the outcome. */
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
