'use server'

import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { orderable } from '@/lib/catalog/cart'
import { env } from '@/lib/env'
import { orderGoods } from '@/lib/orders/order-goods'
import {
  CHECKOUT_FIELDS,
  type CheckoutErrors,
  type CheckoutFields,
  readCheckout,
} from '@/lib/payments/checkout'
import { isForeign } from '@/lib/same-origin'
import { currentOrNewBuyer } from '../current-buyer'
import { yuan } from '../ui/format'
import { linesToOrder } from './lines-to-order'

/** What the form shows: the text as typed, and what is wrong with it. */
export interface CheckoutState {
  values: CheckoutFields
  errors: CheckoutErrors
}

/** The order of what the checkout page shows, or the page once more with what is wrong. Nothing typed is lost. */
export async function checkOut(_before: CheckoutState, form: FormData): Promise<CheckoutState> {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : undefined
  }
  const values = Object.fromEntries(CHECKOUT_FIELDS.map((name) => [name, text(name) ?? ''])) as CheckoutFields
  const again = (errors: CheckoutErrors) => {
    refresh()
    return { values, errors }
  }
  if (isForeign({ headers: await headers() })) return again({ order: '请从本店的页面下单。' })
  const wanted = await linesToOrder(text('variant'), text('quantity'))
  if ('elsewhere' in wanted) redirect(wanted.elsewhere)
  // Prices are the catalogue's; this only says whether the buyer has seen them.
  if (text('shown') !== yuan(orderable(wanted.lines).goodsFen))
    return again({ order: '商品、价格或库存刚刚变了，下面是最新的，请再看一遍后提交。' })
  const checkout = readCheckout(values, wanted.lines, env().alipay)
  if (!checkout.ok) return again(checkout.errors)
  const draft = { ...checkout.draft, buyerId: await currentOrNewBuyer() }
  const ordered = await orderGoods(draft, { fromCart: text('variant') === undefined })
  if (ordered.kind === 'sold_out') return again({ order: '有商品刚刚被别人买走，库存不够了。没有下单。' })
  if (ordered.kind === 'cart_changed') redirect('/cart')
  redirect(`/orders/${ordered.order.orderNo}`)
}
