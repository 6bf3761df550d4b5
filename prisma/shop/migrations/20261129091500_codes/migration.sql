-- AlterTable
ALTER TABLE "Notification" ADD COLUMN "code" TEXT,
ADD COLUMN "detail" TEXT,
ADD COLUMN "tradeStatus" TEXT,
ADD COLUMN "fromTrade" TEXT,
ADD COLUMN "toTrade" TEXT,
ADD COLUMN "fromRefund" TEXT,
ADD COLUMN "toRefund" TEXT,
ADD COLUMN "fromFen" INTEGER,
ADD COLUMN "toFen" INTEGER;

-- The sentences of before, in the order in which they are tried: the whole sentence, its code, what the detail is.
UPDATE "Notification" SET "code" = found."code", "detail" = found."detail"
FROM (
  SELECT DISTINCT ON (message."id") message."id", sentence."code",
    NULLIF(regexp_replace(message."reason", '^' || sentence."pattern" || '$', sentence."detail"), '') AS "detail"
  FROM "Notification" AS message
  JOIN (VALUES
    (1, 'by ([A-Z]+), not by POST', 'not_by_post', '\1'),
    (2, 'the body did not arrive within (\d+) ms', 'body_stalled', '\1'),
    (3, 'the Content-Type is not .*', 'content_type', ''),
    (4, 'more than (\d+) bytes', 'too_long', '\1'),
    (5, 'no parameters', 'no_parameters', ''),
    (6, 'more than (\d+) parameters', 'too_many_parameters', '\1'),
    (7, 'the parameter "(.*)" is given twice', 'parameter_twice', '\1'),
    (8, 'broken percent-encoding(?:, or a NUL,)? in "(.*)"', 'broken_encoding', '\1'),
    (9, 'a name with & or = in it', 'name_with_separator', ''),
    (10, '(.*) seems to hold (\w+): under one sign this can be read in two ways', 'value_with_parameter', '\1: \2'),
    (11, 'a parameter''s name is not (\S+)', 'name_not_text', '\1'),
    (12, 'the bytes of (\S+) are not \S+', 'field_not_text', '\1'),
    (13, 'the bytes are not [^ ;]+; it looks like (\S+): .*', 'other_charset', '\1'),
    (14, 'the bytes are not [^ ;]+', 'not_text', ''),
    (15, 'the bytes are not in the charset that it declares', 'not_text', ''),
    (16, 'it declares a charset that this interface does not have', 'unknown_charset', ''),
    (17, 'not XML', 'not_xml', ''),
    (18, 'a DOCTYPE, which no answer of the gateway has', 'doctype', ''),
    (19, '(\S+) is there twice', 'element_twice', '\1'),
    (20, 'is_success is neither T nor F with an error', 'no_is_success', ''),
    (21, 'more than one element under response', 'two_responses', ''),
    (22, 'the answer holds no trade', 'no_trade', ''),
    (23, 'there is no sign', 'no_sign', ''),
    (24, 'sign_type is not (\S+)', 'sign_type', '\1'),
    (25, '(?:sign|the answer''s sign) is not the one computed here.*', 'wrong_sign', ''),
    (26, 'there is no notify_id, so the gateway cannot be asked', 'no_notify_id', ''),
    (27, 'this notify_id has confirmed a message about another order', 'notify_id_reused', ''),
    (28, 'this very message has been verified and processed before', 'processed_before', ''),
    (29, 'the gateway .* the notify_id: (?:false|invalid)', 'gateway_denied', ''),
    (30, 'the gateway .* the notify_id: \(no connection: (.*)\)', 'no_connection', '\1'),
    (31, 'the gateway .* the notify_id: \(HTTP (\d+)\)', 'http_status', '\1'),
    (32, 'the gateway .* the notify_id: \(no answer in (\d+) ms\)', 'timeout', '\1'),
    (33, 'the gateway .* the notify_id: \(more than one word\)', 'answer_too_long', ''),
    (34, 'the gateway .* the notify_id: .*', 'not_a_word', ''),
    (35, 'notify_type is (.*), not trade_status_sync', 'notify_type', '\1'),
    (36, 'the message names no seller', 'no_seller', ''),
    (37, 'seller_id is (.*), ours is .*', 'other_seller_id', '\1'),
    (38, 'seller_email is (.*), ours is .*', 'other_seller_email', '\1'),
    (39, 'there is no order (.*)', 'no_order', '\1'),
    (40, 'trade_no "(.*)" is not a trade number', 'no_trade_no', '\1'),
    (41, 'the order belongs to trade (\d+), not .*', 'order_has_other_trade', '\1'),
    (42, 'trade .* belongs to order (\S+)', 'trade_has_other_order', '\1'),
    (43, 'total_fee is (\d+\.\d\d), the order''s total is (\d+\.\d\d)(?:; .*)?', 'wrong_total', '\1 ≠ \2'),
    (44, 'total_fee is (\d+\.\d\d) with (.*), the order''s total is (\d+\.\d\d)(?:; .*)?', 'wrong_total', '\1 \2 ≠ \3'),
    (45, 'total_fee is "(.*)", the order''s total is (\d+) fen', 'wrong_total', '\1 ≠ \2 fen'),
    (46, 'total_fee is "(.*)"', 'not_an_amount', '\1'),
    (47, 'price, quantity, discount and postage do not make up total_fee', 'wrong_parts', ''),
    (48, 'the order is at (\S+) already', 'further_on', '\1'),
    (49, 'an error on our side; the gateway will send it again', 'our_error', ''),
    (50, '(?:refund )?\w+ cannot become \w+(?:; .*)?', 'cannot_follow', '\&'),
    (51, '(?:trade|refund)_status ".*" is unknown', 'unknown_status', '\&'),
    (52, '.*', 'other', '\&')
  ) AS sentence ("rank", "pattern", "code", "detail") ON message."reason" ~ ('^' || sentence."pattern" || '$')
  ORDER BY message."id", sentence."rank"
) AS found
WHERE found."id" = "Notification"."id";

-- Up to two statuses in one sentence.
UPDATE "Notification"
SET "detail" = regexp_replace(
  regexp_replace("detail", '(?:refund )?(\w+) cannot become (\w+)', '\1 -> \2', 'g'),
  '(trade_status|refund_status) "([^"]*)" is unknown', '\1=\2', 'g'
)
WHERE "code" IN ('cannot_follow', 'unknown_status');

-- In parentheses stood why there was no word of the gateway; the code says so now, or the detail where the code says more.
UPDATE "Notification" SET "responseTxt" = NULL, "detail" = CASE
  WHEN "code" NOT IN ('processed_before', 'our_error') THEN "detail"
  WHEN "responseTxt" LIKE '(HTTP %' THEN 'http_status'
  WHEN "responseTxt" LIKE '(no answer %' THEN 'timeout'
  WHEN "responseTxt" LIKE '(more %' THEN 'answer_too_long'
  ELSE 'no_connection'
END
WHERE "responseTxt" ~ '^\((?:no connection: .*|HTTP \d+|no answer in \d+ ms|more than one word)\)$';

UPDATE "Notification"
SET "tradeStatus" = left("params" ->> 'trade_status', 64)
WHERE "params" ->> 'trade_status' IS NOT NULL;

UPDATE "Notification"
SET
  "fromTrade" = NULLIF(found.part[1], 'none'), "fromRefund" = found.part[2],
  "toTrade" = NULLIF(found.part[3], 'none'), "toRefund" = found.part[4],
  "fromFen" = replace(found.part[5], '.', '')::int, "toFen" = replace(found.part[6], '.', '')::int
FROM (
  SELECT "id", regexp_match(
    "transition", '^(\w+)(?: \+ (\w+))? -> (\w+)(?: \+ (\w+))?(?:, price (\d{1,7}\.\d\d) -> (\d{1,7}\.\d\d))?$'
  ) AS part
  FROM "Notification" WHERE "transition" IS NOT NULL
) AS found
WHERE found."id" = "Notification"."id";

-- AlterTable
ALTER TABLE "Notification" DROP COLUMN "reason",
DROP COLUMN "transition";
