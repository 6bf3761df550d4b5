import Link from 'next/link'
import type { CartLine } from '@/lib/catalog/cart'
import { MOST_OF_ONE } from '@/lib/catalog/read-quantity'
import { catalogWords } from '../ui/catalog-words'
import { yuan } from '../ui/format'
import { ProductPicture } from '../ui/product-picture'

/** A line of the cart; `wrong` after a quantity that is none. */
export function CartItem({ line, wrong }: { line: CartLine; wrong: boolean }) {
  const { variantId, slug, name, picture, priceFen, quantity, problem } = line
  const note = wrong ? catalogWords.zh.problems.quantity : catalogWords.zh.lineProblem(line)
  const noteId = `note-${variantId}`
  return (
    <li className="card flex gap-4 p-4">
      <ProductPicture
        src={picture}
        className={`h-fit w-20 shrink-0 sm:w-28 ${problem ? 'opacity-50' : ''}`}
      />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap justify-between gap-x-4">
          <h2 className="font-medium [overflow-wrap:anywhere]">
            {problem === 'withdrawn' ? name : <Link href={`/products/${slug}`}>{name}</Link>}
          </h2>
          <p className={`tabular-nums ${problem ? 'text-muted line-through' : ''}`}>
            {yuan(priceFen * quantity)}
          </p>
        </div>
        <p className="text-sm text-muted tabular-nums">单价 {yuan(priceFen)}</p>
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
                aria-label={`${name} 的数量`}
                aria-describedby={note && noteId}
                aria-invalid={wrong || undefined}
                className="field w-24!"
              />
              <button className="button-plain" aria-label={`更新 ${name} 的数量`}>
                更新
              </button>
            </>
          )}
          <button
            name="remove"
            value="1"
            formNoValidate
            aria-label={`移除 ${name}`}
            className="min-h-11 cursor-pointer px-2 text-sm text-muted underline underline-offset-2 hover:text-ink"
          >
            移除
          </button>
        </form>
      </div>
    </li>
  )
}
