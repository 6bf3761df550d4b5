import { readFlash } from '@/app/forms/flash'
import { catalogWords } from '@/app/ui/catalog-words'
import { EmptyState } from '@/app/ui/empty-state'
import { FlashNote } from '@/app/ui/flash-note'
import { yuan } from '@/app/ui/format'
import { frameWords } from '@/app/ui/frame-words'
import { Icon } from '@/app/ui/line-icon'
import { pageTitle } from '@/app/ui/page-title'
import { ShopLink } from '@/app/ui/shop-link'
import { type CartLine, orderable, readCart } from '@/lib/catalog/cart'
import { FREE_FROM_FEN, shippingWays } from '@/lib/catalog/postage'
import type { Language } from '@/lib/dictionary'
import { env } from '@/lib/env'
import { language } from '@/lib/language'
import { buyersFeeFen } from '@/lib/orders/shipping'
import { currentBuyer } from '../account/current-buyer'
import { BoughtAgain } from './bought-again'
import { CartItem } from './cart-item'
import { cartWords } from './cart-words'

export const generateMetadata = pageTitle(cartWords, 'title')

/** The cart. Lines that cannot be ordered now say why and are not counted. */
export default async function CartPage({ searchParams }: PageProps<'/cart'>) {
  const spoken = await language()
  const words = cartWords[spoken]
  const query = await searchParams
  const [buyerId, again] = await Promise.all([currentBuyer(), readFlash(query, BoughtAgain)])
  const lines = buyerId ? await readCart(buyerId, spoken) : []
  const { wrong } = query
  if (lines.length === 0)
    return (
      <>
        {again && <AgainNotes again={again} language={spoken} />}
        <EmptyState picture="gaiwan.svg" title={words.empty} text={words.emptyText}>
          <ShopLink href="/" className="button">
            {words.toShelf}
          </ShopLink>
          <ShopLink href="/orders" className="button-plain">
            {words.orders}
          </ShopLink>
        </EmptyState>
      </>
    )
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h1>{words.title}</h1>
        <ShopLink href="/" className="py-1 text-sm text-muted hover:text-ink hover:underline">
          {words.goOn}
        </ShopLink>
      </div>
      {again && <AgainNotes again={again} language={spoken} />}
      <div className="mt-6 grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_23rem] lg:gap-11">
        <div className="min-w-0">
          <ul className="border-t border-line">
            {lines.map((line) => (
              <CartItem key={line.variantId} line={line} wrong={line.variantId === wrong} language={spoken} />
            ))}
          </ul>
          <PostageNote lines={lines} language={spoken} />
        </div>
        <CartTotal lines={lines} language={spoken} />
      </div>
    </>
  )
}

interface OfLines {
  lines: CartLine[]
  language: Language
}

/** Whether express is free, or how much is missing; nothing where nothing is sent or can be ordered. */
function PostageNote({ lines, language }: OfLines) {
  const words = cartWords[language]
  const { goods, goodsFen } = orderable(lines)
  const [way] = shippingWays(goodsFen, goods)
  if (!way) return null
  const isFree = buyersFeeFen(way) === 0
  const least = yuan(FREE_FROM_FEN).replace(/\.00$/, '')
  return (
    <p className={`flash mt-5 ${isFree ? 'bg-go-soft text-go-text' : 'bg-wait-soft text-wait-text'}`}>
      <Icon name="truck" className="mt-0.5" />
      <span>
        {!isFree
          ? words.missing(yuan(FREE_FROM_FEN - goodsFen), least)
          : goodsFen >= FREE_FROM_FEN
            ? words.freeFrom(least)
            : words.free}
      </span>
    </p>
  )
}

function CartTotal({ lines, language }: OfLines) {
  const words = cartWords[language]
  const { ways, feeAmount } = catalogWords[language]
  const { goods, goodsFen } = orderable(lines)
  const count = goods.reduce((sum, { quantity }) => sum + quantity, 0)
  const [way] = shippingWays(goodsFen, goods)
  return (
    <section aria-labelledby="summary-title" className="card p-5 sm:p-6 lg:sticky lg:top-4">
      <h2 id="summary-title">{words.summary}</h2>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-y-1.5">
        <dt className="text-muted">{words.goods(count)}</dt>
        <dd className="figures text-right">{yuan(goodsFen)}</dd>
        {goods.length > 0 && (
          <>
            <dt className="text-muted">{way ? words.deliveryBy(ways[way.type]) : words.delivery}</dt>
            <dd className="figures text-right">{way ? feeAmount(way) : words.nothingToShip}</dd>
          </>
        )}
        <dt className="mt-2 flex items-center border-t border-line pt-3 font-semibold">{words.total}</dt>
        <dd className="figures mt-2 border-t border-line pt-3 text-right text-2xl font-semibold">
          {yuan(goodsFen + (way ? buyersFeeFen(way) : 0))}
        </dd>
      </dl>
      {goods.length < lines.length && (
        <p className="mt-3 text-sm text-warn">{words.leftOut(lines.length - goods.length)}</p>
      )}
      {goods.length > 0 && (
        <ShopLink href="/checkout" className="button button-big mt-5 w-full">
          {words.checkOut}
        </ShopLink>
      )}
      <p className="mt-3 text-tiny text-muted">{frameWords[language].promise[env().alipay.kind]}</p>
    </section>
  )
}

function AgainNotes({ again, language }: { again: BoughtAgain; language: Language }) {
  const words = cartWords[language].again
  const say = (names: string[], text: (names: string) => string) =>
    names.length > 0 && <span className="block">{text(names.join(words.between))}</span>
  const isWhole = again.fewer.length + again.gone.length + again.full.length === 0
  return (
    <FlashNote tone={isWhole ? 'go' : 'wait'} className="mt-5 [overflow-wrap:anywhere]">
      {say(again.added, words.added)}
      {say(again.fewer, words.fewer)}
      {say(again.gone, words.gone)}
      {say(again.full, words.full)}
    </FlashNote>
  )
}
