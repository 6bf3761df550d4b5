-- CreateIndex
CREATE INDEX "Order_totalFen_id_idx" ON "Order"("totalFen", "id");

-- CreateIndex
CREATE INDEX "Order_stage_totalFen_id_idx" ON "Order"("stage", "totalFen", "id");
