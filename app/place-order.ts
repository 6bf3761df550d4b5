'use server'

import { headers } from 'next/headers'
import { forbidden, notFound, redirect } from 'next/navigation'
import { findProduct } from '@/lib/catalog/products'
import { createOrder } from '@/lib/orders/create-order'
import { isForeign } from '@/lib/same-origin'
import { currentOrNewBuyer } from './current-buyer'

/** One of a product from the shelf, as an order. Price and postage are the catalogue's, not the form's. */
export async function placeOrder(form: FormData) {
  if (isForeign({ headers: await headers() })) forbidden()
  const product = await findProduct(String(form.get('slug')))
  if (!product) notFound()
  const { id, name, description, priceFen, postageFen, virtual } = product
  const { orderNo } = await createOrder({
    buyerId: await currentOrNewBuyer(),
    subject: name,
    body: description,
    items: [{ productId: id, name, priceFen, quantity: 1 }],
    postageFen,
    postagePayer: postageFen > 0 ? 'BUYER' : 'SELLER',
    virtual,
  })
  redirect(`/orders/${orderNo}`)
}
