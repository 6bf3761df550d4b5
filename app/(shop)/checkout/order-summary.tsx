import { catalogWords } from '@/app/ui/catalog-words'
import { yuan } from '@/app/ui/format'
import { frameWords } from '@/app/ui/frame-words'
import { ProductPicture } from '@/app/ui/product-picture'
import { SubmitButton } from '@/app/ui/submit-button'
import type { CartLine } from '@/lib/catalog/cart'
import type { ShippingWay } from '@/lib/catalog/postage'
import type { Language } from '@/lib/dictionary'
import { env } from '@/lib/env'
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
    <section aria-labelledby="summary-title" className="card p-5 sm:p-6 lg:sticky lg:top-4">
      <h2 id="summary-title">{words.order}</h2>
      <ul className="mt-3 divide-y divide-line">
        {lines.map(({ variantId, title, kind, picture, quantity, priceFen, problem }) => (
          <li
            key={variantId}
            className={`flex items-start gap-3 py-3 ${problem ? 'text-muted line-through' : ''}`}
          >
            <ProductPicture src={picture} name={title} className="w-14 shrink-0" />
            <span className="min-w-0 flex-1 leading-snug">
              <span translate="no" className="[overflow-wrap:anywhere]">
                {title} <span className="whitespace-nowrap">× {quantity}</span>
              </span>
              {kind && (
                <span translate="no" className="block text-tiny text-muted">
                  {kind}
                </span>
              )}
            </span>
            <span className="figures">{yuan(priceFen * quantity)}</span>
          </li>
        ))}
      </ul>
      {leftOut > 0 && <p className="mt-3 text-sm text-warn">{words.leftOut(leftOut)}</p>}
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-y-1.5 border-t border-line pt-4">
        <dt className="text-muted">{words.goods}</dt>
        <dd className="figures text-right">{yuan(goodsFen)}</dd>
        <dt className="text-muted">
          {words.delivery}
          {ofChosenWay(({ type }) => words.inBrackets(labels[type]))}
        </dt>
        <dd className="figures text-right">
          {ways.length === 0 && words.nothingToShip}
          {ofChosenWay(feeAmount)}
        </dd>
        <dt className="mt-2 flex items-center border-t border-line pt-3 font-semibold">{words.toPay}</dt>
        <dd className="figures mt-2 border-t border-line pt-3 text-right text-2xl font-semibold">
          {ways.length === 0 && yuan(goodsFen)}
          {ofChosenWay((way) => yuan(goodsFen + buyersFeeFen(way)))}
        </dd>
      </dl>
      <SubmitButton className="button button-big mt-5 w-full" pending={words.submitting}>
        {words.submit}
      </SubmitButton>
      <p className="mt-3 text-tiny text-muted">
        {words.next(frameWords[language].promise[env().alipay.kind])}
      </p>
    </section>
  )
}
