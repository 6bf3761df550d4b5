-- AlterTable
ALTER TABLE "Merchant" ADD COLUMN     "refundable" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "strictUrls" BOOLEAN NOT NULL DEFAULT false;
