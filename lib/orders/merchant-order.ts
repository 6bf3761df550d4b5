import { db } from '../db'
import { FULL_ORDER, type FullOrder } from './full-order'

/** An order with its items and events, whoever ordered it, or null. For the merchant's pages only. */
export async function findFullOrder(orderNo: string): Promise<FullOrder | null> {
  if (!/^\w{1,64}$/.test(orderNo)) return null
  return db().order.findUnique({
    where: { orderNo },
    include: FULL_ORDER,
  })
}

export const NOTE_CHARACTERS = 2_000

/** Keeps what the merchant notes for himself, cut to NOTE_CHARACTERS; nothing but spaces takes the note away. */
export async function setNote(orderNo: string, text: string): Promise<void> {
  const note = text
    .replaceAll('\0', '')
    .replaceAll('\r\n', '\n')
    .trim()
    .slice(0, NOTE_CHARACTERS)
    .toWellFormed()
  await db().order.update({ where: { orderNo }, data: { note: note || null } })
}
