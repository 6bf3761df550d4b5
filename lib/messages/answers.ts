import type { Verdict } from '@/generated/shop/enums'

/** The verdicts of what was believed: the order is at least as far as the message says. */
export const BELIEVED: readonly Verdict[] = ['applied', 'duplicate', 'stale']

/**
 * From verdict to answer, the only place (spec.md T5.2F, F12). `success` ends the sending, anything else has the
 * message sent again. `illegal` is genuine, ours and understood by nobody: sending it seven more times helps no one,
 * and the log row keeps it for a person.
 */
export const ANSWERS: Record<Verdict, 'success' | 'fail'> = {
  applied: 'success',
  duplicate: 'success',
  stale: 'success',
  illegal: 'success',
  bad_sign: 'fail',
  bad_source: 'fail',
  bad_amount: 'fail',
  bad_seller: 'fail',
  bad_trade_no: 'fail',
  unknown_order: 'fail',
  malformed: 'fail',
  error: 'fail',
}
