import { catalogWords } from '@/app/ui/catalog-words'
import { yuan } from '@/app/ui/format'
import { ProductPicture } from '@/app/ui/product-picture'
import { ShopLink } from '@/app/ui/shop-link'
import { SubmitButton } from '@/app/ui/submit-button'
import { type CartLine, MOST_OF_ONE } from '@/lib/catalog/cart'
import type { Language } from '@/lib/dictionary'
import { cartWords } from './cart-words'
import { QuantityField } from './quantity-field'

interface Props {
  line: CartLine
  /** The quantity that was sent for this line is not valid. */
  wrong: boolean
  language: Language
}

const STEP =
  'grid w-11 cursor-pointer place-items-center text-lg leading-none hover:bg-wash hover:text-accent disabled:cursor-not-allowed disabled:text-muted disabled:opacity-50 disabled:hover:bg-transparent'

/** A line of the cart: − and + send the new quantity, and so does a number that is typed. */
export function CartItem({ line, wrong, language }: Props) {
  const words = cartWords[language]
  const { variantId, slug, title, kind, name, picture, priceFen, quantity, stock, problem } = line
  const { problems, lineProblem } = catalogWords[language]
  const note = wrong ? problems.quantity : lineProblem(line)
  const noteId = `note-${variantId}`
  const isGone = problem === 'withdrawn'
  const most = Math.min(MOST_OF_ONE, stock)
  return (
    <li className="border-b border-line py-4">
      <form
        action="/cart/change"
        method="post"
        className="grid grid-cols-[5rem_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-3 sm:grid-cols-[6rem_minmax(0,1fr)_auto_6rem] sm:gap-x-6"
      >
        <button hidden />
        <input type="hidden" name="variant" value={variantId} />
        <ProductPicture
          src={picture}
          name={title}
          className={`row-span-2 w-full self-start sm:row-span-1 ${problem ? 'opacity-50' : ''}`}
        />
        <div className="col-span-2 min-w-0 sm:col-span-1">
          <h2 translate="no" className="font-sans text-h3 font-semibold [overflow-wrap:anywhere]">
            {isGone ? (
              title
            ) : (
              <ShopLink href={`/products/${slug}`} className="hover:text-accent hover:underline">
                {title}
              </ShopLink>
            )}
          </h2>
          <p className="text-sm text-muted">
            {kind && (
              <span translate="no" className="mr-3">
                {kind}
              </span>
            )}
            <span className="figures">{yuan(priceFen)}</span>
          </p>
          {note && (
            <p id={noteId} role={wrong ? 'alert' : undefined} className="mt-1 text-sm text-bad">
              {note}
            </p>
          )}
          <SubmitButton
            name="remove"
            value="1"
            aria-label={words.removeOf(name)}
            className="button-text button-small -ml-2 px-2"
          >
            {words.remove}
          </SubmitButton>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {!isGone && (
            <>
              <div className="inline-flex min-h-11 items-stretch overflow-hidden rounded-md border border-field-line bg-card">
                <button
                  name="step"
                  value={Math.max(1, Math.min(quantity - 1, most))}
                  disabled={quantity <= 1}
                  aria-label={words.lessOf(name)}
                  className={STEP}
                >
                  −
                </button>
                <QuantityField
                  key={quantity}
                  name="quantity"
                  aria-label={words.quantityOf(name)}
                  min={1}
                  max={MOST_OF_ONE}
                  step={1}
                  defaultValue={quantity}
                  required
                  aria-describedby={note && noteId}
                  aria-invalid={wrong || undefined}
                  className="w-12 [appearance:textfield] bg-transparent text-center font-semibold tabular-nums [&::-webkit-inner-spin-button]:hidden"
                />
                <button
                  name="step"
                  value={quantity + 1}
                  disabled={quantity >= most}
                  aria-label={words.moreOf(name)}
                  className={STEP}
                >
                  +
                </button>
              </div>
              <noscript>
                <button className="button-plain" aria-label={words.updateOf(name)}>
                  {words.update}
                </button>
              </noscript>
            </>
          )}
        </div>
        <p className={`figures text-right font-semibold ${problem ? 'text-muted line-through' : ''}`}>
          {yuan(priceFen * quantity)}
        </p>
      </form>
    </li>
  )
}
