import type { Prisma, Trade, TradeRefund } from '@/generated/sandbox/client'
import type { RefundStatus, TradeStatus } from '../../alipay/status'
import { ActionError } from '../action-error'
import { db } from '../db'
import { wakeQueue } from '../delivery/delivery-queue'
import * as notifyOpen from '../delivery/notify-open'
import * as notifyPartner from '../delivery/notify-partner'
import { findMerchant } from '../merchants/merchants'
import { isOpen } from '../merchants/methods'
import { requestOf } from '../trade-request'
import { nextTimeout } from './timers'

/** What a step changes of a trade. */
export type TradeChange = Prisma.TradeUpdateManyMutationInput & {
  tradeStatus?: TradeStatus
  refundStatus?: RefundStatus
}

/** A refund of the open platform that a step makes. */
export type NewRefund = Pick<TradeRefund, 'requestNo' | 'fen' | 'reason'>

/** Steps without a notification (protocol.md 6.3, 6.6). */
const SILENT = ['extend', 'timeout-send-2']

/**
 * Writes one step of a trade with its refund, its history, its next timeout and its notification, in one transaction. Throws
 * ActionError where another step came first (an optimistic lock on `version`).
 */
export async function writeStep(
  trade: Trade,
  action: string,
  at: Date,
  data: TradeChange,
  newRefund?: NewRefund,
): Promise<Trade> {
  const merchant = await merchantOf(trade)
  const { makeNotification, makeReturn } = isOpen(trade.service) ? notifyOpen : notifyPartner
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
        'This trade has just been changed by another action: reload the page and try again',
      )
    const moved = await tx.trade.findUniqueOrThrow({ where: { id: trade.id } })
    const timeout = nextTimeout(moved, requestOf(moved))
    const after = await tx.trade.update({
      where: { id: trade.id },
      data: { timeoutAt: timeout?.at ?? null, timeoutAction: timeout?.action ?? null },
    })
    const { id: tradeId, partner, tradeStatus, refundStatus } = after
    await tx.tradeEvent.create({ data: { tradeId, action, tradeStatus, refundStatus, at } })
    const refund = newRefund && (await tx.tradeRefund.create({ data: { ...newRefund, tradeId, at } }))
    // The notification of the shipping still has the earlier gmt_logistics_modify (protocol.md 5.3).
    const shown = action === 'ship' ? { ...after, gmtLogisticsModify: trade.gmtLogisticsModify } : after
    const notification = SILENT.includes(action)
      ? undefined
      : makeNotification(shown, merchant, { at, action, refund })
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
