import { placeOrder } from '@/app/place-order'
import { catalogWords } from '@/app/ui/catalog-words'
import { yuan } from '@/app/ui/format'
import { isQuick } from '@/lib/catalog/is-quick'
import { shippingWays } from '@/lib/catalog/postage'
import type { ShelfProduct } from '@/lib/catalog/products'
import { MOST_OF_ONE } from '@/lib/catalog/read-quantity'

/** Which variant, how many, and two ways on: the cart, or an order at once. */
export function BuyForm({ product }: { product: ShelfProduct }) {
  const { variants } = product
  const [only] = variants
  const first = variants.find(({ stock }) => stock > 0)
  const [way] = shippingWays(only?.priceFen ?? 0, [product])
  if (!only) return <p className="mt-6 text-warn">这件商品现在没有可买的规格。</p>
  return (
    <form
      action={isQuick(product) ? placeOrder : '/checkout'}
      method={isQuick(product) ? undefined : 'get'}
      className="mt-6 space-y-5"
    >
      {variants.length === 1 ? (
        <p className="flex items-baseline gap-3">
          <input type="hidden" name="variant" value={only.id} />
          <strong className="text-2xl font-semibold tabular-nums">{yuan(only.priceFen)}</strong>
          <Stock stock={only.stock} />
        </p>
      ) : (
        <fieldset>
          <legend className="font-medium">规格</legend>
          <div className="mt-2 space-y-2">
            {variants.map(({ id, name, priceFen, stock }) => (
              <label
                key={id}
                className="card flex min-h-11 flex-wrap items-center gap-x-3 px-4 py-2 has-checked:border-accent has-disabled:text-muted"
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
                <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{name}</span>
                <Stock stock={stock} />
                <span className="font-medium tabular-nums">{yuan(priceFen)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <p className="text-sm text-muted">
        {way
          ? `${catalogWords.zh.ways[way.type]}：${catalogWords.zh.fee(way)}。${way.payer === 'BUYER' ? '商品满 99 元，快递运费由卖家承担。' : ''}`
          : '无需物流，付款后自动发货。'}
      </p>
      {first && (
        <>
          <div>
            <label htmlFor="quantity" className="font-medium">
              数量
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
              className="field mt-1 block max-w-28"
            />
          </div>
          <div className="flex flex-wrap gap-3">
            <button className="button flex-1 sm:flex-none">立即购买</button>
            <button formAction="/cart/add" formMethod="post" className="button-plain flex-1 sm:flex-none">
              加入购物车
            </button>
          </div>
        </>
      )}
    </form>
  )
}

const Stock = ({ stock }: { stock: number }) => (
  <span className={`text-sm ${stock <= 5 ? 'text-warn' : 'text-muted'}`}>{catalogWords.zh.stock(stock)}</span>
)
