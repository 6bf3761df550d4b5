import type { Receiver } from './create-order'
import { toldOf } from './told'

export const RECEIVER_FIELDS = [
  'receiveName',
  'receiveMobile',
  'receivePhone',
  'receiveAddress',
  'receiveZip',
] as const satisfies (keyof Receiver)[]
export type ReceiverField = (typeof RECEIVER_FIELDS)[number]

export interface ShippedTo {
  /** To whom the goods go; undefined where nobody has said. */
  receiver: Receiver | undefined
  /** What was typed in the shop otherwise, by field. Null: it was left empty there. */
  typedOtherwise: Partial<Receiver>
}

/**
 * To whom an order goes: the receiver that the gateway has told last, since the buyer confirms or changes it at the cashier
 * (docs/protocol.md 3, step 4), else the one that was typed in the shop. Where the gateway has only cut a value short, the
 * typed one is whole and counts.
 */
export function shippedTo(order: Receiver & { told?: unknown }): ShippedTo {
  const told = toldOf(order).receiver
  const isTyped = RECEIVER_FIELDS.some((field) => order[field])
  const { receiveName, receiveMobile, receivePhone, receiveAddress, receiveZip } = order
  const typed: Receiver = { receiveName, receiveMobile, receivePhone, receiveAddress, receiveZip }
  if (!told) return { receiver: isTyped ? typed : undefined, typedOtherwise: {} }
  const receiver = { ...told }
  const typedOtherwise: Partial<Receiver> = {}
  for (const field of RECEIVER_FIELDS) {
    if (isCut(told[field], typed[field])) receiver[field] = typed[field]
    else if (isTyped && !isSame(told[field], typed[field])) typedOtherwise[field] = typed[field]
  }
  return { receiver, typedOtherwise }
}

const isSame = (one: string | null, other: string | null) => (one ?? '').trim() === (other ?? '').trim()

/** The gateway cuts an address at 256 bytes; the last character may go with them, and GBK's are no longer in UTF-8. */
const CUT_BYTES = 254

/**
 * Cut at the gateway's limit: the beginning of what was typed, as long as the limit, or with a rest of a character that
 * cannot be read.
 */
function isCut(told: string | null, typed: string | null) {
  const whole = told?.replace(/\ufffd+$/, '') ?? ''
  const isShortened = whole !== '' && typed !== whole && typed?.startsWith(whole) === true
  return isShortened && (whole !== told || Buffer.byteLength(whole) >= CUT_BYTES)
}
