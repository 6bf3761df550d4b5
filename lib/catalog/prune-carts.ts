import { db } from '../db'

/** How long goods stay in a guest's cart; those of an account stay for good. */
export const CART_DAYS = 90

/** Deletes old goods from the carts of guests, whose number grows with every browser. Returns how many lines. */
export async function pruneCarts(): Promise<number> {
  return db().$executeRaw`
    DELETE FROM "shop"."CartItem" AS item
    WHERE "addedAt" < ${new Date(Date.now() - CART_DAYS * 24 * 60 * 60 * 1000)}
      AND NOT EXISTS (SELECT 1 FROM "shop"."User" AS account WHERE account."buyerId" = item."buyerId")`
}
