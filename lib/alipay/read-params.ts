import { type Charset, textForPeople, textOf } from './charset'
import type { Reason } from './reason-codes'
import type { Params, RawParams } from './params'

/** `unreadable` names the parameters whose text has U+FFFD for bytes that are not text. */
export type ReadParams = { ok: true; params: Params; unreadable: string[] } | ({ ok: false } & Reason)

/**
 * Bytes to text, leniently. What a program decides by (numbers, ids, statuses, amounts, times) must be text; what only
 * people read need not be, because the gateway cuts `receive_address` at 256 bytes, in the middle of a character
 * (threats.md 44).
 */
export function readParams(raw: RawParams, charset: Charset): ReadParams {
  const params = new Map<string, string>()
  const unreadable: string[] = []
  for (const [rawName, rawValue] of raw) {
    const name = textOf(rawName, charset)
    if (name === undefined) return { ok: false, code: 'name_not_text', detail: charset }
    const value = textOf(rawValue, charset)
    if (value === undefined) {
      if (isDeciding(name)) return { ok: false, code: 'field_not_text', detail: name }
      unreadable.push(name)
    }
    params.set(name, value ?? textForPeople(rawValue, charset))
  }
  return { ok: true, params, unreadable }
}

/** ASCII in every genuine message (protocol.md 5.3, 5.4, 5.11) and answer (2.6 to 2.10); the last two lines are the open platform's. */
const DECIDING = new Set(
  `
  notify_id notify_type notify_time sign sign_type is_success exterface charset service partner partnerId
  _input_charset out_trade_no trade_no payment_type trade_status additional_trade_status refund_status
  flag_trade_locked price quantity discount total_fee is_total_fee_adjust use_coupon coupon_discount
  coupon_used_fee seller_id buyer_id agent_user_id logistics_type logistics_fee logistics_payment
  logistics_status
  app_id auth_app_id alipay_cert_sn method version timestamp total_amount receipt_amount invoice_amount
  buyer_pay_amount point_amount out_biz_no out_request_no refund_fee refund_amount send_back_fee buyer_open_id
`
    .trim()
    .split(/\s+/),
)

export const isDeciding = (name: string) => DECIDING.has(name) || name.startsWith('gmt_')
