-- AlterTable
ALTER TABLE "Order" ADD COLUMN "stage" TEXT NOT NULL DEFAULT 'unpaid'
  CONSTRAINT "Order_stage_check" CHECK ("stage" IN ('unpaid', 'paid', 'shipped', 'finished', 'closed'));

-- The latest stage that the events of an order or its trade status tell of.
UPDATE "Order" SET "stage" = known."stage" FROM (
  SELECT "Order"."id", CASE
    WHEN 'closed' = ANY("kinds") OR "tradeStatus" IN ('TRADE_CLOSED', 'TRADE_REFUSE', 'TRADE_CANCEL') THEN 'closed'
    WHEN 'finished' = ANY("kinds") OR "tradeStatus" = 'TRADE_FINISHED' THEN 'finished'
    WHEN 'shipped' = ANY("kinds") OR "tradeStatus" IN (
      'WAIT_BUYER_CONFIRM_GOODS', 'WAIT_SYS_PAY_SELLER', 'COD_WAIT_BUYER_PAY', 'COD_WAIT_SYS_PAY_SELLER'
    ) THEN 'shipped'
    WHEN 'paid' = ANY("kinds") OR "tradeStatus" IN ('WAIT_SELLER_SEND_GOODS', 'TRADE_SUCCESS') THEN 'paid'
    ELSE 'unpaid' END AS "stage"
  FROM "Order"
  LEFT JOIN (
    SELECT "orderId", array_agg("kind") AS "kinds" FROM "OrderEvent" GROUP BY "orderId"
  ) AS event ON event."orderId" = "Order"."id"
) AS known
WHERE known."id" = "Order"."id";

-- DropIndex
DROP INDEX "Order_tradeStatus_createdAt_id_idx";

-- CreateIndex
CREATE INDEX "Order_stage_createdAt_id_idx" ON "Order"("stage", "createdAt", "id");
