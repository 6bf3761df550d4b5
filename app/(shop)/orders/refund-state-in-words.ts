import type { Language } from '@/lib/dictionary'
import { isRefund } from '@/lib/orders/refunds'
import type { StoredRefund } from '@/lib/orders/transitions'
import { orderWords } from './order-words'

/** A refund's state in words; one that the buyer withdrew is declined without words of the merchant. */
export function refundStateInWords(refund: Pick<StoredRefund, 'state' | 'code'>, language: Language): string {
  const words = orderWords[language]
  if (isRefund(refund, 'declined') && !refund.code) return words.withdrawn
  return words.refundStates[refund.state] ?? refund.state
}
