import type { FullProduct } from '@/lib/catalog/search-products'
import { language } from '@/lib/language'
import { productWords } from '../product-words'

/** For what was never ordered; orders keep what they are about. */
export async function DeleteForm({ product }: { product: FullProduct }) {
  const words = productWords[await language()]
  if (product.items.length > 0) return <p className="mt-8 text-sm text-muted">{words.cannotDelete}</p>
  return (
    <form action={`/merchant/products/${product.id}/delete`} method="post" className="mt-8">
      <p className="text-sm text-muted">{words.canDelete}</p>
      <button className="mt-1 min-h-11 cursor-pointer text-bad underline underline-offset-2">
        {words.delete}
      </button>
    </form>
  )
}
