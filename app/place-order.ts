'use server'

import { headers } from 'next/headers'
import { forbidden, notFound, redirect } from 'next/navigation'
import { postageFen } from '@/lib/catalog/postage'
import { findProduct } from '@/lib/catalog/products'
import { createOrder } from '@/lib/orders/create-order'
import { isForeign } from '@/lib/same-origin'
import { currentOrNewBuyer } from './current-buyer'

/** One of a product from the shelf, as an order. Price and postage are the catalogue's, not the form's. */
export async function placeOrder(form: FormData) {
  if (isForeign({ headers: await headers() })) forbidden()
  const product = await findProduct(String(form.get('slug')))
  const [variant] = product?.variants ?? []
  if (!product || !variant) notFound()
  const { id, name, description, virtual } = product
  const { priceFen } = variant
  const postage = postageFen(priceFen, [product])
  const { orderNo } = await createOrder({
    buyerId: await currentOrNewBuyer(),
    subject: name,
    body: description,
    items: [{ productId: id, name, priceFen, quantity: 1 }],
    postageFen: postage,
    postagePayer: postage > 0 ? 'BUYER' : 'SELLER',
    virtual,
  })
  redirect(`/orders/${orderNo}`)
}
