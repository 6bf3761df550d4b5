import type { Merchant, Trade } from '@/generated/sandbox/client'
import { formatBeijingTime } from '../../../alipay/beijing-time'
import { formatYuan } from '../../../alipay/money'
import type { XmlParams } from '../../../alipay/partner/write-xml-answer'
import type { Authentic } from './authenticate'
import { findNamedTrade } from './find-named-trade'
import { requestOf, yuanIn } from '../../trade-request'
import { type ServiceAnswer, signedXml } from './xml-answer'

/** 单笔交易查询 (protocol.md 2.8). */
export async function singleTradeQuery(query: Authentic): Promise<ServiceAnswer> {
  const { text, merchant, charset } = query
  const named = await findNamedTrade(query, 'out_trade_no')
  if (named.kind === 'refused') return named
  const request = Object.entries(text).filter(([name]) => name !== 'sign' && name !== 'sign_type')
  const response = { element: 'trade', params: tradeParams(named.trade, merchant) }
  return signedXml({ request, response }, merchant.key, charset)
}

/** The answer's elements in alphabetical order, without empty ones; flags are T and F here, gmt_refund has milliseconds. */
function tradeParams(trade: Trade, merchant: Merchant): XmlParams {
  const request = requestOf(trade)
  const group = trade.logisticsGroup
  const time = (moment: Date | null) => moment && formatBeijingTime(moment)
  const isPaidOut = trade.tradeStatus === 'TRADE_FINISHED' || trade.tradeStatus === 'TRADE_SUCCESS'
  const params: Record<string, string | null | undefined> = {
    additional_trade_status: trade.tradeStatus === 'TRADE_CLOSED' ? 'DAEMON_CONFIRM_CLOSE' : null,
    body: request.body,
    buyer_email: trade.buyerEmail,
    buyer_id: trade.buyerId,
    discount: yuanIn(request.discount),
    flag_trade_locked: '0',
    gmt_close: time(trade.gmtClose),
    gmt_create: time(trade.gmtCreate),
    gmt_last_modified_time: time(trade.gmtModified),
    gmt_logistics_modify: time(trade.gmtLogisticsModify),
    gmt_payment: time(trade.gmtPayment),
    gmt_refund:
      trade.gmtRefund &&
      `${formatBeijingTime(trade.gmtRefund)}.${trade.gmtRefund.toISOString().slice(20, 23)}`,
    gmt_send_goods: time(trade.gmtSendGoods),
    is_total_fee_adjust: trade.adjusted ? 'T' : 'F',
    logistics_fee: trade.instant ? null : yuanIn(request[`logistics_fee${group}`]),
    operator_role: 'B',
    out_trade_no: trade.outTradeNo,
    payment_type: request.payment_type,
    price: request.price ? yuanIn(request.price) : formatYuan(trade.totalFen),
    quantity: request.quantity ?? '1',
    refund_fee: trade.refundFen === null ? null : formatYuan(trade.refundFen),
    refund_status: trade.refundStatus,
    seller_email: merchant.sellerEmail,
    seller_id: merchant.partner,
    subject: request.subject,
    time_out: time(trade.timeoutAt),
    to_buyer_fee: formatYuan(trade.refundedFen),
    to_seller_fee: formatYuan(isPaidOut ? trade.totalFen - trade.refundedFen : 0),
    total_fee: formatYuan(trade.totalFen),
    trade_no: trade.tradeNo,
    trade_status: trade.tradeStatus,
    use_coupon: 'F',
  }
  return Object.entries(params).filter((pair): pair is [string, string] => Boolean(pair[1]))
}
