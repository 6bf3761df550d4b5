import type { LogLine } from '@/lib/payments/order-log'
import type { PayableState } from '@/lib/payments/start-payment'
import { isRefundStatus, isTradeStatus, REFUND_STATUSES, TRADE_STATUSES } from '@/lib/alipay/status'

interface OrderState extends PayableState {
  refundStatus: string | null
}

/** An order's state in words, as the database knows it. */
export function stateInWords({ tradeStatus, refundStatus, paidAt }: OrderState): string {
  if (tradeStatus === null) return '等待付款'
  if (refundStatus && isRefundStatus(refundStatus)) return REFUND_STATUSES[refundStatus].zh
  if (tradeStatus === 'TRADE_CLOSED' && !paidAt) return '交易关闭，没有付款'
  return isTradeStatus(tradeStatus) ? TRADE_STATUSES[tradeStatus].zh : tradeStatus
}

export const EVENT_WORDS: Record<string, string> = {
  created: '下单',
  paid: '付款成功',
  paid_late: '订单关闭后收到付款',
  price_changed: '支付宝通知：金额有变',
  shipped: '卖家已发货',
  finished: '交易完成',
  closed: '交易关闭',
  refunded: '退款成功',
}

export const CHANNEL_WORDS: Record<LogLine['channel'], string> = {
  notify: '异步通知',
  return: '页面返回',
  query: '主动查询',
  recheck: '重新检查',
}

/** How goods travel, as the gateway is told. */
export const TRANSPORT_WORDS: Record<string, string> = {
  EXPRESS: '快递',
  EMS: 'EMS',
  POST: '平邮',
  DIRECT: '无需物流',
}

export const VERDICT_WORDS: Record<string, string> = {
  applied: '已处理，订单已更新',
  duplicate: '重复，之前已处理',
  stale: '迟到的旧状态，不回退',
  bad_sign: '签名不对',
  bad_source: '网关不承认这条消息',
  bad_amount: '金额与订单不符',
  bad_seller: '卖家不是本店',
  bad_trade_no: '交易号与订单不符',
  unknown_order: '没有这个订单',
  illegal: '状态不合规则',
  malformed: '消息无法解读',
  error: '本店处理时出错',
}
