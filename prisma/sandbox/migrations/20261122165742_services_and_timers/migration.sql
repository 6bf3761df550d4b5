-- AlterTable
ALTER TABLE "Merchant" ADD COLUMN     "ownTimeouts" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Trade" ADD COLUMN     "adjusted" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "extensions" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "gmtModified" TIMESTAMP(3),
ADD COLUMN     "gmtRefundModified" TIMESTAMP(3),
ADD COLUMN     "instant" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "invoiceNo" TEXT,
ADD COLUMN     "logisticsName" TEXT,
ADD COLUMN     "refundFen" INTEGER,
ADD COLUMN     "refundedFen" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "timeoutAction" TEXT,
ADD COLUMN     "timeoutAt" TIMESTAMP(3),
ADD COLUMN     "transportType" TEXT;

-- CreateTable
CREATE TABLE "TimestampKey" (
    "key" TEXT NOT NULL,
    "partner" TEXT NOT NULL,
    "issuedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "TimestampKey_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Trade_timeoutAt_idx" ON "Trade"("timeoutAt");
