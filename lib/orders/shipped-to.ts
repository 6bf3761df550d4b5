import { type Receiver, RECEIVER_FIELDS } from './receiver'
import { toldOf } from './told'

export interface ShippedTo {
  /** To whom the goods go; undefined where neither the buyer nor the gateway has said. */
  receiver: Receiver | undefined
  /** The fields that were typed differently in the shop, as typed; null where they were left empty. */
  typedOtherwise: Partial<Receiver>
}

/**
 * The receiver that the gateway named last, since the buyer confirms or changes it at the cashier (docs/protocol.md 3,
 * step 4), else the one typed in the shop. Where the gateway only cut a value short, the typed one counts.
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

/** The gateway cuts an address at 256 bytes, within a character even; a cut GBK character is not valid UTF-8. */
const CUT_BYTES = 254

/** Whether it is the beginning of what was typed, as long as the limit or ending in an unreadable rest of a character. */
function isCut(told: string | null, typed: string | null) {
  const whole = told?.replace(/\ufffd+$/, '') ?? ''
  const isShortened = whole !== '' && typed !== whole && typed?.startsWith(whole) === true
  return isShortened && (whole !== told || Buffer.byteLength(whole) >= CUT_BYTES)
}
