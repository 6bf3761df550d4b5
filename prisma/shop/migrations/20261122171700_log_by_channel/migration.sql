-- CreateIndex
CREATE INDEX "Notification_channel_receivedAt_id_idx" ON "Notification"("channel", "receivedAt", "id");
