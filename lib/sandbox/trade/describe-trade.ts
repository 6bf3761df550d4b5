import type { Attempt, Delivery } from '@/generated/sandbox/client'
import { formatYuan } from '../../alipay/money'
import type { FullTrade } from './find-trade'
import { interfaceOf, isOpen } from '../merchants/methods'
import { type Answer, blankBytes } from '../delivery/post-delivery'
import { requestOf, timeIn as time } from '../trade-request'

/** A trade as the control API returns it: the gateway's names, Beijing time, yuan. */
export function describeTrade(trade: FullTrade) {
  const request = requestOf(trade)
  return {
    trade_no: trade.tradeNo,
    out_trade_no: trade.outTradeNo,
    partner: trade.partner,
    interface: interfaceOf(trade.service),
    app_id: isOpen(trade.service) ? request.app_id : undefined,
    service: trade.service,
    trade_status: trade.tradeStatus,
    refund_status: trade.refundStatus,
    total_fee: formatYuan(trade.totalFen),
    is_total_fee_adjust: trade.adjusted,
    refund: trade.refundStatus && {
      goods_received: trade.goodsReceived,
      asked: formatYuan(trade.refundFen ?? trade.totalFen),
      refunded: formatYuan(trade.refundedFen),
      transport_type: trade.returnType,
    },
    refunds: trade.refunds.map(({ requestNo, fen, reason, at }) => ({
      out_request_no: requestNo,
      amount: formatYuan(fen),
      reason,
      time: time(at),
    })),
    shipment: trade.transportType && {
      transport_type: trade.transportType,
      logistics_name: trade.logisticsName,
      invoice_no: trade.invoiceNo,
    },
    timeout: trade.timeoutAt && { at: time(trade.timeoutAt), action: trade.timeoutAction },
    subject: request.subject,
    buyer_email: trade.buyerEmail,
    _input_charset: trade.charset,
    gmt_create: time(trade.gmtCreate),
    gmt_payment: time(trade.gmtPayment),
    cashier_url: `/sandbox/cashier/${trade.id}`,
    return_url: trade.returns[0]?.url ?? null,
    history: trade.events.map(({ action, at, tradeStatus, refundStatus }) => ({
      time: time(at),
      action,
      trade_status: tradeStatus,
      refund_status: refundStatus,
    })),
    deliveries: trade.deliveries.map(describeDelivery),
  }
}

function describeDelivery(delivery: Delivery & { attempts: Attempt[] }) {
  return {
    id: delivery.id,
    notify_id: delivery.notifyId,
    url: delivery.url,
    created: time(delivery.createdAt),
    state: deliveryState(delivery),
    next_attempt: time(delivery.nextAttemptAt),
    message: Buffer.from(delivery.body).toString(),
    attempts: delivery.attempts.map(({ at, status, body, milliseconds, fault }) => ({
      time: time(at),
      status,
      body,
      milliseconds,
      fault,
      note: noteOf({ status, body }),
    })),
  }
}

function noteOf(answer: Answer): string | null {
  const more = blankBytes(answer)
  return more > 0
    ? `taken as success; blank space around it makes ${more + 7} bytes, where the documents ask for exactly 7`
    : null
}

export type DeliveryState = 'delivered' | 'waiting' | 'given_up'

export function deliveryState({ acknowledged, nextAttemptAt }: Delivery): DeliveryState {
  if (acknowledged) return 'delivered'
  return nextAttemptAt ? 'waiting' : 'given_up'
}

/** Whether it is being posted now; a claim counts by the machine's clock. */
export const isBeingSent = ({ claimedUntil }: Delivery) => claimedUntil !== null && claimedUntil > new Date()
