import { FormId } from '@/app/form-id'
import { catalogWords, FEW } from '@/app/ui/catalog-words'
import { yuan } from '@/app/ui/format'
import type { Language } from '@/lib/dictionary'
import { needsNoAddress, type ShelfProduct } from '@/lib/catalog/products'
import { FREE_FROM_FEN, shippingWays } from '@/lib/catalog/postage'
import { MOST_OF_ONE } from '@/lib/catalog/cart'
import { productWords } from './product-words'

interface Props {
  product: ShelfProduct
  language: Language
}

/** Which variant, how many, and two ways on: the cart, or an order at once. */
export function BuyForm({ product, language }: Props) {
  const words = productWords[language]
  const { variants } = product
  const [only] = variants
  const first = variants.find(({ stock }) => stock > 0)
  if (!only) return <p className="mt-6 text-warn">{words.noVariant}</p>
  const quick = needsNoAddress(product)
  return (
    <form action={quick ? '/buy' : '/checkout'} method={quick ? 'post' : 'get'} className="mt-6 space-y-6">
      {quick && <FormId />}
      {variants.length === 1 ? (
        <p className="flex items-baseline gap-3">
          <input type="hidden" name="variant" value={only.id} />
          <strong className="text-3xl font-semibold tabular-nums">{yuan(only.priceFen)}</strong>
          <Stock stock={only.stock} language={language} />
        </p>
      ) : (
        <fieldset>
          <legend className="text-sm text-muted">{words.variant}</legend>
          <div className="mt-2 space-y-2">
            {variants.map(({ id, name, priceFen, stock }) => (
              <label
                key={id}
                className="card flex min-h-14 cursor-pointer flex-wrap items-center gap-x-3 px-4 py-2 has-checked:border-accent has-disabled:cursor-default has-disabled:text-muted"
              >
                <input
                  type="radio"
                  name="variant"
                  value={id}
                  defaultChecked={id === first?.id}
                  disabled={stock === 0}
                  required
                  className="accent-accent"
                />
                <span translate="no" className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                  {name}
                </span>
                <Stock stock={stock} language={language} />
                <span className="text-lg font-semibold tabular-nums">{yuan(priceFen)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {first && (
        <div className="flex flex-wrap items-end gap-3">
          <div>
            <label htmlFor="quantity" className="block text-sm text-muted">
              {words.quantity}
            </label>
            <input
              id="quantity"
              name="quantity"
              type="number"
              inputMode="numeric"
              min={1}
              max={MOST_OF_ONE}
              step={1}
              defaultValue={1}
              required
              className="field mt-1 w-20!"
            />
          </div>
          <button className="button flex-1 whitespace-nowrap">{words.buyNow}</button>
          <button
            formAction="/cart/add"
            formMethod="post"
            className="button-plain flex-1 px-3! whitespace-nowrap"
          >
            {words.addToCart}
          </button>
        </div>
      )}
      <p className="border-t border-line pt-4 text-sm text-muted">
        <Shipping product={product} language={language} />
      </p>
    </form>
  )
}

/** What sending one of these costs. */
function Shipping({ product, language }: Props) {
  const words = productWords[language]
  const [way] = shippingWays(product.variants[0]?.priceFen ?? 0, [product])
  if (!way) return words.virtual
  const { ways, fee } = catalogWords[language]
  return (
    words.shipping(ways[way.type], fee(way)) +
    (way.payer === 'BUYER' ? words.freeFrom(yuan(FREE_FROM_FEN)) : '')
  )
}

const Stock = ({ stock, language }: { stock: number; language: Language }) => (
  <span className={`text-sm ${stock <= FEW ? 'text-warn' : 'text-muted'}`}>
    {catalogWords[language].stock(stock)}
  </span>
)
