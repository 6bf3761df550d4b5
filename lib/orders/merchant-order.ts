import { db } from '../db'
import { FULL_ORDER, type FullOrder } from './full-order'

/** An order of any buyer with its items and events, or null. For the merchant's pages only. */
export async function findFullOrder(orderNo: string): Promise<FullOrder | null> {
  if (!/^\w{1,64}$/.test(orderNo)) return null
  return db().order.findUnique({
    where: { orderNo },
    include: FULL_ORDER,
  })
}

export const NOTE_CHARACTERS = 2_000

/**
 * Keeps what the merchant notes for himself, cut to NOTE_CHARACTERS; nothing but spaces takes the note away. `seen` is the
 * note that was there when writing began: where it is another by now, nothing is written. Answers whether it was.
 */
export async function setNote(orderNo: string, text: string, seen: string): Promise<boolean> {
  const { count } = await db().order.updateMany({
    where: { orderNo, OR: [{ note: asNote(seen) }, { note: asNote(text) }] },
    data: { note: asNote(text) },
  })
  return count === 1
}

const asNote = (text: string) =>
  text.replaceAll('\0', '').replaceAll('\r\n', '\n').trim().slice(0, NOTE_CHARACTERS).toWellFormed() || null
