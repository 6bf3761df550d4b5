import { db } from '../db'

/**
 * Returns the items of a closed order to the stock, unless they were shipped. Order.stockHeld is the guard: it happens once,
 * however often this is called. Returns whether this call did it.
 */
export async function returnStock(orderId: string): Promise<boolean> {
  const [result] = await db().$queryRaw<{ released: boolean }[]>`
    WITH released AS (
      UPDATE "shop"."Order" SET "stockHeld" = false
      WHERE "id" = ${orderId} AND "stockHeld" AND NOT EXISTS (
        SELECT 1 FROM "shop"."OrderEvent" WHERE "orderId" = ${orderId} AND "kind" = 'shipped'
      )
      RETURNING "id"
    ), item AS (
      SELECT "variantId", SUM("quantity")::int AS "quantity"
      FROM "shop"."OrderItem" JOIN released ON released."id" = "orderId"
      GROUP BY "variantId"
    ), returned AS (
      UPDATE "shop"."Variant" SET "stock" = "stock" + item."quantity"
      FROM item WHERE "Variant"."id" = item."variantId"
    )
    SELECT EXISTS (SELECT 1 FROM released) AS "released"`
  return result?.released === true
}
