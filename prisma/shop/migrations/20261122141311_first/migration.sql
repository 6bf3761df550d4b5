-- CreateEnum
CREATE TYPE "TradeStatus" AS ENUM ('WAIT_SELLER_CONFIRM_TRADE', 'WAIT_BUYER_PAY', 'WAIT_SYS_CONFIRM_PAY', 'WAIT_SELLER_SEND_GOODS', 'WAIT_BUYER_CONFIRM_GOODS', 'WAIT_SYS_PAY_SELLER', 'TRADE_SUCCESS', 'TRADE_PENDING', 'TRADE_FINISHED', 'TRADE_CLOSED', 'TRADE_REFUSE', 'TRADE_REFUSE_DEALING', 'TRADE_CANCEL', 'BUYER_PRE_AUTH', 'COD_WAIT_SELLER_SEND_GOODS', 'COD_WAIT_BUYER_PAY', 'COD_WAIT_SYS_PAY_SELLER', 'PEERPAY_INIT', 'PEERPAY_CANCEL', 'PEERPAY_REFUSE', 'PEERPAY_ABORT', 'PEERPAY_FAIL', 'PEERPAY_SUCCESS');

-- CreateEnum
CREATE TYPE "RefundStatus" AS ENUM ('WAIT_SELLER_AGREE', 'SELLER_REFUSE_BUYER', 'WAIT_BUYER_RETURN_GOODS', 'WAIT_SELLER_CONFIRM_GOODS', 'REFUND_SUCCESS', 'REFUND_CLOSED', 'WAIT_ALIPAY_REFUND', 'ALIPAY_CHECK', 'OVERED_REFUND', 'ACTIVE_REFUND');

-- CreateEnum
CREATE TYPE "PostagePayer" AS ENUM ('BUYER', 'SELLER');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('notify', 'return');

-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('applied', 'duplicate', 'stale', 'bad_sign', 'bad_source', 'bad_amount', 'bad_seller', 'bad_trade_no', 'unknown_order', 'illegal', 'malformed', 'error');

-- CreateTable
CREATE TABLE "Product" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "priceFen" INTEGER NOT NULL,
    "postageFen" INTEGER NOT NULL DEFAULT 0,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Order" (
    "id" TEXT NOT NULL,
    "orderNo" TEXT NOT NULL,
    "buyerId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT,
    "postageFen" INTEGER NOT NULL DEFAULT 0,
    "postagePayer" "PostagePayer" NOT NULL DEFAULT 'SELLER',
    "totalFen" INTEGER NOT NULL,
    "tradeNo" TEXT,
    "tradeStatus" "TradeStatus",
    "refundStatus" "RefundStatus",
    "refundAt" TIMESTAMP(3),
    "buyerEmail" TEXT,
    "paidAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderItem" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "productId" TEXT,
    "name" TEXT NOT NULL,
    "priceFen" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "OrderItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderEvent" (
    "id" BIGSERIAL NOT NULL,
    "orderId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OrderEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" TEXT NOT NULL,
    "channel" "Channel" NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "remoteAddress" TEXT NOT NULL,
    "rawBytes" BYTEA NOT NULL,
    "params" JSONB,
    "stringToSign" TEXT,
    "sign" TEXT,
    "mysign" TEXT,
    "responseTxt" TEXT,
    "verdict" "Verdict" NOT NULL,
    "reason" TEXT,
    "notifyId" TEXT,
    "orderNo" TEXT,
    "transition" TEXT,
    "answer" TEXT NOT NULL,
    "milliseconds" INTEGER NOT NULL,

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "Product_slug_key" ON "Product"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Order_orderNo_key" ON "Order"("orderNo");

-- CreateIndex
CREATE UNIQUE INDEX "Order_tradeNo_key" ON "Order"("tradeNo");

-- CreateIndex
CREATE INDEX "Order_buyerId_createdAt_idx" ON "Order"("buyerId", "createdAt");

-- CreateIndex
CREATE INDEX "OrderItem_orderId_idx" ON "OrderItem"("orderId");

-- CreateIndex
CREATE UNIQUE INDEX "OrderEvent_orderId_kind_key" ON "OrderEvent"("orderId", "kind");

-- CreateIndex
CREATE INDEX "Notification_orderNo_receivedAt_idx" ON "Notification"("orderNo", "receivedAt");

-- CreateIndex
CREATE INDEX "Notification_notifyId_idx" ON "Notification"("notifyId");

-- CreateIndex
CREATE INDEX "Notification_receivedAt_id_idx" ON "Notification"("receivedAt", "id");

-- AddForeignKey
ALTER TABLE "OrderItem" ADD CONSTRAINT "OrderItem_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderItem" ADD CONSTRAINT "OrderItem_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderEvent" ADD CONSTRAINT "OrderEvent_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;
