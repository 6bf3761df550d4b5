import type { LogisticsType } from '../../logistics'
import { type Account, type SignedRequest, signRequest } from '../request'
import { checkEscrowRequest } from '../request-rules'
import { RequestRefusedError } from '../request-refused'
import type { PaymentParams } from './payment-params'

/** The parameters of an escrow trade (protocol.md 2.2), text, amounts in yuan with two decimals. */
export interface EscrowParams extends PaymentParams {
  price: string
  quantity: string
  discount?: string
  payment_type: '1'
  logistics_type: LogisticsType
  logistics_fee: string
  logistics_payment: LogisticsPayment
  logistics_type_1?: LogisticsType
  logistics_fee_1?: string
  logistics_payment_1?: LogisticsPayment
  logistics_type_2?: LogisticsType
  logistics_fee_2?: string
  logistics_payment_2?: LogisticsPayment
  receive_name?: string
  receive_address?: string
  receive_zip?: string
  receive_phone?: string
  receive_mobile?: string
  t_s_send_1?: string
  t_s_send_2?: string
  t_b_rec_post?: string
}

export type LogisticsPayment = 'BUYER_PAY' | 'SELLER_PAY' | 'BUYER_PAY_AFTER_RECEIVE'

/** The signed request that starts an escrow trade. Throws RequestRefusedError for what the gateway would refuse. */
export function createPartnerTradeByBuyer(account: Account, params: EscrowParams): SignedRequest {
  const refusals = checkEscrowRequest({ ...params }, account.charset)
  if (refusals.length > 0) throw new RequestRefusedError(refusals)
  return signRequest(account, { service: 'create_partner_trade_by_buyer', ...params })
}
