/** What every payment request may carry (docs/protocol.md 2.2, 2.5): text, amounts in yuan with two decimals. */
export interface PaymentParams {
  out_trade_no: string
  subject: string
  body?: string
  seller_email?: string
  seller_id?: string
  seller_account_name?: string
  buyer_email?: string
  buyer_id?: string
  buyer_account_name?: string
  notify_url?: string
  return_url?: string
  show_url?: string
  it_b_pay?: string
  token?: string
}
