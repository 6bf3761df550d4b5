import type { Prisma, Trade } from '@/generated/sandbox/client'
import type { RefundStatus, TradeStatus } from '../../alipay/status'
import { ActionError } from '../action-error'
import { db } from '../db'
import { wakeQueue } from '../delivery/delivery-queue'
import { makeNotification, makeReturn } from '../delivery/notify-partner'
import { findMerchant } from '../merchants/merchants'
import { requestOf } from '../trade-request'
import { nextTimeout } from './timers'

/** What a step changes of a trade. */
export type TradeChange = Prisma.TradeUpdateManyMutationInput & {
  tradeStatus?: TradeStatus
  refundStatus?: RefundStatus
}

/** Steps without a notification (protocol.md 6.3, 6.6). */
const SILENT = ['extend', 'timeout-send-2']

/**
 * Writes one step of a trade with its history, its next timeout and its notification, in one transaction. Throws
 * ActionError where another step came first (an optimistic lock on `version`).
 */
export async function writeStep(trade: Trade, action: string, at: Date, data: TradeChange): Promise<Trade> {
  const merchant = await merchantOf(trade)
  const after = await db().$transaction(async (tx) => {
    const { count } = await tx.trade.updateMany({
      where: { id: trade.id, version: trade.version },
      data: {
        ...data,
        gmtModified: at,
        gmtRefundModified: 'refundStatus' in data ? at : undefined,
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
    // The notification of the shipping still has the earlier gmt_logistics_modify (protocol.md 5.3).
    const shown = action === 'ship' ? { ...after, gmtLogisticsModify: trade.gmtLogisticsModify } : after
    const notification = SILENT.includes(action) ? undefined : makeNotification(shown, merchant, at, action)
    if (notification) {
      await tx.delivery.create({
        data: { ...notification, tradeId, partner, createdAt: at, nextAttemptAt: at },
      })
    }
    const wayBack = action === 'pay' ? makeReturn(after, merchant, at) : undefined
    if (wayBack) await tx.returnRedirect.create({ data: { ...wayBack, partner, tradeId, issuedAt: at } })
    return after
  })
  wakeQueue()
  return after
}

/** The merchant of a trade. Throws ActionError where it is gone. */
export async function merchantOf({ partner }: Trade) {
  const merchant = await findMerchant(partner)
  if (!merchant)
    throw new ActionError('ILLEGAL_PARTNER', `没有商户 ${partner}`, `There is no merchant ${partner}`)
  return merchant
}
