import { yuan } from '@/app/ui/format'
import { ProductPicture } from '@/app/ui/product-picture'
import { language } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { ItemName } from './item-name'

/** The goods of an order with pictures, quantities and prices. */
export async function GoodsList({ items }: Pick<FullOrder, 'items'>) {
  const spoken = await language()
  return (
    <ul className="divide-y divide-line">
      {items.map((item) => (
        <li key={item.id} className="flex items-center gap-3 py-3 first:pt-0">
          {item.product && <ProductPicture src={item.product.picture} className="w-14 shrink-0" />}
          <div className="min-w-0 flex-1">
            <p className="[overflow-wrap:anywhere]">
              <ItemName item={item} language={spoken} /> × {item.quantity}
            </p>
            {item.quantity > 1 && <p className="text-sm text-muted tabular-nums">{yuan(item.priceFen)}</p>}
          </div>
          <span className="tabular-nums">{yuan(item.priceFen * item.quantity)}</span>
        </li>
      ))}
    </ul>
  )
}
