import type { FullProduct } from '@/lib/catalog/search-products'

/** For what was never ordered; orders keep what they are about. */
export function DeleteForm({ product }: { product: FullProduct }) {
  if (product.items.length > 0)
    return <p className="mt-8 text-sm text-muted">这件商品有人订过，不能删除；不想再卖，就取消“在售”。</p>
  return (
    <form action={`/merchant/products/${product.id}/delete`} method="post" className="mt-8">
      <p className="text-sm text-muted">
        还没有人订过这件商品，可以删除，删了不能恢复；只是暂时不卖，就取消“在售”。
      </p>
      <button className="mt-1 min-h-11 cursor-pointer text-bad underline underline-offset-2">
        删除这件商品
      </button>
    </form>
  )
}
