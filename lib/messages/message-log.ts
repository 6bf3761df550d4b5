import type { Notification } from '@/generated/shop/client'
import { db } from '../db'
import { findOrder } from '../orders/find-orders'
import { BELIEVED } from './answers'

/** A log row as its order's buyer may see it (spec.md T4.4b). Raw bytes and the string to sign stay inside. */
export type LogLine = Pick<
  Notification,
  | 'id'
  | 'channel'
  | 'receivedAt'
  | 'sign'
  | 'responseTxt'
  | 'verdict'
  | 'reason'
  | 'notes'
  | 'transition'
  | 'answer'
  | 'milliseconds'
> & { mysign: string | null; tradeStatus: string | null }

/** The latest 100 messages that name this order, newest first. */
export async function listOrderLog(orderNo: string): Promise<LogLine[]> {
  const rows = await db().notification.findMany({
    where: { orderNo },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take: 100,
    omit: { rawBytes: true, stringToSign: true },
  })
  return rows.map(({ params, ...row }) => ({
    ...row,
    mysign: shownMysign(row),
    tradeStatus: statusIn(params),
  }))
}

/** What moved this order, oldest first, as `from -> to` in the gateway's words. */
export async function listTransitions(orderNo: string): Promise<string[]> {
  const rows = await db().notification.findMany({
    where: { orderNo, verdict: 'applied' },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
    take: 100,
    select: { transition: true },
  })
  return rows.flatMap(({ transition }) => transition ?? [])
}

/** One row of the log with everything in it, and the rows that looked at it again; for the merchant only. */
export async function findLogRow(id: string) {
  if (!isLogId(id)) return null
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

const isLogId = (id: string) => /^[0-9a-f-]{36}$/.test(id)

/** What came back with a return (spec.md T4.3b), by the id that only the redirected browser was told. */
export async function findReturn(id: string) {
  if (!isLogId(id)) return null
  const row = await db().notification.findFirst({ where: { id, channel: 'return' } })
  return row && { ...row, mysign: shownMysign(row) }
}

/** Whether this return was believed and its order is paid; the id as in findReturn. */
export async function hasArrived(id: string): Promise<boolean> {
  const row = await findReturn(id)
  if (!row?.orderNo || !BELIEVED.includes(row.verdict)) return false
  return (await findOrder(row.orderNo))?.paidAt != null
}

/**
 * mysign, whole only where it equals sign. Shown for a forged message it would sign that message: its sender
 * could send it again with the right sign.
 */
export function shownMysign({ sign, mysign }: Pick<Notification, 'sign' | 'mysign'>): string | null {
  return mysign === null || mysign === sign ? mysign : `${mysign.slice(0, 6)}…`
}

/** The trade_status that a row's parameters name, as it came. */
export const statusIn = (params: unknown) => valueIn(params, 'trade_status')

/** The seller's e-mail that a row's parameters name. */
export const sellerEmailIn = (params: unknown) => valueIn(params, 'seller_email')

function valueIn(params: unknown, name: string): string | null {
  const value =
    params && typeof params === 'object' ? Object.entries(params).find(([key]) => key === name)?.[1] : null
  return typeof value === 'string' ? value : null
}
