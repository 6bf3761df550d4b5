-- The log is partitioned by the month, in Beijing time, of "receivedAt" (lib/messages/log-months.ts). All rows are kept.
ALTER TABLE "Notification" RENAME TO "Notification_before";

CREATE TABLE "Notification" (LIKE "Notification_before" INCLUDING DEFAULTS) PARTITION BY RANGE ("receivedAt");

-- What fits no month, so that a missing partition loses nothing
CREATE TABLE "Notification_default" PARTITION OF "Notification" DEFAULT;

-- The months of the rows, the present one and three ahead
DO $$
DECLARE month timestamp;
BEGIN
  FOR month IN
    SELECT date_trunc('month', "receivedAt" AT TIME ZONE 'Asia/Shanghai') FROM "Notification_before"
    UNION
    SELECT date_trunc('month', now() AT TIME ZONE 'Asia/Shanghai') + ahead * interval '1 month' FROM generate_series(0, 3) AS ahead
  LOOP
    EXECUTE format(
      'CREATE TABLE %I PARTITION OF "Notification" FOR VALUES FROM (%L) TO (%L)',
      'Notification_' || to_char(month, 'YYYY_MM'),
      month AT TIME ZONE 'Asia/Shanghai',
      (month + interval '1 month') AT TIME ZONE 'Asia/Shanghai'
    );
  END LOOP;
END $$;

INSERT INTO "Notification" SELECT * FROM "Notification_before";

DROP TABLE "Notification_before";

-- A key of a partitioned table has the column of the partitions in it; its index also finds an entry by its id alone
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_pkey" PRIMARY KEY ("id", "receivedAt");
CREATE INDEX "Notification_orderNo_receivedAt_idx" ON "Notification"("orderNo", "receivedAt");
CREATE INDEX "Notification_notifyId_idx" ON "Notification"("notifyId");
CREATE INDEX "Notification_receivedAt_id_idx" ON "Notification"("receivedAt", "id");
CREATE INDEX "Notification_verdict_receivedAt_id_idx" ON "Notification"("verdict", "receivedAt", "id");
CREATE INDEX "Notification_channel_receivedAt_id_idx" ON "Notification"("channel", "receivedAt", "id");
