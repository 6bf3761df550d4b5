-- Refunds, and the questions what became of them
ALTER TABLE "GatewayCall" DROP CONSTRAINT "GatewayCall_verb",
  ADD CONSTRAINT "GatewayCall_verb" CHECK ("verb" IN ('pay', 'query', 'close', 'ship', 'refund', 'refund_query'));
