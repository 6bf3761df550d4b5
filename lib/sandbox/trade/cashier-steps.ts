import { createHash, randomInt } from 'node:crypto'
import type { Prisma, Trade } from '@/generated/sandbox/client'
import { beijingDay } from '../../alipay/beijing-time'
import { escrowTotalFen } from '../../alipay/partner/escrow-total'
import { formatYuan } from '../../alipay/money'
import { ActionError } from './action-error'
import { now } from '../clock'
import { wakeCourier } from '../delivery/delivery-queue'
import { db } from '../db'
import { noSuchTrade } from './find-trade'
import { findMerchant } from '../merchants'
import { makeNotification, makeReturn } from '../delivery/notify-partner'
import { requestOf } from './request-of'
import { nextTimeout } from './timers'

/** How a trade begins at the cashier, and the one writer of its steps; the rest of its life is in trade-life.ts. */

/** The buyer that the control API and the cashier's form use unless told otherwise; every account's password. */
export const TEST_BUYER = 'buyer@example.com'
export const TEST_PASSWORD = '111111'

/** After this the cashier's page is old, and the buyer has to begin again at the shop (EXTERFACE_INVOKE_CONTEXT_EXPIRED). */
const CASHIER_VALID_MS = 24 * 60 * 60_000

/** Which logistics group the buyer may choose: its suffix in the request's parameter names. */
export const LOGISTICS_GROUPS = ['', '_1', '_2'] as const
export type LogisticsGroup = (typeof LOGISTICS_GROUPS)[number]

/**
 * The buyer logs in at the cashier; only now the trade comes into being, WAIT_BUYER_PAY (protocol.md 5.3). Logging in
 * again changes nothing. Throws ActionError; the account is one that every charset can carry.
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
  if (at.getTime() - trade.requestedAt.getTime() > CASHIER_VALID_MS)
    throw new ActionError(
      'EXTERFACE_INVOKE_CONTEXT_EXPIRED',
      '这个收银台页面已经过期，请回到商户重新付款',
      'This cashier page has expired: go back to the merchant and pay from there',
    )
  return step(trade, 'login', at, {
    tradeNo: newTradeNo(at),
    tradeStatus: 'WAIT_BUYER_PAY',
    buyerEmail,
    buyerId: buyerIdOf(buyerEmail),
    gmtCreate: at,
  })
}

/** How a buyer pays: with which logistics group, at once or in escrow where the service lets the buyer choose, and the total shown at the cashier. */
export interface Payment {
  group?: LogisticsGroup
  instant?: boolean
  shownFen?: number
}

/**
 * The buyer pays: WAIT_SELLER_SEND_GOODS, or for an instant payment TRADE_FINISHED or TRADE_SUCCESS; a notification, and
 * the way back to the shop. Logs the test buyer in first if nobody is. Throws ActionError.
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
  const { refundable } = await merchantOf(trade)
  return step(trade, 'pay', at, {
    ...paid,
    ...(isInstant ? paidAtOnce(refundable, at) : { tradeStatus: 'WAIT_SELLER_SEND_GOODS' }),
  })
}

/** The end of a trade, unless its contract lets it be refunded for a while (protocol.md 2.3, 6.1). */
const paidAtOnce = (refundable: boolean, at: Date): TradeChange =>
  refundable
    ? { instant: true, tradeStatus: 'TRADE_SUCCESS' }
    : { instant: true, tradeStatus: 'TRADE_FINISHED', gmtClose: at }

/** The total in fen with this logistics group; a changed price holds for every one. Virtual goods need none. */
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

export type TradeChange = Prisma.TradeUpdateManyMutationInput

/** Steps that the gateway tells nobody of (protocol.md 6.3, 6.6). */
const SILENT = ['extend', 'timeout-send-2']

/**
 * Writes one step with its history, the next timeout, and the notification of it, if nobody else has moved the trade
 * meanwhile. Throws ActionError if somebody has.
 */
export async function step(trade: Trade, action: string, at: Date, data: TradeChange): Promise<Trade> {
  const merchant = await merchantOf(trade)
  const after = await db().$transaction(async (tx) => {
    const { count } = await tx.trade.updateMany({
      where: { id: trade.id, version: trade.version },
      data: {
        ...data,
        gmtModified: at,
        ...('refundStatus' in data && { gmtRefundModified: at }),
        version: { increment: 1 },
      },
    })
    if (count === 0)
      throw new ActionError(
        'TRADE_STATUS_NOT_AVAILD',
        '这笔交易刚刚被别的操作改变，请刷新后再试',
        'This trade has just been changed by somebody else: reload the page and try again',
      )
    const moved = await tx.trade.findUniqueOrThrow({ where: { id: trade.id } })
    const timeout = nextTimeout(moved, requestOf(moved))
    const after = await tx.trade.update({
      where: { id: trade.id },
      data: { timeoutAt: timeout?.at ?? null, timeoutAction: timeout?.action ?? null },
    })
    const { id: tradeId, partner, tradeStatus, refundStatus } = after
    await tx.tradeEvent.create({ data: { tradeId, action, tradeStatus, refundStatus, at } })
    // The message of the shipping still has the earlier gmt_logistics_modify (protocol.md 5.3).
    const told = action === 'ship' ? { ...after, gmtLogisticsModify: trade.gmtLogisticsModify } : after
    const notification = SILENT.includes(action) ? undefined : makeNotification(told, merchant, at, action)
    if (notification) {
      await tx.delivery.create({
        data: { ...notification, tradeId, partner, createdAt: at, nextAttemptAt: at },
      })
    }
    const wayBack = action === 'pay' ? makeReturn(after, merchant, at) : undefined
    if (wayBack) await tx.returnRedirect.create({ data: { ...wayBack, partner, tradeId, issuedAt: at } })
    return after
  })
  wakeCourier()
  return after
}

async function merchantOf({ partner }: Trade) {
  const merchant = await findMerchant(partner)
  if (!merchant)
    throw new ActionError('ILLEGAL_PARTNER', `没有商户 ${partner}`, `There is no merchant ${partner}`)
  return merchant
}

export async function findTradeById(id: string): Promise<Trade> {
  const trade = await db().trade.findUnique({ where: { id } })
  if (!trade) throw noSuchTrade()
  return trade
}

/** 28 digits, beginning with the Beijing date (protocol.md 1). */
function newTradeNo(at: Date): string {
  return beijingDay(at).replaceAll('-', '') + Array.from({ length: 20 }, () => randomInt(10)).join('')
}

/** The same buyer has the same 2088 number in every trade. */
function buyerIdOf(email: string): string {
  const digits = BigInt('0x' + createHash('sha256').update(email).digest('hex')).toString()
  return '20881' + digits.slice(0, 11)
}
