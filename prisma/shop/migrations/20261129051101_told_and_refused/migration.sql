-- Moments without a time zone are UTC, wherever the session is.
SET LOCAL TIME ZONE 'UTC';

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "told" JSONB,
ADD COLUMN     "toldAt" TIMESTAMPTZ(3);

-- The receiver that the last genuine message told of, from the log.
UPDATE "Order" SET
  "toldAt" = news."receivedAt"::timestamptz,
  "told" = jsonb_build_object('receiver', jsonb_build_object(
    'receiveName', news."params" ->> 'receive_name',
    'receiveAddress', news."params" ->> 'receive_address',
    'receiveZip', news."params" ->> 'receive_zip',
    'receivePhone', news."params" ->> 'receive_phone',
    'receiveMobile', news."params" ->> 'receive_mobile'
  ))
FROM (
  SELECT DISTINCT ON ("orderNo") "orderNo", "params", "receivedAt" FROM "Notification"
  WHERE "verdict" IN ('applied', 'duplicate', 'stale') AND "params" ->> 'receive_address' <> ''
  ORDER BY "orderNo", "params" ->> 'notify_time' DESC, "receivedAt" DESC
) AS news
WHERE news."orderNo" = "Order"."orderNo";

-- CreateTable
CREATE TABLE "Enquiry" (
    "orderNo" TEXT NOT NULL,
    "handedOverAt" TIMESTAMPTZ(3),
    "askedAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Enquiry_pkey" PRIMARY KEY ("orderNo")
);

-- AddForeignKey
ALTER TABLE "Enquiry" ADD CONSTRAINT "Enquiry_orderNo_fkey" FOREIGN KEY ("orderNo") REFERENCES "Order"("orderNo") ON DELETE CASCADE ON UPDATE CASCADE;

INSERT INTO "Enquiry" ("orderNo", "handedOverAt")
SELECT "orderNo", max("sentAt")::timestamptz FROM "GatewayCall" JOIN "Order" USING ("orderNo")
WHERE "service" = 'create_partner_trade_by_buyer' GROUP BY "orderNo";

-- CreateTable
CREATE TABLE "RefusedPayment" (
    "tradeNo" TEXT NOT NULL,
    "orderNo" TEXT NOT NULL,
    "verdict" "Verdict" NOT NULL,
    "totalFen" INTEGER,
    "messageId" TEXT NOT NULL,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "RefusedPayment_pkey" PRIMARY KEY ("tradeNo")
);

-- CreateIndex
CREATE INDEX "RefusedPayment_settledAt_firstAt_idx" ON "RefusedPayment"("settledAt", "firstAt");

-- CreateIndex
CREATE INDEX "RefusedPayment_orderNo_idx" ON "RefusedPayment"("orderNo");

-- What the log knows of genuine messages that said "paid" and were refused.
INSERT INTO "RefusedPayment" ("tradeNo", "orderNo", "verdict", "totalFen", "messageId", "firstAt", "settledAt")
SELECT DISTINCT ON ("params" ->> 'trade_no')
  "params" ->> 'trade_no', COALESCE("orderNo", ''), "verdict",
  CASE WHEN "params" ->> 'total_fee' ~ '^\d{1,7}\.\d\d$' THEN replace("params" ->> 'total_fee', '.', '')::int END,
  "id",
  (min("receivedAt") OVER (PARTITION BY "params" ->> 'trade_no'))::timestamptz,
  (max("receivedAt") FILTER (WHERE "params" ->> 'refund_status' = 'REFUND_SUCCESS')
    OVER (PARTITION BY "params" ->> 'trade_no'))::timestamptz
FROM "Notification"
WHERE "verdict" IN ('bad_amount', 'bad_seller', 'bad_trade_no', 'unknown_order')
  AND "sign" = "mysign" AND ("channel" = 'query' OR "responseTxt" = 'true')
  AND "params" ->> 'trade_no' ~ '^\d{16,64}$'
  AND ("params" ->> 'gmt_payment' <> '' OR "params" ->> 'trade_status' IN (
    'WAIT_SELLER_SEND_GOODS', 'WAIT_BUYER_CONFIRM_GOODS', 'TRADE_SUCCESS', 'WAIT_SYS_PAY_SELLER',
    'COD_WAIT_SYS_PAY_SELLER', 'TRADE_FINISHED'
  ))
ORDER BY "params" ->> 'trade_no', "receivedAt" DESC;
