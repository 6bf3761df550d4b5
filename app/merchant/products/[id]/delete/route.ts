import { merchantFrameWords } from '@/app/merchant/merchant-frame-words'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { seeOther } from '@/app/see-other'
import { deleteProduct } from '@/lib/catalog/save-product'
import { language } from '@/lib/language'
import { isForeign } from '@/lib/same-origin'

/** Takes a product away that nobody ordered; the page of one that somebody did says why it stays. */
export async function POST(request: Request, { params }: RouteContext<'/merchant/products/[id]/delete'>) {
  if (isForeign(request)) return new Response(merchantFrameWords[await language()].foreign, { status: 403 })
  await requireMerchant()
  const { id } = await params
  const isGone = await deleteProduct(id)
  return seeOther(isGone ? '/merchant/products?deleted=1' : `/merchant/products/${encodeURIComponent(id)}`)
}
