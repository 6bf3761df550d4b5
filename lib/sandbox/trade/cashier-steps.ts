import { createHash, randomInt } from 'node:crypto'
import type { Trade } from '@/generated/sandbox/client'
import { beijingDay } from '../../alipay/beijing-time'
import { escrowTotalFen } from '../../alipay/partner/totals'
import { formatYuan } from '../../alipay/money'
import { ActionError } from '../action-error'
import { now } from '../clock'
import { findTradeById } from './find-trade'
import { isOpen } from '../merchants/methods'
import { requestOf } from '../trade-request'
import { payableUntil } from './timers'
import { merchantOf, type TradeChange, writeStep } from './write-step'

/** The default buyer of the control API and of the cashier's form; the password of every account. */
export const TEST_BUYER = 'buyer@example.com'
export const TEST_PASSWORD = '111111'

/** The logistics groups of a request, of which the buyer chooses one: the suffixes of their parameter names. */
export const LOGISTICS_GROUPS = ['', '_1', '_2'] as const
export type LogisticsGroup = (typeof LOGISTICS_GROUPS)[number]

/**
 * The buyer logs in at the cashier, which creates the trade, WAIT_BUYER_PAY (protocol.md 5.3). Logging in again changes
 * nothing. Throws ActionError. An account is ASCII, so that every charset can carry it.
 */
export async function logIn(tradeId: string, buyerEmail: string): Promise<Trade> {
  const trade = await findTradeById(tradeId)
  const merchant = await merchantOf(trade)
  if (!/^[\w.@+-]{1,100}$/.test(buyerEmail))
    throw new ActionError(
      'ILLEGAL_ARGUMENT',
      '买家账号要写 Email 地址或手机号码',
      'The buyer’s account must be an e-mail address or a mobile number',
    )
  if (buyerEmail.toLowerCase() === merchant.sellerEmail.toLowerCase())
    throw new ActionError(
      'BUYER_SELLER_EQUAL',
      '买家和卖家是同一个账号，不能付款',
      'Buyer and seller are the same account, so nothing can be paid',
    )
  if (trade.tradeStatus !== null) return trade
  const at = await now()
  if (at > payableUntil(trade, requestOf(trade)))
    throw new ActionError(
      'EXTERFACE_INVOKE_CONTEXT_EXPIRED',
      '这个收银台页面已经过期，请回到商户重新付款',
      'This cashier page has expired: go back to the merchant and pay from there',
    )
  return writeStep(trade, 'login', at, {
    tradeNo: newTradeNo(at),
    tradeStatus: 'WAIT_BUYER_PAY',
    buyerEmail,
    buyerId: buyerIdOf(buyerEmail),
    gmtCreate: at,
  })
}

/** How a buyer pays. `instant` counts where the service lets the buyer choose; `shownFen` is the total on the cashier's page. */
export interface Payment {
  group?: LogisticsGroup
  instant?: boolean
  shownFen?: number
}

/**
 * The buyer pays: WAIT_SELLER_SEND_GOODS, or for an instant payment TRADE_FINISHED or TRADE_SUCCESS (always so on the open
 * platform), with a notification and the return to the shop. Logs the test buyer in first if no buyer is. Throws ActionError.
 */
export async function pay(tradeId: string, { group = '', instant, shownFen }: Payment = {}): Promise<Trade> {
  const trade = await logIn(tradeId, TEST_BUYER)
  if (trade.tradeStatus !== 'WAIT_BUYER_PAY') {
    throw new ActionError(
      'TRADE_NOT_ALLOWED_PAY',
      '这笔交易已经付款或已经关闭，不能再付款',
      'This trade is paid or closed and cannot be paid',
    )
  }
  if (shownFen !== undefined && shownFen !== trade.totalFen) {
    const due = formatYuan(trade.totalFen)
    throw new ActionError(
      'BUSINESS_DATA_TAMPERED',
      `这笔交易现在应付 ${due} 元，页面带来的金额不是它：页面被改过，或者卖家刚改了价`,
      `This trade is ${due} yuan now, and the page came with another amount: it was tampered with, or the seller has just changed the price`,
    )
  }
  const totalFen = trade.instant ? trade.totalFen : totalWith(trade, group)
  const at = await now()
  const paid = { logisticsGroup: group, totalFen, gmtLogisticsModify: at, gmtPayment: at }
  const isInstant = trade.instant || (instant === true && trade.service === 'trade_create_by_buyer')
  const refundable = isOpen(trade.service) || (await merchantOf(trade)).refundable
  const status: TradeChange = isInstant
    ? paidAtOnce(refundable, at)
    : { tradeStatus: 'WAIT_SELLER_SEND_GOODS' }
  return writeStep(trade, 'pay', at, { ...paid, ...status })
}

/** An instant payment ends its trade, unless the contract makes it refundable for a while (protocol.md 2.3, 6.1). */
const paidAtOnce = (refundable: boolean, at: Date): TradeChange =>
  refundable
    ? { instant: true, tradeStatus: 'TRADE_SUCCESS' }
    : { instant: true, tradeStatus: 'TRADE_FINISHED', gmtClose: at }

/** The total in fen with this logistics group; a changed price holds for every group. Virtual goods need none. */
function totalWith(trade: Trade, group: LogisticsGroup): number {
  const request = requestOf(trade)
  const totalFen = escrowTotalFen((name) => request[name], group)
  const isThere =
    request[`logistics_type${group}`] || (group === '' && trade.service === 'create_digital_goods_trade_p')
  if (!isThere || totalFen === undefined)
    throw new ActionError(
      'LOGISTICS_CHOOSE_ERROR',
      '所选的物流方式不在这笔交易里',
      'This way of shipping is not one of the trade’s',
    )
  return trade.adjusted ? trade.totalFen : totalFen
}

/** A trade_no: 28 digits, beginning with the Beijing date (protocol.md 1). */
function newTradeNo(at: Date): string {
  return beijingDay(at).replaceAll('-', '') + Array.from({ length: 20 }, () => randomInt(10)).join('')
}

/** A buyer's 2088 number, the same in every trade. */
function buyerIdOf(email: string): string {
  const digits = BigInt('0x' + createHash('sha256').update(email).digest('hex')).toString()
  return '20881' + digits.slice(0, 11)
}
