import type { Order } from '@/generated/shop/client'
import { parseBeijingTime } from '../alipay/beijing-time'
import { formatYuan, parseYuan } from '../alipay/money'
import type { Params } from '../alipay/params'
import type { Reason } from '../alipay/reason-codes'
import { isTradeStatus } from '../alipay/status'
import { isPaid, type News, NO_OPEN_REFUND } from '../orders/transitions'
import type { Amount, Claim, MoneyClaim, ReadClaim } from './gateway'

/** The account that messages have to name. */
export interface OpenNames {
  appId: string
  /** The 2088 number of the account. */
  partner: string
}

/** What a signed message or answer of the open platform says of its trade, its application and its amount. */
export function openClaimOf(params: Params, source: 'message' | 'answer', names: OpenNames): ReadClaim {
  const text = (name: string) => params.get(name) || null
  const time = (...names: string[]) => names.map((name) => parseBeijingTime(params.get(name) ?? '')).find(Boolean) ?? null // prettier-ignore
  const total = params.get('total_amount') ?? ''
  const totalFen = parseYuan(total) ?? null
  const word = text('trade_status')
  const tradeStatus = word && isTradeStatus(word) ? word : null
  const news: News = {
    tradeStatus,
    refundStatus: null,
    unknown: word && !tradeStatus ? `trade_status=${word}` : null,
    refundAt: time('gmt_refund', 'gmt_refund_pay'),
    paidAt: time('gmt_payment', 'send_pay_date'),
    sent: false,
    ...refundNews(params),
  }
  const claim: MoneyClaim = {
    orderNo: params.get('out_trade_no') ?? '',
    tradeNo: params.get('trade_no') ?? '',
    totalFen,
    money: moneyOf(news),
  }
  const refused = (verdict: 'bad_seller' | 'illegal' | 'no_news', reason: Reason): ReadClaim => ({
    ...reason,
    ok: false,
    verdict,
    claim,
  })
  // answers name no account: they are bound to what was asked
  const other = otherAccount(params, source, names)
  if (other) return refused('bad_seller', other)
  const type = text('notify_type')
  if (type ? type !== 'trade_status_sync' : source === 'message' && word)
    return refused('illegal', { code: 'notify_type', detail: type ?? undefined })
  const saysNothing = !word && news.refundNo === null && news.refundedFen === null
  if (saysNothing) return refused('no_news', { code: 'no_status' })
  if (word && !tradeStatus)
    return refused('illegal', { code: 'unknown_status', detail: `trade_status=${word}` })
  return {
    ok: true,
    claim: {
      ...claim,
      total,
      buyerEmail: text('buyer_logon_id'),
      at: time('notify_time'),
      news,
      told: null,
      sellerEmailChanged: false,
    },
  }
}

/** `refund_fee` is the sum of all refunds, and says nothing where it is missing; `refund_amount` is one refund's. */
function refundNews(params: Params): Pick<News, keyof typeof NO_OPEN_REFUND> {
  const refundedFen = parseYuan(params.get('refund_fee') ?? '') ?? null
  if (params.get('refund_status') === 'REFUND_SUCCESS')
    return {
      refundedFen,
      refundNo: params.get('out_request_no') || null,
      refundFen: parseYuan(params.get('refund_amount') ?? '') ?? null,
    }
  // a notification names the refund that it is about
  return { ...NO_OPEN_REFUND, refundedFen, refundNo: (refundedFen && params.get('out_biz_no')) || null }
}

function moneyOf(news: News): MoneyClaim['money'] {
  if (news.tradeStatus === 'TRADE_CLOSED') return news.paidAt || news.refundedFen ? 'back' : null
  return isPaid(news) ? 'paid' : null
}

/** Every message names the application; it names the seller, too, but no source says that it always does. */
function otherAccount(
  params: Params,
  source: 'message' | 'answer',
  { appId, partner }: OpenNames,
): Reason | undefined {
  const app = params.get('app_id')
  if (source === 'message' && !app) return { code: 'no_app' }
  if (app && app !== appId) return { code: 'other_app', detail: app }
  const seller = params.get('seller_id')
  return seller && seller !== partner ? { code: 'other_seller_id', detail: seller } : undefined
}

/** The total never changes at Alipay, and every message has it. */
export function openAmountOf({ total, totalFen }: Claim, order: Order): Amount {
  if (totalFen === null) return { kind: 'wrong', code: 'no_amount', detail: total }
  if (totalFen === order.totalFen) return { kind: 'right', quote: null }
  return {
    kind: 'wrong',
    code: 'wrong_amount',
    detail: `${formatYuan(totalFen)} ≠ ${formatYuan(order.totalFen)}`,
  }
}
