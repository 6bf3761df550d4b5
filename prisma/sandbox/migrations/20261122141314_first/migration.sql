-- CreateTable
CREATE TABLE "Merchant" (
    "partner" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "sellerEmail" TEXT NOT NULL,
    "services" TEXT[],
    "charset" TEXT NOT NULL,
    "stages" TEXT[],
    "allowedHosts" TEXT[],

    CONSTRAINT "Merchant_pkey" PRIMARY KEY ("partner")
);

-- CreateTable
CREATE TABLE "Trade" (
    "id" TEXT NOT NULL,
    "partner" TEXT NOT NULL,
    "outTradeNo" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "charset" TEXT NOT NULL,
    "request" JSONB NOT NULL,
    "totalFen" INTEGER NOT NULL,
    "logisticsGroup" TEXT NOT NULL DEFAULT '',
    "tradeNo" TEXT,
    "tradeStatus" TEXT,
    "refundStatus" TEXT,
    "buyerEmail" TEXT,
    "buyerId" TEXT,
    "gmtCreate" TIMESTAMP(3),
    "gmtLogisticsModify" TIMESTAMP(3),
    "gmtPayment" TIMESTAMP(3),
    "gmtSendGoods" TIMESTAMP(3),
    "gmtClose" TIMESTAMP(3),
    "gmtRefund" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "requestedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Trade_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TradeEvent" (
    "id" BIGSERIAL NOT NULL,
    "tradeId" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "tradeStatus" TEXT,
    "refundStatus" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "TradeEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" TEXT NOT NULL,
    "tradeId" TEXT NOT NULL,
    "partner" TEXT NOT NULL,
    "notifyId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "nextAttemptAt" TIMESTAMP(3),
    "acknowledged" BOOLEAN NOT NULL DEFAULT false,
    "claimedUntil" TIMESTAMP(3),
    "retries" INTEGER NOT NULL DEFAULT 0,
    "position" BIGSERIAL NOT NULL,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" BIGSERIAL NOT NULL,
    "deliveryId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "status" INTEGER,
    "body" TEXT NOT NULL,
    "milliseconds" INTEGER NOT NULL,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReturnRedirect" (
    "notifyId" TEXT NOT NULL,
    "partner" TEXT NOT NULL,
    "tradeId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "issuedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReturnRedirect_pkey" PRIMARY KEY ("notifyId")
);

-- CreateTable
CREATE TABLE "Clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "offsetMs" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "Clock_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Merchant_sellerEmail_key" ON "Merchant"("sellerEmail");

-- CreateIndex
CREATE UNIQUE INDEX "Trade_tradeNo_key" ON "Trade"("tradeNo");

-- CreateIndex
CREATE INDEX "Trade_outTradeNo_idx" ON "Trade"("outTradeNo");

-- CreateIndex
CREATE UNIQUE INDEX "Trade_partner_outTradeNo_key" ON "Trade"("partner", "outTradeNo");

-- CreateIndex
CREATE INDEX "TradeEvent_tradeId_idx" ON "TradeEvent"("tradeId");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_notifyId_key" ON "Delivery"("notifyId");

-- CreateIndex
CREATE INDEX "Delivery_nextAttemptAt_idx" ON "Delivery"("nextAttemptAt");

-- CreateIndex
CREATE INDEX "Delivery_tradeId_position_idx" ON "Delivery"("tradeId", "position");

-- CreateIndex
CREATE INDEX "Attempt_deliveryId_idx" ON "Attempt"("deliveryId");

-- CreateIndex
CREATE INDEX "ReturnRedirect_tradeId_idx" ON "ReturnRedirect"("tradeId");

-- AddForeignKey
ALTER TABLE "TradeEvent" ADD CONSTRAINT "TradeEvent_tradeId_fkey" FOREIGN KEY ("tradeId") REFERENCES "Trade"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_tradeId_fkey" FOREIGN KEY ("tradeId") REFERENCES "Trade"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "Delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReturnRedirect" ADD CONSTRAINT "ReturnRedirect_tradeId_fkey" FOREIGN KEY ("tradeId") REFERENCES "Trade"("id") ON DELETE CASCADE ON UPDATE CASCADE;
