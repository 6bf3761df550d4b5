import { merchantFrameWords } from '@/app/merchant/merchant-frame-words'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { seeOther } from '@/app/see-other'
import { moveProduct } from '@/lib/catalog/move-product'
import { language } from '@/lib/language'
import { isForeign } from '@/lib/same-origin'
import { productSearchPath, readProductSearch } from '../../product-search'

/** Moves a product up or down the shelf: 303 to the page of the list on which it is now. */
export async function POST(request: Request, { params }: RouteContext<'/merchant/products/[id]/move'>) {
  if (isForeign(request)) return new Response(merchantFrameWords[await language()].foreign, { status: 403 })
  await requireMerchant()
  const { id } = await params
  const form = await request.formData().catch(() => new FormData())
  const search = readProductSearch(Object.fromEntries(form))
  const page = await moveProduct(id, form.get('direction') === 'up' ? 'up' : 'down', search)
  return seeOther(`${productSearchPath(search, page)}#${encodeURIComponent(id)}`)
}
