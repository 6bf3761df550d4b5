-- AlterTable
ALTER TABLE "Trade" ADD COLUMN     "goodsReceived" BOOLEAN NOT NULL DEFAULT false;
