-- AlterTable
ALTER TABLE "GatewayCall" ADD COLUMN     "verb" TEXT,
ADD COLUMN     "outcome" TEXT,
ADD COLUMN     "code" TEXT,
ADD COLUMN     "detail" TEXT;

UPDATE "GatewayCall" SET "verb" = CASE "service"
  WHEN 'single_trade_query' THEN 'query'
  WHEN 'send_goods_confirm_by_platform' THEN 'ship'
  WHEN 'close_trade' THEN 'close'
  ELSE 'pay'
END;

-- `result` was T, the gateway's error code, or in parentheses a sentence: why there was no answer to believe
UPDATE "GatewayCall" AS call
SET "outcome" = ended."outcome", "code" = ended."code",
  "detail" = CASE WHEN ended."code" = 'other' THEN ended."why" ELSE NULLIF(substring(ended."why" FROM ended."pattern"), '') END
FROM (
  SELECT DISTINCT ON (old."id") old."id", form.*, substring(old."result" FROM '^\((.*)\)$') AS "why"
  FROM "GatewayCall" AS old, (VALUES
    (1, '^no answer in (\d+) ms$', 'unreachable', 'timeout'),
    (2, '^no connection: (.*)$', 'unreachable', 'no_connection'),
    (3, '^HTTP (\d+)$', 'unreachable', 'http_status'),
    (4, '^an answer of more than (\d+) bytes$', 'unreachable', 'answer_too_long'),
    (5, '^the answer''s sign is not the one computed here()$', 'unbelievable', 'wrong_sign'),
    (6, '^not XML()$', 'unbelievable', 'not_xml'),
    (7, '^a DOCTYPE, which no answer of the gateway has()$', 'unbelievable', 'doctype'),
    (8, '^(.*) is there twice$', 'unbelievable', 'element_twice'),
    (9, '^is_success is neither T nor F with an error()$', 'unbelievable', 'no_is_success'),
    (10, '^more than one element under response()$', 'unbelievable', 'two_responses'),
    (11, '^it declares a charset that this interface does not have()$', 'unbelievable', 'unknown_charset'),
    (12, '^a parameter''s name is not (.*)$', 'unbelievable', 'name_not_text'),
    (13, '^the bytes of (\S+) are not .*$', 'unbelievable', 'field_not_text'),
    (14, '', 'unbelievable', 'other')
  ) AS form ("rank", "pattern", "outcome", "code")
  WHERE old."result" LIKE '(%)' AND substring(old."result" FROM '^\((.*)\)$') ~ form."pattern"
  ORDER BY old."id", form."rank"
) AS ended
WHERE call."id" = ended."id";

UPDATE "GatewayCall" SET "outcome" = 'answered' WHERE "result" = 'T';
UPDATE "GatewayCall" SET "outcome" = 'refused', "code" = "result" WHERE "result" IS NOT NULL AND "outcome" IS NULL;

-- AlterTable
ALTER TABLE "GatewayCall" ALTER COLUMN "verb" SET NOT NULL,
DROP COLUMN "result",
ADD CONSTRAINT "GatewayCall_verb" CHECK ("verb" IN ('pay', 'query', 'close', 'ship')),
ADD CONSTRAINT "GatewayCall_outcome" CHECK ("outcome" IN ('answered', 'refused', 'unreachable', 'unbelievable'));
