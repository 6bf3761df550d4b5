import { catalogWords } from '@/app/ui/catalog-words'
import { yuan } from '@/app/ui/format'
import { ProductPicture } from '@/app/ui/product-picture'
import { SubmitButton } from '@/app/ui/submit-button'
import type { CartLine } from '@/lib/catalog/cart'
import type { ShippingWay } from '@/lib/catalog/postage'
import type { Language } from '@/lib/dictionary'
import { buyersFeeFen } from '@/lib/orders/shipping'
import { checkoutWords } from './checkout-words'

export interface OrderSummaryProps {
  language: Language
  lines: CartLine[]
  /** The number of further lines, which cannot be ordered. */
  leftOut: number
  goodsFen: number
  /** Empty if nothing has to be shipped. */
  ways: ShippingWay[]
}

/** Shows the total of the chosen way, even without scripts. */
const SHOWN_WITH = {
  EXPRESS: 'group-has-[[value=EXPRESS]:checked]/checkout:inline',
  EMS: 'group-has-[[value=EMS]:checked]/checkout:inline',
  POST: 'group-has-[[value=POST]:checked]/checkout:inline',
}

/** The goods and the totals beside the checkout form, and the form's button. */
export function OrderSummary({ language, lines, leftOut, goodsFen, ways }: OrderSummaryProps) {
  const words = checkoutWords[language]
  const { ways: labels, feeAmount } = catalogWords[language]
  const ofChosenWay = (text: (way: ShippingWay) => string) =>
    ways.map((way) => (
      <span key={way.type} className={`hidden ${SHOWN_WITH[way.type]}`}>
        {text(way)}
      </span>
    ))
  return (
    <section aria-label={words.order} className="card p-5 lg:sticky lg:top-4">
      <ul className="space-y-3">
        {lines.map(({ variantId, name, picture, quantity, priceFen, problem }) => (
          <li
            key={variantId}
            className={`flex items-center gap-3 ${problem ? 'text-muted line-through' : ''}`}
          >
            <ProductPicture src={picture} className="w-14 shrink-0" />
            <span translate="no" className="min-w-0 flex-1 text-sm [overflow-wrap:anywhere]">
              {`${name} × ${quantity}`}
            </span>
            <span className="tabular-nums">{yuan(priceFen * quantity)}</span>
          </li>
        ))}
      </ul>
      {leftOut > 0 && <p className="mt-3 text-sm text-warn">{words.leftOut(leftOut)}</p>}
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 border-t border-line pt-4">
        <dt className="text-muted">{words.goods}</dt>
        <dd className="text-right tabular-nums">{yuan(goodsFen)}</dd>
        <dt className="text-muted">
          {words.delivery}
          {ofChosenWay(({ type }) => words.inBrackets(labels[type]))}
        </dt>
        <dd className="text-right tabular-nums">
          {ways.length === 0 && words.nothingToShip}
          {ofChosenWay(feeAmount)}
        </dd>
        <dt className="mt-2 self-center font-semibold">{words.toPay}</dt>
        <dd className="mt-2 text-right text-2xl font-semibold tabular-nums">
          {ways.length === 0 && yuan(goodsFen)}
          {ofChosenWay((way) => yuan(goodsFen + buyersFeeFen(way)))}
        </dd>
      </dl>
      <SubmitButton className="button mt-5 w-full">{words.submit}</SubmitButton>
      <p className="mt-3 text-sm text-muted">{words.next}</p>
    </section>
  )
}
