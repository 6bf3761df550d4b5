import Link from 'next/link'
import { catalogWords } from '@/app/ui/catalog-words'
import { Field } from '@/app/ui/field'
import { yuan } from '@/app/ui/format'
import { ProductPicture } from '@/app/ui/product-picture'
import { type CartLine, MOST_OF_ONE } from '@/lib/catalog/cart'
import type { Language } from '@/lib/dictionary'
import { cartWords } from './cart-words'

interface Props {
  line: CartLine
  /** The quantity that was sent for this line is not valid. */
  wrong: boolean
  language: Language
}

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
              <Field
                key={quantity}
                name="quantity"
                type="number"
                label={words.quantityOf(name)}
                isLabelHidden
                inputMode="numeric"
                min={1}
                max={MOST_OF_ONE}
                step={1}
                defaultValue={quantity}
                required
                aria-describedby={note && noteId}
                aria-invalid={wrong || undefined}
                className="w-20!"
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
