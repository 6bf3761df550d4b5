import { type Account, type SignedRequest, signRequest } from '../request'
import type { LogisticsType } from '../../logistics'

/** The parameters of 确认发货 (protocol.md 2.6): Alipay's trade number, the carrier's name, the waybill's number. */
export interface SendGoodsParams {
  trade_no: string
  logistics_name: string
  invoice_no?: string
  transport_type: LogisticsType
}

/** The signed request that says the goods were sent. Throws UnencodableError. Safe to send again. */
export const sendGoodsConfirmByPlatform = (account: Account, params: SendGoodsParams): SignedRequest =>
  signRequest(account, { service: 'send_goods_confirm_by_platform', ...params })
