import { type Account, type SignedRequest, signRequest } from '../request'
import { RequestRefusedError } from '../request-refused'
import { checkDirectPayRequest } from '../request-rules'
import type { PaymentParams } from './payment-params'

/** The parameters of an instant payment (protocol.md 2.5), text, amounts in yuan with two decimals. */
export interface DirectPayParams extends PaymentParams {
  payment_type: '1' | '4' | '47'
  total_fee?: string
  price?: string
  quantity?: string
  error_notify_url?: string
  paymethod?: string
  enable_paymethod?: string
  defaultbank?: string
  need_ctu_check?: 'Y' | 'N'
  royalty_type?: '10'
  royalty_parameters?: string
  anti_phishing_key?: string
  exter_invoke_ip?: string
  extra_common_param?: string
  extend_param?: string
  default_login?: 'Y' | 'N'
  product_type?: string
  item_orders_info?: string
  sign_id_ext?: string
  sign_name_ext?: string
  qr_pay_mode?: '0' | '1' | '2' | '3'
}

/** The signed request that starts an instant payment. Throws RequestRefusedError for what the gateway would refuse. */
export function createDirectPayByUser(account: Account, params: DirectPayParams): SignedRequest {
  const refusals = checkDirectPayRequest({ ...params }, account.charset)
  if (refusals.length > 0) throw new RequestRefusedError(refusals)
  return signRequest(account, { service: 'create_direct_pay_by_user', ...params })
}
