import Link from 'next/link'
import { yuan } from '@/app/ui/format'
import { ProductPicture } from '@/app/ui/product-picture'
import { language } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { itemParts } from './item-name'

/** The goods of an order with pictures, quantities and prices. */
export async function GoodsList({ items }: Pick<FullOrder, 'items'>) {
  const spoken = await language()
  return (
    <ul className="divide-y divide-line">
      {items.map((item) => {
        const { title, kind, isRecorded } = itemParts(item, spoken)
        const translate = isRecorded ? 'no' : undefined
        return (
          <li key={item.id} className="flex items-start gap-4 py-4 first:pt-1">
            {item.product && (
              <ProductPicture src={item.product.picture} name={title} className="w-16 shrink-0" />
            )}
            <div className="min-w-0 flex-1">
              <p translate={translate} className="font-semibold [overflow-wrap:anywhere]">
                {item.product ? (
                  <Link
                    href={`/products/${item.product.slug}`}
                    prefetch={false}
                    className="hover:text-accent hover:underline"
                  >
                    {title}
                  </Link>
                ) : (
                  title
                )}
              </p>
              <p className="text-sm text-muted">
                {kind && (
                  <span translate={translate} className="mr-3 [overflow-wrap:anywhere]">
                    {kind}
                  </span>
                )}
                <span className="figures">
                  {yuan(item.priceFen)} × {item.quantity}
                </span>
              </p>
            </div>
            <span className="figures">{yuan(item.priceFen * item.quantity)}</span>
          </li>
        )
      })}
    </ul>
  )
}
