-- AlterTable
ALTER TABLE "Product" ADD COLUMN     "revision" TEXT NOT NULL DEFAULT '';
