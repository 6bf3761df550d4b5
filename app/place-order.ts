'use server'

import { notFound, redirect } from 'next/navigation'
import { readLine } from '@/lib/catalog/cart'
import { isQuick } from '@/lib/catalog/is-quick'
import { readQuantity } from '@/lib/catalog/read-quantity'
import { env } from '@/lib/env'
import { language } from '@/lib/language'
import { orderGoods } from '@/lib/orders/order-goods'
import { quickOrder } from '@/lib/payments/quick-order'
import { currentOrNewBuyer } from './current-buyer'
import { readFormId } from './form-id'
import { leadToEarlierOrder, leadToOrder } from './lead-to-order'

/** An order at once, of goods of which nothing has to be asked. Price and postage are the catalogue's, not the form's. */
export async function placeOrder(form: FormData) {
  const formId = readFormId(form)
  await leadToEarlierOrder(formId)

  const spoken = await language()
  const quantity = readQuantity(form.get('quantity'))
  const line = await readLine(String(form.get('variant')), quantity ?? 1, spoken)
  if (!line || line.problem === 'withdrawn') notFound()
  const { slug, variantId } = line
  const problem = quantity === undefined ? 'quantity' : line.problem
  if (quantity === undefined || problem) redirect(`/products/${slug}?problem=${problem}`)
  if (!isQuick(line))
    redirect(`/checkout?${new URLSearchParams({ variant: variantId, quantity: `${quantity}` })}`)

  const order = quickOrder(line, env().alipay, spoken)
  if (!order) redirect(`/products/${slug}?problem=too_much`)
  const draft = { ...order, buyerId: await currentOrNewBuyer(formId), formId }
  const ordered = await orderGoods(draft, { fromCart: false })
  if (ordered.kind !== 'ordered') redirect(`/products/${slug}?problem=sold_out`)
  leadToOrder(ordered.order)
}
