-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "fault" TEXT;

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "heldFor" TEXT;

-- AlterTable
ALTER TABLE "Trade" ADD COLUMN     "returnType" TEXT;

-- CreateTable
CREATE TABLE "Fault" (
    "id" BIGSERIAL NOT NULL,
    "trade" TEXT,
    "kind" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "times" INTEGER NOT NULL,
    "chance" DOUBLE PRECISION NOT NULL,
    "seed" INTEGER NOT NULL,
    "asked" INTEGER NOT NULL DEFAULT 0,
    "done" TEXT[],
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Fault_pkey" PRIMARY KEY ("id")
);
