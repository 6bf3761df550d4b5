-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "shippingUntil" TIMESTAMPTZ(3);
