-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "trimmedFrom" INTEGER;
