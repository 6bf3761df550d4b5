import type { Metadata } from 'next'
import Link from 'next/link'
import { type CartLine, orderable, readCart } from '@/lib/catalog/cart'
import { shippingWays } from '@/lib/catalog/postage'
import { currentBuyer } from '../current-buyer'
import { catalogWords } from '../ui/catalog-words'
import { yuan } from '../ui/format'
import { ShopFrame } from '../ui/shop-frame'
import { CartItem } from './cart-item'

export const metadata: Metadata = { title: '购物车' }

/** What this browser's buyer has put together. What cannot be ordered now is said and not counted. */
export default async function CartPage({ searchParams }: PageProps<'/cart'>) {
  const buyerId = await currentBuyer()
  const lines = buyerId ? await readCart(buyerId) : []
  const { wrong } = await searchParams
  return (
    <ShopFrame>
      <h1 className="text-2xl font-semibold">购物车</h1>
      {lines.length === 0 ? (
        <p className="card mt-6 p-6">
          购物车是空的。
          <Link href="/" className="text-accent underline underline-offset-2">
            去货架看看
          </Link>
        </p>
      ) : (
        <div className="mt-6 grid items-start gap-6 lg:grid-cols-[1fr_17rem]">
          <ul className="space-y-3">
            {lines.map((line) => (
              <CartItem key={line.variantId} line={line} wrong={line.variantId === wrong} />
            ))}
          </ul>
          <CartTotal lines={lines} />
        </div>
      )}
    </ShopFrame>
  )
}

function CartTotal({ lines }: { lines: CartLine[] }) {
  const { goods, goodsFen } = orderable(lines)
  const count = goods.reduce((sum, { quantity }) => sum + quantity, 0)
  const [way] = shippingWays(goodsFen, goods)
  return (
    <section aria-label="合计" className="card p-5">
      <p className="flex items-baseline justify-between gap-4">
        <span>商品合计（{count} 件）</span>
        <strong className="text-xl font-semibold tabular-nums">{yuan(goodsFen)}</strong>
      </p>
      {goods.length < lines.length && (
        <p className="mt-2 text-sm text-warn">有 {lines.length - goods.length} 种不能下单，没有算在内。</p>
      )}
      {goods.length > 0 && (
        <>
          <p className="mt-2 text-sm text-muted">
            {way
              ? `${catalogWords.zh.ways[way.type]}${catalogWords.zh.fee(way)}，结算时可以换。`
              : '无需物流。'}
          </p>
          <Link href="/checkout" prefetch={false} className="button mt-4 w-full">
            去结算
          </Link>
        </>
      )}
    </section>
  )
}
