-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "quotedAt" TIMESTAMP(3);
