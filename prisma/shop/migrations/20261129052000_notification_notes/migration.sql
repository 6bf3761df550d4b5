-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "notes" TEXT[] DEFAULT ARRAY[]::TEXT[];
