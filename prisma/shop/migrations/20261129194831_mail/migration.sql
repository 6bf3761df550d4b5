-- The language of an order's mails; the pages were Chinese when most of the existing ones were made
ALTER TABLE "Order" ADD COLUMN "language" TEXT NOT NULL DEFAULT 'zh',
  ADD CONSTRAINT "Order_language" CHECK ("language" IN ('zh', 'en'));

CREATE TABLE "Mail" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "orderNo" TEXT,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3),
    "error" TEXT,
    "reply" INTEGER,
    "secretUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Mail_state" CHECK ("state" IN ('kept', 'waiting', 'sent', 'failed')),
    CONSTRAINT "Mail_language" CHECK ("language" IN ('zh', 'en'))
);

CREATE UNIQUE INDEX "Mail_key_key" ON "Mail"("key");
CREATE INDEX "Mail_createdAt_id_idx" ON "Mail"("createdAt", "id");
CREATE INDEX "Mail_state_dueAt_idx" ON "Mail"("state", "dueAt");
CREATE INDEX "Mail_state_createdAt_id_idx" ON "Mail"("state", "createdAt", "id");
