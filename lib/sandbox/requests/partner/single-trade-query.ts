import type { Merchant, Trade } from '@/generated/sandbox/client'
import { formatBeijingTime } from '../../../alipay/beijing-time'
import { formatYuan } from '../../../alipay/money'
import type { XmlParams } from '../../../alipay/partner/write-xml-answer'
import type { Authentic } from './authenticate'
import { findNamedTrade } from './find-named-trade'
import { filled, requestOf, timeIn, tradeParams, yuanIn } from '../../trade-request'
import { type ServiceAnswer, tradeXml } from './xml-answer'

/** 单笔交易查询 (protocol.md 2.8). */
export async function singleTradeQuery(query: Authentic): Promise<ServiceAnswer> {
  const named = await findNamedTrade(query, 'out_trade_no')
  if (named.kind === 'refused') return named
  return tradeXml(query, 'trade', elements(named.trade, query.merchant))
}

/** The answer's elements in alphabetical order, without empty ones; flags are T and F here, gmt_refund has milliseconds. */
function elements(trade: Trade, merchant: Merchant): XmlParams {
  const isPaidOut = trade.tradeStatus === 'TRADE_FINISHED' || trade.tradeStatus === 'TRADE_SUCCESS'
  const params = filled({
    ...tradeParams(trade, merchant),
    additional_trade_status: trade.tradeStatus === 'TRADE_CLOSED' ? 'DAEMON_CONFIRM_CLOSE' : null,
    flag_trade_locked: '0',
    gmt_last_modified_time: timeIn(trade.gmtModified),
    gmt_logistics_modify: timeIn(trade.gmtLogisticsModify),
    gmt_refund:
      trade.gmtRefund &&
      `${formatBeijingTime(trade.gmtRefund)}.${trade.gmtRefund.toISOString().slice(20, 23)}`,
    is_total_fee_adjust: trade.adjusted ? 'T' : 'F',
    logistics_fee: trade.instant ? null : yuanIn(requestOf(trade)[`logistics_fee${trade.logisticsGroup}`]),
    operator_role: 'B',
    refund_fee: trade.refundFen === null ? null : formatYuan(trade.refundFen),
    refund_status: trade.refundStatus,
    time_out: timeIn(trade.timeoutAt),
    to_buyer_fee: formatYuan(trade.refundedFen),
    to_seller_fee: formatYuan(isPaidOut ? trade.totalFen - trade.refundedFen : 0),
    use_coupon: 'F',
  })
  return params.sort(([a], [b]) => (a < b ? -1 : 1))
}
