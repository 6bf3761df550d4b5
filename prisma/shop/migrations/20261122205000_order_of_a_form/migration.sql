-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "formId" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Order_formId_key" ON "Order"("formId");
