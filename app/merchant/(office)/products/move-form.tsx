import { localizedName } from '@/lib/catalog/products'
import type { FoundProduct, ProductSearch } from '@/lib/catalog/search-products'
import { language } from '@/lib/language'
import { searchFields } from '../list-search'
import { productWords } from './product-words'

interface Props {
  product: FoundProduct
  search: ProductSearch
  isTop: boolean
  isBottom: boolean
}

/** Two buttons that swap a product with its neighbour in the list. */
export async function MoveForm({ product, search, isTop, isBottom }: Props) {
  const spoken = await language()
  const words = productWords[spoken]
  const name = localizedName(spoken, product)
  const buttons = [
    { direction: 'up', label: words.moveUp(name), sign: '↑', isIdle: isTop },
    { direction: 'down', label: words.moveDown(name), sign: '↓', isIdle: isBottom },
  ]
  return (
    <form
      action={`/merchant/products/${product.id}/move`}
      method="post"
      className="relative flex shrink-0 max-sm:flex-col"
    >
      {searchFields(search).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {buttons.map(({ direction, label, sign, isIdle }) => (
        <button
          key={direction}
          name="direction"
          value={direction}
          disabled={isIdle}
          aria-label={label}
          title={label}
          className="size-9 cursor-pointer rounded-md text-muted hover:bg-line hover:text-ink disabled:invisible"
        >
          {sign}
        </button>
      ))}
    </form>
  )
}
