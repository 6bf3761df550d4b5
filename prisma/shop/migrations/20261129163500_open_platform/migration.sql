-- Orders of the open platform. All orders before are of the partner gateway.
ALTER TYPE "Verdict" ADD VALUE 'no_news';

ALTER TABLE "Order"
  ADD COLUMN "gateway" TEXT NOT NULL DEFAULT 'partner',
  ADD COLUMN "refundedFen" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "finishAt" TIMESTAMPTZ(3),
  ADD COLUMN "qrCode" TEXT,
  ADD CONSTRAINT "Order_gateway_check" CHECK ("gateway" IN ('partner', 'open'));
CREATE INDEX "Order_finishAt_idx" ON "Order"("finishAt");

ALTER TABLE "OrderEvent" ADD COLUMN "ref" TEXT NOT NULL DEFAULT '';
DROP INDEX "OrderEvent_orderId_kind_key";
CREATE UNIQUE INDEX "OrderEvent_orderId_kind_ref_key" ON "OrderEvent"("orderId", "kind", "ref");

CREATE TABLE "Refund" (
  "no" TEXT NOT NULL,
  "orderId" TEXT NOT NULL,
  "fen" INTEGER NOT NULL,
  "reason" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "code" TEXT,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "changedAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "Refund_pkey" PRIMARY KEY ("no"),
  CONSTRAINT "Refund_state_check" CHECK ("state" IN ('asked', 'declined', 'sent', 'made', 'refused')),
  CONSTRAINT "Refund_fen_check" CHECK ("fen" > 0),
  CONSTRAINT "Refund_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "Refund_orderId_createdAt_idx" ON "Refund"("orderId", "createdAt");
CREATE INDEX "Refund_state_changedAt_idx" ON "Refund"("state", "changedAt");
-- An order has one open refund at a time: two clicks, tabs or processes refund once
CREATE UNIQUE INDEX "Refund_one_open" ON "Refund"("orderId") WHERE "state" IN ('asked', 'sent');
