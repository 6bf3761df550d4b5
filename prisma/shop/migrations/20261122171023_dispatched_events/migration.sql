-- AlterTable: nothing is done any more about the events of before
ALTER TABLE "OrderEvent" ADD COLUMN     "dispatched" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "OrderEvent" ALTER COLUMN "dispatched" SET DEFAULT false;

-- CreateIndex
CREATE INDEX "OrderEvent_dispatched_id_idx" ON "OrderEvent"("dispatched", "id");
