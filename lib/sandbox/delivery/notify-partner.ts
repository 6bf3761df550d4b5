import { randomBytes } from 'node:crypto'
import type { Merchant, Trade } from '@/generated/sandbox/client'
import { formEncode } from '../../alipay/params'
import { PRICE_CHANGED } from '../../alipay/status'
import { isAllowedUrl } from '../merchants/merchants'
import { charsetOf, filled, requestOf, timeIn, tradeParams, yuanIn } from '../trade-request'
import { isInstantOnly } from '../merchants/services'
import { signMessage } from '../merchants/sign-message'
import { shuffled } from './shuffled'
import { withQuery } from './with-query'

/**
 * The notification of a trade's present state after an action, or undefined: where the request has no notify_url, or the
 * merchant has not selected this stage (spec.md F13).
 */
export function makeNotification(
  trade: Trade,
  merchant: Merchant,
  { at, action }: { at: Date; action: string },
) {
  const url = requestOf(trade).notify_url
  const stages = merchant.stages.length > 0 ? merchant.stages : defaultStages(trade)
  const reached = [trade.tradeStatus, trade.refundStatus, action === 'change-price' ? PRICE_CHANGED : null]
  const isSelected = reached.some((stage) => stage && stages.includes(stage))
  if (!url || (stages.length > 0 && !isSelected)) return undefined
  const notifyId = randomBytes(17).toString('hex') // 34 characters (protocol.md 4.5)
  const isFirst = action === 'login'
  const params = shuffled([...messageParams(trade, merchant, at, isFirst), ['notify_id', notifyId] as const])
  return {
    notifyId,
    url,
    contentType: `application/x-www-form-urlencoded; text/html; charset=${trade.charset}`, // malformed, as in 5.2
    body: new TextEncoder().encode(signed(params, trade, merchant)),
  }
}

/** The stages of a merchant without a selection: all, and of an instant payment its end only (protocol.md 5.8). */
const defaultStages = ({ service }: Trade) =>
  isInstantOnly(service) ? ['TRADE_FINISHED', 'TRADE_SUCCESS'] : []

/**
 * The address that takes the buyer back to the shop, with the trade's present state (protocol.md 5.4), or undefined
 * where the request has no return_url, or its host is not in the merchant's list any more. The value of notify_id is
 * percent-encoded once more (4.5). The query of the merchant's own return_url comes first, unsigned (5.1).
 */
export function makeReturn(
  trade: Trade,
  merchant: Merchant,
  at: Date,
): { notifyId: string; url: string } | undefined {
  const returnUrl = requestOf(trade).return_url
  if (!returnUrl || !isAllowedUrl(returnUrl, merchant)) return undefined
  const notifyId = encodeURIComponent('RqPnCoPT3K9/vwbh3I+' + randomBytes(45).toString('base64'))
  const all: Pair[] = [
    ...messageParams(trade, merchant, at, false),
    ...actions(trade),
    ['is_success', 'T'],
    ['notify_id', notifyId],
    ['exterface', trade.service],
  ]
  const params = all.filter(([name]) =>
    trade.instant ? INSTANT_RETURN.includes(name) : name !== 'exterface',
  )
  const sorted = params.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return { notifyId, url: withQuery(returnUrl, signed(sorted, trade, merchant)) }
}

/** What the return of an instant payment carries (protocol.md 5.11). */
const INSTANT_RETURN = [
  ...['is_success', 'exterface', 'notify_id', 'notify_time', 'notify_type', 'out_trade_no', 'trade_no'],
  ...['subject', 'body', 'payment_type', 'trade_status', 'total_fee', 'extra_common_param'],
  ...['seller_email', 'seller_id', 'buyer_email', 'buyer_id'],
]

type Pair = readonly [name: string, value: string]

function signed(params: readonly Pair[], trade: Trade, merchant: Merchant): string {
  const charset = charsetOf(trade)
  const sign = signMessage(params, trade, merchant, charset)
  return formEncode([...params, ['sign', sign], ['sign_type', 'MD5']], charset)
}

/** The parameters of every message (protocol.md 5.3, from real traffic). */
function messageParams(trade: Trade, merchant: Merchant, at: Date, isFirst: boolean): Pair[] {
  const request = requestOf(trade)
  const group = trade.logisticsGroup
  const logistics = request.logistics_type && {
    logistics_type: trade.transportType ?? request[`logistics_type${group}`],
    logistics_fee: yuanIn(request[`logistics_fee${group}`]),
    logistics_payment: request[`logistics_payment${group}`],
    gmt_logistics_modify: timeIn(trade.gmtLogisticsModify),
  }
  const receiver = {
    receive_name: request.receive_name,
    receive_address: request.receive_address,
    receive_zip: request.receive_zip,
    receive_phone: request.receive_phone,
    receive_mobile: request.receive_mobile,
  }
  // A finished trade does not mention a refund that was closed before, but does mention a partial one that succeeded.
  const isForgotten = trade.tradeStatus === 'TRADE_FINISHED' && trade.refundStatus !== 'REFUND_SUCCESS'
  const refund = isForgotten ? undefined : trade
  return filled({
    ...tradeParams(trade, merchant),
    notify_type: 'trade_status_sync',
    notify_time: timeIn(at),
    extra_common_param: request.extra_common_param,
    refund_status: refund?.refundStatus,
    is_total_fee_adjust: isFirst || trade.adjusted ? 'Y' : 'N', // Y in every first message, whatever it means there
    use_coupon: 'N',
    gmt_refund: refund && timeIn(refund.gmtRefund),
    ...(isFirst ? {} : { ...logistics, ...receiver }),
  })
}

function actions({ tradeStatus }: Trade): Pair[] {
  if (tradeStatus === 'WAIT_SELLER_SEND_GOODS') return [['seller_actions', 'SEND_GOODS']]
  if (tradeStatus !== 'WAIT_BUYER_CONFIRM_GOODS') return []
  return [
    ['buyer_actions', 'REFUND,CONFIRM_GOODS'],
    ['seller_actions', 'EXTEND_TIMEOUT'],
  ]
}
