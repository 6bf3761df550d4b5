import Link from 'next/link'
import { catalogWords } from '@/app/ui/catalog-words'
import { yuan } from '@/app/ui/format'
import { pageTitle } from '@/app/ui/page-title'
import { type CartLine, orderable, readCart } from '@/lib/catalog/cart'
import { shippingWays } from '@/lib/catalog/postage'
import type { Language } from '@/lib/dictionary'
import { language } from '@/lib/language'
import { currentBuyer } from '../account/current-buyer'
import { CartItem } from './cart-item'
import { cartWords } from './cart-words'

export const generateMetadata = pageTitle(cartWords, 'title')

/** The cart. Lines that cannot be ordered now say why and are not counted. */
export default async function CartPage({ searchParams }: PageProps<'/cart'>) {
  const spoken = await language()
  const words = cartWords[spoken]
  const buyerId = await currentBuyer()
  const lines = buyerId ? await readCart(buyerId, spoken) : []
  const { wrong } = await searchParams
  return (
    <>
      <h1 className="text-2xl font-semibold">{words.title}</h1>
      {lines.length === 0 ? (
        <div className="mt-4">
          <p className="text-muted">{words.empty}</p>
          <Link href="/" className="button mt-6">
            {words.toShelf}
          </Link>
        </div>
      ) : (
        <div className="mt-6 grid items-start gap-6 lg:grid-cols-[1fr_18rem] lg:gap-10">
          <ul className="divide-y divide-line">
            {lines.map((line) => (
              <CartItem key={line.variantId} line={line} wrong={line.variantId === wrong} language={spoken} />
            ))}
          </ul>
          <CartTotal lines={lines} language={spoken} />
        </div>
      )}
    </>
  )
}

function CartTotal({ lines, language }: { lines: CartLine[]; language: Language }) {
  const words = cartWords[language]
  const { ways, fee } = catalogWords[language]
  const { goods, goodsFen } = orderable(lines)
  const count = goods.reduce((sum, { quantity }) => sum + quantity, 0)
  const [way] = shippingWays(goodsFen, goods)
  return (
    <section aria-label={words.total} className="card p-5 lg:sticky lg:top-4">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span>{words.goods(count)}</span>
        <strong className="text-2xl font-semibold tabular-nums">{yuan(goodsFen)}</strong>
      </p>
      {goods.length < lines.length && (
        <p className="mt-2 text-sm text-warn">{words.leftOut(lines.length - goods.length)}</p>
      )}
      {goods.length > 0 && (
        <>
          <p className="mt-2 text-sm text-muted">
            {way ? words.shipping(ways[way.type], fee(way)) : words.nothingToShip}
          </p>
          <Link href="/checkout" prefetch={false} className="button mt-5 w-full">
            {words.checkOut}
          </Link>
        </>
      )}
    </section>
  )
}
