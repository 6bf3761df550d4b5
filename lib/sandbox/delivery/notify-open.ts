import { randomBytes } from 'node:crypto'
import type { Merchant, Trade, TradeRefund } from '@/generated/sandbox/client'
import { formatBeijingTime } from '../../alipay/beijing-time'
import { formatYuan } from '../../alipay/money'
import { formEncode } from '../../alipay/params'
import { isAllowedUrl } from '../merchants/merchants'
import { signMessage } from '../merchants/sign-message'
import { charsetOf, filled, maskedAccount, requestOf, timeIn } from '../trade-request'
import { shuffled } from './shuffled'
import { withQuery } from './with-query'

/** The statuses that a trade's notification tells, by its method: silence about the others is normal (protocol-open.md 5). */
const TOLD: Record<string, readonly string[]> = {
  'alipay.trade.page.pay': ['TRADE_SUCCESS'],
  'alipay.trade.precreate': ['TRADE_SUCCESS'],
  'alipay.trade.wap.pay': ['TRADE_SUCCESS', 'TRADE_CLOSED', 'TRADE_FINISHED'],
}

/**
 * The notification of a trade's present state, or undefined: where the request has no notify_url, or this status is not
 * told. A refund is always told, a whole one by TRADE_CLOSED. `refund` is the one that this step made.
 */
export function makeNotification(
  trade: Trade,
  merchant: Merchant,
  { at, refund }: { at: Date; refund: TradeRefund | undefined },
) {
  const url = requestOf(trade).notify_url
  const isDefault = merchant.stages.length === 0
  const stages = isDefault ? (TOLD[trade.service] ?? []) : merchant.stages
  const isTold = stages.includes(trade.tradeStatus ?? '') || (isDefault && refund !== undefined)
  if (!url || !isTold) return undefined
  const notifyId = randomBytes(17).toString('hex')
  const params = shuffled(notificationParams(trade, merchant, at, notifyId, refund))
  return {
    notifyId,
    url,
    contentType: `application/x-www-form-urlencoded; text/html; charset=${trade.charset}`, // malformed, as the partner interface's
    body: new TextEncoder().encode(signed(params, trade, merchant)),
  }
}

/** No field is empty: the official SDK would keep it in the signed text (protocol-open.md 5). */
function notificationParams(
  trade: Trade,
  merchant: Merchant,
  at: Date,
  notifyId: string,
  refund: TradeRefund | undefined,
): Pair[] {
  const request = requestOf(trade)
  const total = formatYuan(trade.totalFen)
  const paid = trade.gmtPayment && {
    receipt_amount: total,
    invoice_amount: total,
    buyer_pay_amount: total,
    point_amount: '0.00',
    fund_bill_list: JSON.stringify([{ amount: total, fundChannel: 'ALIPAYACCOUNT' }]), // camel case here, snake case in query
  }
  const refunded = trade.refundedFen > 0 && {
    refund_fee: formatYuan(trade.refundedFen), // of all refunds together
    gmt_refund: trade.gmtRefund && `${formatBeijingTime(trade.gmtRefund)}.${milliseconds(trade.gmtRefund)}`,
    out_biz_no: refund?.requestNo,
    send_back_fee: refund && formatYuan(refund.fen),
  }
  return filled({
    notify_id: notifyId,
    notify_type: 'trade_status_sync',
    notify_time: timeIn(at),
    charset: trade.charset,
    version: '1.0',
    app_id: request.app_id,
    auth_app_id: request.app_id,
    trade_no: trade.tradeNo,
    out_trade_no: trade.outTradeNo,
    trade_status: trade.tradeStatus,
    buyer_id: trade.buyerId,
    buyer_logon_id: trade.buyerEmail && maskedAccount(trade.buyerEmail),
    seller_id: merchant.partner,
    seller_email: merchant.sellerEmail,
    subject: request.subject,
    body: request.body,
    passback_params: request.passback_params,
    total_amount: total,
    gmt_create: timeIn(trade.gmtCreate),
    gmt_payment: timeIn(trade.gmtPayment),
    gmt_close: timeIn(trade.gmtClose),
    ...paid,
    ...refunded,
  })
}

const milliseconds = (moment: Date) => moment.toISOString().slice(20, 23)

/**
 * The address that takes the buyer back to the shop, or undefined where the request has no return_url, or its host is not in
 * the merchant's list any more. It says who paid how much for which order, and no status. The notifyId is only a key of our
 * table: nothing asks for it.
 */
export function makeReturn(
  trade: Trade,
  merchant: Merchant,
  at: Date,
): { notifyId: string; url: string } | undefined {
  const { return_url: returnUrl, app_id } = requestOf(trade)
  if (!returnUrl || !isAllowedUrl(returnUrl, merchant)) return undefined
  const params = filled({
    charset: trade.charset,
    out_trade_no: trade.outTradeNo,
    method: `${trade.service}.return`,
    total_amount: formatYuan(trade.totalFen),
    trade_no: trade.tradeNo,
    auth_app_id: app_id,
    version: '1.0',
    app_id,
    seller_id: merchant.partner,
    timestamp: timeIn(at),
  })
  return {
    notifyId: randomBytes(17).toString('hex'),
    url: withQuery(returnUrl, signed(params, trade, merchant)),
  }
}

type Pair = readonly [name: string, value: string]

function signed(params: readonly Pair[], trade: Trade, merchant: Merchant): string {
  const charset = charsetOf(trade)
  const sign = signMessage(params, trade, merchant, charset)
  return formEncode([...params, ['sign', sign], ['sign_type', 'RSA2']], charset)
}
