-- CreateTable
CREATE TABLE "SignInAttempts" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInAttempts_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "SignInAttempts_lastAt_idx" ON "SignInAttempts"("lastAt");
