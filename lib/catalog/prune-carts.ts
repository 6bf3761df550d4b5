import { db } from '../db'

/** So long a guest's cart is kept; an account's stays. */
export const CART_DAYS = 90

/** Takes old goods out of the carts of guests: each visitor who puts something there without an account is a new one. */
export async function pruneCarts(): Promise<number> {
  return db().$executeRaw`
    DELETE FROM "shop"."CartItem" AS item
    WHERE "addedAt" < ${new Date(Date.now() - CART_DAYS * 24 * 60 * 60 * 1000)}
      AND NOT EXISTS (SELECT 1 FROM "shop"."User" AS account WHERE account."buyerId" = item."buyerId")`
}
