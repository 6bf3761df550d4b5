import type { LogisticsType } from '../logistics'
import { RequestRefusedError } from '../refusal'
import type { SignedRequest } from '../signed-request'
import { type Account, signRequest } from './request'
import { checkEscrowRequest } from './request-rules'

/** The parameters of an escrow trade (protocol.md 2.2), text, amounts in yuan with two decimals. */
export interface EscrowParams {
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

/** The parameters of 确认发货 (protocol.md 2.6): Alipay's trade number, carrier and waybill number. */
export interface SendGoodsParams {
  trade_no: string
  logistics_name: string
  invoice_no?: string
  transport_type: LogisticsType
}

/** The signed request that reports a shipment. Throws UnencodableError. Idempotent. */
export const sendGoodsConfirmByPlatform = (account: Account, params: SendGoodsParams): SignedRequest =>
  signRequest(account, { service: 'send_goods_confirm_by_platform', ...params })

/** A trade by Alipay's number, which is faster, or by the merchant's. */
export type TradeName = { trade_no: string } | { out_trade_no: string }

/** The signed request for a trade's present state (protocol.md 2.8). */
export const singleTradeQuery = (account: Account, trade: TradeName): SignedRequest =>
  signRequest(account, { service: 'single_trade_query', ...trade })

/** The trade to close; the merchant's number is called out_order_no here (protocol.md 2.7). */
export type ClosedTrade = { trade_no: string } | { out_order_no: string }

/** The signed request by which the seller closes an unpaid trade (protocol.md 2.7). */
export const closeTrade = (account: Account, trade: ClosedTrade): SignedRequest =>
  signRequest(account, { service: 'close_trade', ...trade, trade_role: 'S' })
