import type { Trade } from '@/generated/sandbox/client'
import { formatYuan } from '../../alipay/money'
import { ActionError } from '../action-error'
import { now } from '../clock'
import { db } from '../db'
import { isOpen } from '../merchants/methods'
import { findTradeById } from './find-trade'
import { type NewRefund, writeStep } from './write-step'

/** The trade after a refund; `moved` is whether this call moved the money, and not an earlier one of the same number. */
export interface Refunded {
  trade: Trade
  moved: boolean
}

/** Whether the seller can refund something of a trade of the open platform. */
export const isRefundable = ({ service, tradeStatus }: Pick<Trade, 'service' | 'tradeStatus'>) =>
  isOpen(service) && tradeStatus === 'TRADE_SUCCESS'

/**
 * The seller refunds a paid trade of the open platform, in whole or in part, `fen` of it. The number is the idempotency key:
 * a repeat with the same amount succeeds and moves nothing. A whole refund closes the trade. Throws ActionError with the
 * platform's codes (protocol-open.md 4.4).
 */
export async function refundTrade(tradeId: string, refund: NewRefund): Promise<Refunded> {
  for (;;) {
    const trade = await findTradeById(tradeId)
    const { requestNo, fen } = refund
    const before = await db().tradeRefund.findUnique({ where: { tradeId_requestNo: { tradeId, requestNo } } })
    if (before && before.fen !== fen)
      throw new ActionError(
        'ACQ.DISCORDANT_REPEAT_REQUEST',
        `退款单号 ${requestNo} 已经退过 ${formatYuan(before.fen)} 元，同一个单号不能换金额`,
        `Refund ${requestNo} was made with ${formatYuan(before.fen)} yuan: the same number cannot have another amount`,
      )
    if (before) return { trade: await findTradeById(tradeId), moved: false }
    check(trade, fen)
    const at = await now()
    const refundedFen = trade.refundedFen + fen
    const isWhole = refundedFen === trade.totalFen
    const change = {
      refundedFen,
      gmtRefund: at,
      ...(isWhole && { tradeStatus: 'TRADE_CLOSED' as const, gmtClose: at }),
    }
    try {
      return { trade: await writeStep(trade, 'refund', at, change, refund), moved: true }
    } catch (error) {
      // another step came first: what it left decides
      const { version } = await findTradeById(tradeId)
      if (!(error instanceof ActionError) || version === trade.version) throw error
    }
  }
}

function check(trade: Trade, fen: number): void {
  const { tradeStatus, totalFen, refundedFen } = trade
  if (tradeStatus === 'TRADE_FINISHED')
    throw new ActionError(
      'ACQ.TRADE_HAS_FINISHED',
      '交易已经完结，不能再退款',
      'The trade is finished and cannot be refunded',
    )
  // A trade that was refunded as a whole is closed, and has no rest.
  const isRefunded = tradeStatus === 'TRADE_CLOSED' && refundedFen > 0
  if (!isRefundable(trade) && !isRefunded)
    throw new ActionError(
      'ACQ.TRADE_STATUS_ERROR',
      `交易现在是 ${tradeStatus}，不能退款`,
      `The trade is ${tradeStatus}: it cannot be refunded`,
    )
  const rest = formatYuan(totalFen - refundedFen)
  if (fen < 1 || fen > totalFen - refundedFen)
    throw new ActionError(
      'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL',
      `退款金额不在还能退的 ${rest} 元以内`,
      `The amount is not within the ${rest} yuan that can still be refunded`,
    )
}
