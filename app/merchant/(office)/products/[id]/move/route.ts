import { merchantRoute } from '@/app/merchant/merchant-route'
import { seeOther } from '@/lib/see-other'
import { moveProduct } from '@/lib/catalog/move-product'
import { searchPath } from '../../../list-search'
import { readProductSearch } from '../../product-search'

/** Moves a product up or down the shelf: 303 to the page of the list that shows it now. */
export const POST = merchantRoute<{ id: string }>(async ({ params: { id }, form, field }) => {
  const search = readProductSearch(Object.fromEntries(form))
  const page = await moveProduct(id, field('direction') === 'up' ? 'up' : 'down', search)
  return seeOther(`${searchPath('/merchant/products', search, page)}#${encodeURIComponent(id)}`)
})
