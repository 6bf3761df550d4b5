-- AlterTable
ALTER TABLE "OrderItem" ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0;

-- Rows of before: the item that gave the order its title first, the others as they were shown.
UPDATE "OrderItem" AS item SET "position" = numbered."position"
FROM (
  SELECT ordered."id", row_number() OVER (
    PARTITION BY ordered."orderId"
    ORDER BY
      CASE WHEN starts_with("Order"."subject", ordered."name") THEN length(ordered."name") ELSE 0 END DESC,
      ordered."id"
  ) - 1 AS "position"
  FROM "OrderItem" AS ordered JOIN "Order" ON "Order"."id" = ordered."orderId"
) AS numbered
WHERE numbered."id" = item."id";

-- DropIndex
DROP INDEX "OrderItem_orderId_idx";

-- CreateIndex
CREATE INDEX "OrderItem_orderId_position_idx" ON "OrderItem"("orderId", "position");
