-- AlterTable
ALTER TABLE "Merchant" ADD COLUMN     "appId" TEXT,
ADD COLUMN     "appPublicKey" TEXT,
ADD COLUMN     "strictTime" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE UNIQUE INDEX "Merchant_appId_key" ON "Merchant"("appId");

-- CreateTable
CREATE TABLE "TradeRefund" (
    "id" BIGSERIAL NOT NULL,
    "tradeId" TEXT NOT NULL,
    "requestNo" TEXT NOT NULL,
    "fen" INTEGER NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TradeRefund_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "TradeRefund_tradeId_requestNo_key" ON "TradeRefund"("tradeId", "requestNo");

-- AddForeignKey
ALTER TABLE "TradeRefund" ADD CONSTRAINT "TradeRefund_tradeId_fkey" FOREIGN KEY ("tradeId") REFERENCES "Trade"("id") ON DELETE CASCADE ON UPDATE CASCADE;
