import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { orderable } from '@/lib/catalog/cart'
import { shippingWays } from '@/lib/catalog/postage'
import { catalogWords } from '../ui/catalog-words'
import { yuan } from '../ui/format'
import { ShopFrame } from '../ui/shop-frame'
import { CheckoutForm } from './checkout-form'
import { linesToOrder } from './lines-to-order'

export const metadata: Metadata = { title: '结算' }

/** The last page before the order: the cart's goods, or those of one product (?variant=&quantity=), and where they go. */
export default async function CheckoutPage({ searchParams }: PageProps<'/checkout'>) {
  const query = await searchParams
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : undefined)
  const wanted = await linesToOrder(text('variant'), text('quantity'))
  if ('elsewhere' in wanted) redirect(wanted.elsewhere)
  const { goods, goodsFen } = orderable(wanted.lines)
  const ways = shippingWays(goodsFen, goods).map((way) => ({
    type: way.type,
    label: catalogWords.zh.ways[way.type],
    fee: catalogWords.zh.fee(way),
    total: yuan(goodsFen + (way.payer === 'BUYER' ? way.feeFen : 0)),
  }))
  return (
    <ShopFrame>
      <h1 className="text-2xl font-semibold">结算</h1>
      <CheckoutForm
        hidden={{ variant: text('variant'), quantity: text('quantity'), shown: yuan(goodsFen) }}
        items={goods.map(({ variantId, name, quantity, priceFen }) => ({
          id: variantId,
          name: `${name} × ${quantity}`,
          sum: yuan(priceFen * quantity),
        }))}
        leftOut={wanted.lines.length - goods.length}
        goodsTotal={yuan(goodsFen)}
        ways={ways}
      />
    </ShopFrame>
  )
}
