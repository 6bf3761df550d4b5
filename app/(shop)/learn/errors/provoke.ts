/** How a code is met here: by a scenario, or by lines for a terminal with public/learn.sh; `prints` is what they show. */
export interface Provocation {
  scenario?: string
  lines?: string
  prints?: string
}

const OTHER_MERCHANT = `curl -s $B/sandbox/api/merchants -H 'content-type: application/json' -d '{"partner":"2088000000000042","key":"abcdefghijklmnopqrstuvwxyz012345","seller_email":"other@example.com","services":["create_direct_pay_by_user"]}' > /dev/null`

/** A message made by hand for a fresh order, with a sign over `signed`; the shop answers fail and keeps it with its diagnosis. */
const message = (signed: string, more = '') =>
  `buy > /dev/null; act login > /dev/null
S="notify_id=made-up&notify_type=trade_status_sync&out_trade_no=$NO&seller_id=2088000000000001&total_fee=0.01&trade_no=2026112700000000000000000001&trade_status=WAIT_SELLER_SEND_GOODS"
curl -s -d "$S${more}&sign=$(${signed} | md5)&sign_type=MD5" $B/api/alipay/notify; echo`

const asked = (lines: string, prints: string): Provocation => ({ lines, prints })
const answeredFail = (lines: string): Provocation => ({ lines, prints: 'fail' })

/** Every line is run by a browser test. */
const PROVOCATIONS: Record<string, Provocation> = {
  ILLEGAL_SERVICE: asked('ask service=create_partner_trade_by_buyr', 'ILLEGAL_SERVICE'),
  ILLEGAL_PARTNER: asked('ask partner=seller@example.com', 'ILLEGAL_PARTNER'),
  HAS_NO_PRIVILEGE: asked(
    `${OTHER_MERCHANT}
(KEY=abcdefghijklmnopqrstuvwxyz012345; ask partner=2088000000000042 seller_email=other@example.com)`,
    'HAS_NO_PRIVILEGE',
  ),
  ILLEGAL_SIGN_TYPE: asked('(TYPE=md5; ask)', 'ILLEGAL_SIGN_TYPE'),
  ILLEGAL_SIGN: asked('(KEY=wrong; ask)', 'ILLEGAL_SIGN'),
  ILLEGAL_ARGUMENT: asked('ask price=0.001', 'ILLEGAL_ARGUMENT'),
  ILLEGAL_LOGISTICS_FORMAT: asked('ask logistics_payment=', 'ILLEGAL_LOGISTICS_FORMAT'),
  ILLEGAL_FEE_PARAM: asked('ask service=create_direct_pay_by_user total_fee=0.01', 'ILLEGAL_FEE_PARAM'),
  SELLER_NOT_EXIST: asked('ask seller_email=nobody@example.com', 'SELLER_NOT_EXIST'),
  SELLER_NOT_IN_SPECIFIED_SELLERS: asked(
    `${OTHER_MERCHANT}
ask seller_email=other@example.com`,
    'SELLER_NOT_IN_SPECIFIED_SELLERS',
  ),
  BUYER_SELLER_EQUAL: asked('ask buyer_email=seller@example.com', 'BUYER_SELLER_EQUAL'),
  TRADE_DATA_MATCH_ERROR: asked(
    `fresh; ask
curl -s -X POST $B/sandbox/api/trades/$N/login > /dev/null
ask price=0.02`,
    'TRADE_DATA_MATCH_ERROR',
  ),
  BUSINESS_DATA_TAMPERED: asked(
    `fresh; ask
curl -s -X POST $B/sandbox/api/trades/$N/login > /dev/null
C=$(curl -s $B/sandbox/api/trades/$N | sed 's/.*"cashier_url":"\\([^"]*\\)".*/\\1/')
curl -s $B$C/pay -d total_fee=0.02 | sed -n 's/.*class="code">\\([A-Z0-9_]*\\)<.*/\\1/p'`,
    'BUSINESS_DATA_TAMPERED',
  ),
  TRADE_NOT_ALLOWED_PAY: asked(
    `fresh; ask
curl -s -X POST $B/sandbox/api/trades/$N/login > /dev/null
curl -s -X POST $B/sandbox/api/trades/$N/pay > /dev/null
ask`,
    'TRADE_NOT_ALLOWED_PAY',
  ),
  TOTAL_FEE_LESSEQUAL_ZERO: asked(`fresh; ask discount=-0.01`, 'TOTAL_FEE_LESSEQUAL_ZERO'),
  SELF_TIMEOUT_NOT_SUPPORT: asked(`fresh; ask it_b_pay=1h`, 'SELF_TIMEOUT_NOT_SUPPORT'),
  ILLEGAL_PAYMENT_TYPE: asked(`fresh; ask payment_type=2`, 'ILLEGAL_PAYMENT_TYPE'),
  TOTAL_FEE_GREATER_THAN_MAX: asked(`fresh; ask price=1000000.00 quantity=2`, 'TOTAL_FEE_GREATER_THAN_MAX'),
  ILLEGAL_EXTERFACE: asked('ask service=create_donate_trade_p', 'ILLEGAL_EXTERFACE'),

  key_misspelled: answeredFail(message('echo "$S$KEY"')),
  partner_as_key: answeredFail(message('printf %s "${S}2088000000000001"')),
  between_text_and_key: answeredFail(message('printf %s "$S&key=$KEY"')),
  parameter_added: answeredFail(message('printf %s "$S$KEY"', '&PHPSESSID=1')),
  notify_id_unknown: answeredFail(message('printf %s "$S$KEY"')),
  not_by_post: answeredFail('curl -s $B/api/alipay/notify; echo'),
  no_parameters: answeredFail("curl -s -d '' $B/api/alipay/notify; echo"),
  sign_missing: answeredFail('curl -s -d a=b $B/api/alipay/notify; echo'),
  broken_encoding: answeredFail("curl -s -d 'a=%zz&sign=x' $B/api/alipay/notify; echo"),
  parameter_twice: answeredFail("curl -s -d 'a=1&a=2&sign=x' $B/api/alipay/notify; echo"),
  content_type: answeredFail(
    "curl -s -H 'content-type: application/json' -d '{}' $B/api/alipay/notify; echo",
  ),
  sign_not_md5: answeredFail("curl -s -d 'a=b&sign=x&sign_type=MD5' $B/api/alipay/notify; echo"),
  sign_unexplained: { scenario: 'wrong-key' },
  return_expired: { scenario: 'return-expired' },
  verify_http: { scenario: 'verify-down' },
  charset_setting: { scenario: 'wrong-charset' },
  duplicate: { scenario: 'sent-twice' },
  stale: { scenario: 'out-of-order' },
  bad_amount: { scenario: 'price-change' },
}

/** How a code of the gateway that has no line of its own is met: the gateway is told to answer with it, once. */
const ordered = (code: string): Provocation =>
  asked(
    `fresh; curl -s $B/sandbox/api/faults -d kind=refuse -d code=${code} -d trade=$N > /dev/null; ask`,
    code,
  )

/** undefined where the sandbox has no way to it, as for a network that is down. */
export const provocationOf = (code: string, isGatewayCode: boolean): Provocation | undefined =>
  Object.hasOwn(PROVOCATIONS, code) ? PROVOCATIONS[code] : isGatewayCode ? ordered(code) : undefined
