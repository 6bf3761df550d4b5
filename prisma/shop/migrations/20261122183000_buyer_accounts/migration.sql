-- AlterTable
ALTER TABLE "User" ADD COLUMN     "buyerId" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "User_buyerId_key" ON "User"("buyerId");
