/** Those of the partner interface: the parameters that messages (protocol.md 5.3, 5.4, 5.11) and requests (2.1, 2.2, 2.5) carry. */
const PARTNER_NAMES = `
  notify_id notify_type notify_time sign sign_type is_success partnerId charset exterface out_trade_no
  trade_no trade_status refund_status payment_type subject body price quantity discount total_fee
  is_total_fee_adjust use_coupon coupon_discount seller_id seller_email seller_actions buyer_id buyer_email
  buyer_actions agent_user_id logistics_type logistics_fee logistics_payment logistics_status
  gmt_logistics_modify receive_name receive_address receive_zip receive_phone receive_mobile business_scene
  gmt_create gmt_payment gmt_send_goods gmt_refund gmt_close gmt_last_modified_time extra_common_param
  out_channel_type out_channel_amount out_channel_inst service partner _input_charset notify_url return_url
  error_notify_url show_url token seller_account_name buyer_account_name buyer_msg agent it_b_pay t_b_pay
  t_b_rec_post t_s_send_1 t_s_send_2 logistics_type_1 logistics_fee_1 logistics_payment_1 logistics_type_2
  logistics_fee_2 logistics_payment_2 paymethod enable_paymethod defaultbank need_ctu_check royalty_type
  royalty_parameters anti_phishing_key exter_invoke_ip extend_param default_login product_type
  item_orders_info sign_id_ext sign_name_ext qr_pay_mode
`

/** Those of the open platform's notifications and returns. Its requests hold one JSON text, which is not regrouped. */
const OPEN_NAMES = `
  notify_id notify_type notify_time charset version sign sign_type alipay_cert_sn app_id auth_app_id method timestamp
  trade_no out_trade_no out_biz_no merchant_order_no buyer_id buyer_open_id buyer_logon_id seller_id seller_email
  trade_status total_amount receipt_amount invoice_amount buyer_pay_amount point_amount refund_fee send_back_fee
  refund_status out_request_no refund_amount subject body gmt_create gmt_payment gmt_refund gmt_close fund_bill_list
  passback_params voucher_detail_list
`

/** Finds the parameter of one interface that a value seems to hold. */
const finder = (names: string) => {
  const within = new RegExp(`&(${names.trim().split(/\s+/).join('|')})=`)
  return (value: string): string | undefined => (value.includes('&') ? within.exec(value)?.[1] : undefined)
}

/**
 * The parameter that a value (text, or bytes of RawParams) seems to hold, such as `total_fee` in `tea&total_fee=0.01`, or
 * undefined. The string to sign joins raw values, so such a value could be regrouped into another parameter under the
 * same sign (a canonicalisation ambiguity). These values are neither sent nor believed; any other `&` and `=` is text.
 */
export const parameterWithin = finder(PARTNER_NAMES)

/** The same for the open platform (threats.md 79). */
export const openParameterWithin = finder(OPEN_NAMES)
