import Link from 'next/link'
import { localizedName } from '@/lib/catalog/products'
import type { FullProduct } from '@/lib/catalog/search-products'
import { language } from '@/lib/language'
import { productWords } from '../product-words'

interface DeleteFormProps {
  product: FullProduct
  /** The button was pressed: shows the confirmation. */
  asks: boolean
}

/** Deletes a product that was never ordered, after a confirmation that works without scripts. */
export async function DeleteForm({ product, asks }: DeleteFormProps) {
  const spoken = await language()
  const words = productWords[spoken]
  if (product.items.length > 0) return <p className="mt-8 text-sm text-muted">{words.cannotDelete}</p>
  const page = `/merchant/products/${product.id}`
  if (!asks)
    return (
      <form action={`${page}#delete`} className="mt-8 grid justify-items-start gap-3">
        <p className="text-sm text-muted">{words.canDelete}</p>
        <button name="ask" value="delete" className="button-danger button-small">
          {words.delete}
        </button>
      </form>
    )
  return (
    <form
      id="delete"
      action={`${page}/delete`}
      method="post"
      aria-labelledby="delete-question"
      className="card mt-8 border-bad p-5"
    >
      <h2 id="delete-question" className="[overflow-wrap:anywhere]">
        {words.askDelete(localizedName(spoken, product))}
      </h2>
      <p className="mt-1 text-sm text-muted">{words.deleteHint}</p>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <button className="button-danger">{words.deleteForGood}</button>
        <Link href={page} prefetch={false} className="button-plain">
          {words.keep}
        </Link>
      </div>
    </form>
  )
}
