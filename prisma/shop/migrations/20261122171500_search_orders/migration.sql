-- CreateIndex
CREATE INDEX "Order_tradeStatus_createdAt_id_idx" ON "Order"("tradeStatus", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Order_refundStatus_createdAt_id_idx" ON "Order"("refundStatus", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Order_quotedFen_idx" ON "Order"("quotedFen");

-- CreateIndex
CREATE INDEX "OrderEvent_kind_orderId_idx" ON "OrderEvent"("kind", "orderId");
