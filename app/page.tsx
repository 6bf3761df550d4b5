import Link from 'next/link'
import { connection } from 'next/server'
import { postageFen } from '@/lib/catalog/postage'
import { listProducts } from '@/lib/catalog/products'
import { placeOrder } from './place-order'
import { yuan } from './ui/format'
import { ShopFrame } from './ui/shop-frame'

export default async function ShelfPage() {
  await connection()
  const products = await listProducts()
  return (
    <ShopFrame>
      <h1 className="text-2xl font-semibold">货架</h1>
      <p className="mt-2 max-w-prose text-muted">
        想走一遍付款的全过程，就买一分钱的试饮茶包；没有看中的，也可以
        <Link href="/direct-pay" className="mx-0.5 text-accent underline underline-offset-2">
          直接付款
        </Link>
        。
      </p>
      {products.length === 0 && <p className="card mt-6 p-6">货架是空的。</p>}
      <ul className="mt-6 grid gap-4 sm:grid-cols-2">
        {products.map((product) => (
          <li key={product.id} className="card flex flex-col p-5">
            <h2 className="text-lg font-medium">{product.name}</h2>
            <p className="mt-1 flex-1 text-sm text-muted">{product.description}</p>
            <div className="mt-4 flex items-end justify-between gap-4">
              <p>
                <span className="text-xl font-semibold tabular-nums">
                  {yuan(product.variants[0]?.priceFen ?? 0)}
                </span>
                <span className="mt-0.5 block text-sm text-muted">{postageInWords(product)}</span>
              </p>
              <form action={placeOrder}>
                <input type="hidden" name="slug" value={product.slug} />
                <button className="button" aria-label={`购买 ${product.name}`}>
                  购买
                </button>
              </form>
            </div>
          </li>
        ))}
      </ul>
    </ShopFrame>
  )
}

type Product = Awaited<ReturnType<typeof listProducts>>[number]

function postageInWords(product: Product) {
  if (product.virtual) return '无需物流'
  const postage = postageFen(product.variants[0]?.priceFen ?? 0, [product])
  return postage > 0 ? `另付运费 ${yuan(postage)}` : '卖家承担运费'
}
