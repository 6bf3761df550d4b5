-- CreateTable
CREATE TABLE "Flash" (
    "id" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Flash_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Flash_expiresAt_idx" ON "Flash"("expiresAt");
