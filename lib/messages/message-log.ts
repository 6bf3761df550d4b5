import type { Notification } from '@/generated/shop/client'
import { db } from '../db'
import { findOrder } from '../orders/find-orders'
import { isUuid } from '../uuid'
import { BELIEVED } from './answers'
import type { Moves } from './moves'

/** A log entry as its order's buyer may see it (spec.md T4.4b), without raw bytes and string to sign. */
export type LogLine = Pick<
  Notification,
  | 'id'
  | 'channel'
  | 'receivedAt'
  | 'sign'
  | 'responseTxt'
  | 'mysign'
  | 'verdict'
  | 'code'
  | 'detail'
  | 'notes'
  | 'tradeStatus'
  | keyof Moves
  | 'answer'
  | 'milliseconds'
>

/** The latest 100 messages that name this order, newest first. */
export async function listOrderLog(orderNo: string): Promise<LogLine[]> {
  const rows = await db().notification.findMany({
    where: { orderNo },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take: 100,
    omit: { rawBytes: true, stringToSign: true, params: true },
  })
  return rows.map((row) => ({ ...row, mysign: shownMysign(row) }))
}

/** The statuses to which the first 100 messages moved this order, oldest first. */
export function listMoves(orderNo: string): Promise<Pick<Moves, 'toTrade' | 'toRefund'>[]> {
  return db().notification.findMany({
    where: { orderNo, verdict: 'applied' },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
    take: 100,
    select: { toTrade: true, toRefund: true },
  })
}

/** A log entry with everything in it, and its rechecks; for the merchant only. */
export async function findLogRow(id: string) {
  if (!isUuid(id)) return null
  const row = await db().notification.findUnique({ where: { id } })
  if (!row) return null
  const rechecks = await db().notification.findMany({
    where: { channel: 'recheck', recheckOf: id },
    orderBy: { receivedAt: 'desc' },
    take: 20,
    select: { id: true, receivedAt: true },
  })
  return { ...row, rechecks }
}

/** The log entry of a return (spec.md T4.3b), by the id that only the redirected browser knows. */
export async function findReturn(id: string) {
  if (!isUuid(id)) return null
  const row = await db().notification.findFirst({ where: { id, channel: 'return' } })
  return row && { ...row, mysign: shownMysign(row) }
}

/** Whether a return was believed and its order is paid. */
export async function hasArrived(id: string): Promise<boolean> {
  const row = await findReturn(id)
  if (!row?.orderNo || !BELIEVED.includes(row.verdict)) return false
  return (await findOrder(row.orderNo))?.paidAt != null
}

/** mysign, in full only where it equals sign. In full for any message it would be a signing oracle. */
export function shownMysign({ sign, mysign }: Pick<Notification, 'sign' | 'mysign'>): string | null {
  return mysign === null || mysign === sign ? mysign : `${mysign.slice(0, 6)}…`
}

/** The seller's e-mail that a log entry's parameters name. */
export function sellerEmailIn(params: unknown): string | null {
  const email = params && typeof params === 'object' && 'seller_email' in params ? params.seller_email : null
  return typeof email === 'string' ? email : null
}
