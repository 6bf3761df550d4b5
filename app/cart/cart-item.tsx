import Link from 'next/link'
import type { Language } from '@/lib/dictionary'
import { type CartLine, MOST_OF_ONE } from '@/lib/catalog/cart'
import { catalogWords } from '../ui/catalog-words'
import { yuan } from '../ui/format'
import { ProductPicture } from '../ui/product-picture'
import { cartWords } from './cart-words'

interface Props {
  line: CartLine
  /** After a quantity that is none. */
  wrong: boolean
  language: Language
}

/** A line of the cart. */
export function CartItem({ line, wrong, language }: Props) {
  const words = cartWords[language]
  const { variantId, slug, name, picture, priceFen, quantity, problem } = line
  const { problems, lineProblem } = catalogWords[language]
  const note = wrong ? problems.quantity : lineProblem(line)
  const noteId = `note-${variantId}`
  return (
    <li className="flex gap-4 py-5 first:pt-0 sm:gap-5">
      <ProductPicture
        src={picture}
        className={`h-fit w-20 shrink-0 sm:w-28 ${problem ? 'opacity-50' : ''}`}
      />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap justify-between gap-x-4">
          <h2 translate="no" className="font-medium [overflow-wrap:anywhere]">
            {problem === 'withdrawn' ? (
              name
            ) : (
              <Link href={`/products/${slug}`} className="underline-offset-2 hover:underline">
                {name}
              </Link>
            )}
          </h2>
          <p className={`font-medium tabular-nums ${problem ? 'text-muted line-through' : ''}`}>
            {yuan(priceFen * quantity)}
          </p>
        </div>
        {quantity > 1 && <p className="text-sm text-muted tabular-nums">{words.unitPrice(yuan(priceFen))}</p>}
        {note && (
          <p id={noteId} role={wrong ? 'alert' : undefined} className="mt-1 text-sm text-bad">
            {note}
          </p>
        )}
        <form action="/cart/change" method="post" className="mt-3 flex flex-wrap items-center gap-2">
          <input type="hidden" name="variant" value={variantId} />
          {problem !== 'withdrawn' && (
            <>
              <input
                name="quantity"
                type="number"
                inputMode="numeric"
                min={1}
                max={MOST_OF_ONE}
                step={1}
                key={quantity}
                defaultValue={quantity}
                required
                aria-label={words.quantityOf(name)}
                aria-describedby={note && noteId}
                aria-invalid={wrong || undefined}
                className="field w-20!"
              />
              <button className="button-plain" aria-label={words.updateOf(name)}>
                {words.update}
              </button>
            </>
          )}
          <button
            name="remove"
            value="1"
            formNoValidate
            aria-label={words.removeOf(name)}
            className="min-h-11 cursor-pointer px-2 text-sm text-muted underline underline-offset-2 hover:text-ink"
          >
            {words.remove}
          </button>
        </form>
      </div>
    </li>
  )
}
