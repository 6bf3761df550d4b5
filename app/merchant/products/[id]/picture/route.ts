import { merchantFrameWords } from '@/app/merchant/merchant-frame-words'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { seeOther } from '@/app/see-other'
import { PICTURE_BYTES, type PictureRefusal, removePicture, savePicture } from '@/lib/catalog/save-picture'
import { findFullProduct } from '@/lib/catalog/search-products'
import { language } from '@/lib/language'
import { isForeign } from '@/lib/same-origin'
import { productWords } from '../../product-words'
import { readUpload } from './read-upload'

/** The picture and what a form puts around it. */
const MAX_BYTES = PICTURE_BYTES + 64 * 1024

/** The upload of a product's picture, or its taking away: 303 back to the product's page, which says how it went. */
export async function POST(request: Request, { params }: RouteContext<'/merchant/products/[id]/picture'>) {
  if (isForeign(request)) return new Response(merchantFrameWords[await language()].foreign, { status: 403 })
  await requireMerchant()
  const product = await findFullProduct((await params).id)
  if (!product) return new Response(productWords[await language()].noProduct, { status: 404 })
  const refusal = await take(request, product.id)
  return seeOther(`/merchant/products/${product.id}?picture=${refusal ?? 'saved'}`)
}

async function take(request: Request, productId: string): Promise<PictureRefusal | undefined> {
  const bytes = await readUpload(request.body, MAX_BYTES)
  if (!bytes) return 'too_big'
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  const form = await new Response(bytes, { headers }).formData().catch(() => new FormData())
  if (form.has('remove')) {
    await removePicture(productId)
    return undefined
  }
  const file = form.get('picture')
  return file instanceof File ? savePicture(productId, new Uint8Array(await file.arrayBuffer())) : 'none'
}
