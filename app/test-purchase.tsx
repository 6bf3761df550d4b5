import Link from 'next/link'
import type { ShelfProduct } from '@/lib/catalog/products'
import { placeOrder } from './place-order'
import { ProductPicture } from './ui/product-picture'

/** For those who want to see the whole way of a payment: the test purchase, one press away, and the direct payment. */
export function TestPurchase({ products }: { products: ShelfProduct[] }) {
  const product = products.find(({ category }) => category === 'test')
  const [variant] = product?.variants ?? []
  if (!product || !variant) return null
  return (
    <section
      aria-label="试单"
      className="card mt-6 flex flex-wrap items-center gap-x-5 gap-y-3 border-dashed p-4"
    >
      <ProductPicture src={product.picture} className="w-20 shrink-0" />
      <p className="min-w-0 flex-1 basis-52 text-sm text-muted">
        <Link
          href={`/products/${product.slug}`}
          className="font-medium text-ink underline-offset-2 hover:underline"
        >
          {product.name}
        </Link>
        ：花一分钱，走一遍下单、付款、通知、返回的全过程。也可以
        <Link href="/direct-pay" className="mx-0.5 text-accent underline underline-offset-2">
          直接付款
        </Link>
        ，金额自己写。
      </p>
      <form action={placeOrder}>
        <input type="hidden" name="variant" value={variant.id} />
        <input type="hidden" name="quantity" value="1" />
        <button className="button" aria-label={`购买 ${product.name}`}>
          购买
        </button>
      </form>
    </section>
  )
}
