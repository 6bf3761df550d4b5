import { ProductPicture } from '@/app/ui/product-picture'
import { SubmitButton } from '@/app/ui/submit-button'
import type { ShippingWay } from '@/lib/catalog/postage'
import type { Language } from '@/lib/dictionary'
import { checkoutWords } from './checkout-words'

interface Way {
  type: ShippingWay['type']
  label: string
  fee: string
  /** The fee in a column of amounts. */
  postage: string
  total: string
}

export interface OrderSummaryProps {
  language: Language
  items: { id: string; name: string; picture: string; sum: string; isGone: boolean }[]
  /** The number of lines that cannot be ordered. */
  leftOut: number
  goodsTotal: string
  /** Empty if nothing has to be shipped. */
  ways: Way[]
}

/** Shows the total of the chosen way, even without scripts. */
const SHOWN_WITH = {
  EXPRESS: 'group-has-[[value=EXPRESS]:checked]/checkout:inline',
  EMS: 'group-has-[[value=EMS]:checked]/checkout:inline',
  POST: 'group-has-[[value=POST]:checked]/checkout:inline',
}

/** The goods and the totals beside the checkout form, and the form's button. */
export function OrderSummary({ language, items, leftOut, goodsTotal, ways }: OrderSummaryProps) {
  const words = checkoutWords[language]
  return (
    <section aria-label={words.order} className="card p-5 lg:sticky lg:top-4">
      <ul className="space-y-3">
        {items.map(({ id, name, picture, sum, isGone }) => (
          <li key={id} className={`flex items-center gap-3 ${isGone ? 'text-muted line-through' : ''}`}>
            <ProductPicture src={picture} className="w-14 shrink-0" />
            <span translate="no" className="min-w-0 flex-1 text-sm [overflow-wrap:anywhere]">
              {name}
            </span>
            <span className="tabular-nums">{sum}</span>
          </li>
        ))}
      </ul>
      {leftOut > 0 && <p className="mt-3 text-sm text-warn">{words.leftOut(leftOut)}</p>}
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 border-t border-line pt-4">
        <dt className="text-muted">{words.goods}</dt>
        <dd className="text-right tabular-nums">{goodsTotal}</dd>
        <dt className="text-muted">
          {words.delivery}
          {ways.map(({ type, label }) => (
            <span key={type} className={`hidden ${SHOWN_WITH[type]}`}>
              {words.inBrackets(label)}
            </span>
          ))}
        </dt>
        <dd className="text-right tabular-nums">
          {ways.length === 0 && words.nothingToShip}
          {ways.map(({ type, postage }) => (
            <span key={type} className={`hidden ${SHOWN_WITH[type]}`}>
              {postage}
            </span>
          ))}
        </dd>
        <dt className="mt-2 self-center font-semibold">{words.toPay}</dt>
        <dd className="mt-2 text-right text-2xl font-semibold tabular-nums">
          {ways.length === 0 && goodsTotal}
          {ways.map(({ type, total }) => (
            <span key={type} className={`hidden ${SHOWN_WITH[type]}`}>
              {total}
            </span>
          ))}
        </dd>
      </dl>
      <SubmitButton className="button mt-5 w-full">{words.submit}</SubmitButton>
      <p className="mt-3 text-sm text-muted">{words.next}</p>
    </section>
  )
}
