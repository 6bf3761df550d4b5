import { IdempotencyKey } from '@/app/forms/idempotency-key'
import { catalogWords, FEW } from '@/app/ui/catalog-words'
import { yuan } from '@/app/ui/format'
import { Icon } from '@/app/ui/line-icon'
import { SubmitButton } from '@/app/ui/submit-button'
import { MOST_OF_ONE } from '@/lib/catalog/cart'
import { FREE_FROM_FEN, shippingWays } from '@/lib/catalog/postage'
import { needsNoAddress } from '@/lib/catalog/products'
import type { Language } from '@/lib/dictionary'
import { env } from '@/lib/env'
import { ChosenVariant } from './chosen-variant'
import { productWords } from './product-words'
import { QuantityStepper } from './quantity-stepper'

interface Variant {
  id: string
  name: string
  priceFen: number
  stock: number
}

interface Props {
  product: { virtual: boolean; freePostage: boolean; category: string; variants: Variant[] }
  language: Language
}

const FORM = 'buy'

/** The variant, the quantity, and two buttons: order at once, or put into the cart. */
export function BuyForm({ product, language }: Props) {
  const words = productWords[language]
  const { variants } = product
  const [only] = variants
  const first = variants.find(({ stock }) => stock > 0) ?? only
  if (!only || !first) return <p className="text-warn">{words.noVariant}</p>
  const quick = needsNoAddress(product)
  const isSoldOut = variants.every(({ stock }) => stock === 0)
  return (
    <form
      id={FORM}
      action={quick ? '/buy' : '/checkout'}
      method={quick ? 'post' : 'get'}
      className="grid gap-6"
    >
      {quick && <IdempotencyKey />}
      <p className="flex flex-wrap items-baseline gap-x-3">
        <ChosenVariant
          formId={FORM}
          first={first.id}
          variants={variants.map((variant) => ({
            id: variant.id,
            price: yuan(variant.priceFen),
            note: [variant.name, deliveryOf(product, variant, language)].filter(Boolean).join(' · '),
          }))}
          priceClassName="text-[2rem] leading-tight font-semibold"
          noteClassName="text-sm text-muted [overflow-wrap:anywhere]"
        />
      </p>
      {variants.length === 1 ? (
        <input type="hidden" name="variant" value={only.id} />
      ) : (
        <fieldset>
          <legend className="mb-2 text-sm font-semibold">{words.variant}</legend>
          <div className="flex flex-wrap gap-3">
            {variants.map(({ id, name, priceFen, stock }) => (
              <label
                key={id}
                className="relative grid min-w-32 cursor-pointer rounded-md border border-field-line bg-card px-4 py-2 leading-normal hover:border-ink has-checked:border-accent has-checked:bg-wash has-checked:inset-ring has-checked:inset-ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-disabled:cursor-default has-disabled:border-line has-disabled:text-muted"
              >
                <input
                  type="radio"
                  name="variant"
                  value={id}
                  defaultChecked={id === first.id}
                  disabled={stock === 0}
                  required
                  className="absolute inset-0 size-full cursor-pointer opacity-0 disabled:cursor-default"
                />
                <span translate="no" className="[overflow-wrap:anywhere]">
                  {name}
                </span>
                <span className="figures text-tiny text-muted">{yuan(priceFen)}</span>
                {stock <= FEW && <Stock stock={stock} language={language} className="text-tiny" />}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {!isSoldOut && (
        <>
          <div className="flex flex-wrap items-end gap-3">
            <QuantityStepper
              name="quantity"
              label={words.quantity}
              less={words.less}
              more={words.more}
              max={MOST_OF_ONE}
            />
            {variants.length === 1 && (
              <Stock stock={only.stock} language={language} className="py-3 text-sm" />
            )}
          </div>
          <div className="grid grid-cols-2 gap-3 max-sm:hidden">
            <Buttons language={language} className="button-big px-3" />
          </div>
        </>
      )}
      {isSoldOut && variants.length === 1 && <Stock stock={0} language={language} className="" />}
      <Trust product={product} variant={first} language={language} />
    </form>
  )
}

/** On a telephone: what is chosen, and the buttons, which stay at the lower edge. */
export function BuyBar({ product: { variants }, language }: Props) {
  const first = variants.find(({ stock }) => stock > 0)
  if (!first) return null
  return (
    <div className="sticky bottom-0 z-10 -mx-gutter mt-8 -mb-[clamp(1.25rem,3vw,2.5rem)] grid grid-cols-[auto_1fr_1fr] items-center gap-3 border-t border-line bg-paper px-gutter pt-2.5 pb-[calc(0.625rem+env(safe-area-inset-bottom))] sm:hidden">
      <p className="grid max-w-24 leading-tight">
        <ChosenVariant
          formId={FORM}
          first={first.id}
          variants={variants.map(({ id, name, priceFen }) => ({ id, price: yuan(priceFen), note: name }))}
          hasQuantity
          priceClassName="font-semibold"
          noteClassName="truncate text-tiny text-muted"
        />
      </p>
      <Buttons language={language} className="px-1 text-[0.9375rem] whitespace-nowrap" />
    </div>
  )
}

/** Buying comes first, also for the Enter key; the bar shows it at the right, under the thumb. */
function Buttons({ language, className }: { language: Language; className: string }) {
  const words = productWords[language]
  return (
    <>
      <SubmitButton form={FORM} pending={words.buying} className={`button max-sm:order-last ${className}`}>
        {words.buyNow}
      </SubmitButton>
      <SubmitButton
        form={FORM}
        formAction="/cart/add"
        formMethod="post"
        pending={words.adding}
        className={`button-plain ${className}`}
      >
        {words.addToCart}
      </SubmitButton>
    </>
  )
}

/** What speaks for buying here: the escrow, the delivery, and the refund. */
function Trust({ product, variant, language }: Props & { variant: Variant }) {
  const words = productWords[language]
  const { kind } = env().alipay
  const sent = [deliveryOf(product, variant, language), words.sent]
  const lines = [
    ['shield', words.paid[kind]],
    ['truck', product.virtual ? words.virtual : sent],
    ['undo', words.refund[kind]],
  ] as const
  return (
    <ul className="grid gap-3 border-t border-line pt-6 text-sm">
      {lines.map(([icon, [title, text]]) => (
        <li key={icon} className="flex gap-3">
          <Icon name={icon} className="text-accent" />
          <span>
            <b className="block font-semibold">{title}</b>
            <span className="text-muted">{text}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The postage of one item; empty for virtual goods. */
function deliveryOf(product: Props['product'], { priceFen }: Variant, language: Language): string {
  const words = productWords[language]
  const [way] = shippingWays(priceFen, [product])
  if (!way) return ''
  return way.payer === 'SELLER' ? words.free : words.postage(yuan(way.feeFen), yuan(FREE_FROM_FEN))
}

const Stock = ({ stock, language, className }: { stock: number; language: Language; className: string }) => (
  <span className={`${className} ${stock <= FEW ? 'text-warn' : 'text-muted'}`}>
    {catalogWords[language].stock(stock)}
  </span>
)
