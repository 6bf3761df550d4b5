import type { Order, Prisma } from '@/generated/shop/client'
import { isBusy } from '../busy'
import { transaction } from '../db'
import { createOrder, type OrderDraft } from './create-order'
import { findOrderOfForm } from './find-orders'
import { wakeOutbox } from './outbox'

/** `busy`: the database had no free connection in time. In every case but `ordered` nothing was done. */
export type Ordered = { kind: 'ordered'; order: Order } | { kind: 'sold_out' | 'cart_changed' | 'busy' }

/** Rolls the transaction back; the caller returns what went wrong. */
class NotOrdered extends Error {
  constructor(readonly kind: 'sold_out' | 'cart_changed') {
    super(kind)
  }
}

/**
 * Makes an order of goods of the catalogue: takes all its items off the stock, and out of the cart where they come from
 * there, or does nothing at all. Of two buyers of the last item one gets the order. A form (`formId`) that is submitted
 * twice makes one order, which is returned to both.
 */
export async function orderGoods(draft: OrderDraft, { fromCart }: { fromCart: boolean }): Promise<Ordered> {
  try {
    const order = await transaction(async (tx) => {
      if (fromCart) await takeFromCart(draft, tx)
      await takeFromStock(draft, tx)
      return createOrder({ ...draft, stockHeld: true }, tx)
    })
    wakeOutbox()
    return { kind: 'ordered', order }
  } catch (error) {
    const order = draft.formId ? await findOrderOfForm(draft.formId) : null
    if (order) return { kind: 'ordered', order } // the form's first submission stopped this one
    if (error instanceof NotOrdered) return { kind: error.kind }
    if (isBusy(error)) return { kind: 'busy' }
    throw error
  }
}

async function takeFromCart({ buyerId, items }: OrderDraft, tx: Prisma.TransactionClient) {
  const wanted = items.map(({ variantId, quantity }) => ({ variantId: variantId ?? '', quantity }))
  const { count } = await tx.cartItem.deleteMany({ where: { buyerId, OR: wanted } })
  if (count !== items.length) throw new NotOrdered('cart_changed')
}

/** One guarded statement per item, always in the same order, so that two orders cannot deadlock. */
async function takeFromStock({ items }: OrderDraft, tx: Prisma.TransactionClient) {
  const inOrder = items.toSorted((a, b) => ((a.variantId ?? '') < (b.variantId ?? '') ? -1 : 1))
  for (const { variantId, quantity } of inOrder) {
    const taken = await tx.$executeRaw`
      UPDATE "shop"."Variant" AS variant SET "stock" = "stock" - ${quantity}
      FROM "shop"."Product" AS product
      WHERE variant."id" = ${variantId ?? ''} AND variant."stock" >= ${quantity}
        AND product."id" = variant."productId" AND product."onSale"`
    if (taken !== 1) throw new NotOrdered('sold_out')
  }
}
