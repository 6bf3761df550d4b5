import type { Verdict } from '@/generated/shop/enums'

/** The verdicts of messages that were believed: the order is at least as far as the message says. */
export const BELIEVED: readonly Verdict[] = ['applied', 'duplicate', 'stale']

/**
 * The answer to a notification by its verdict (spec.md T5.2F, F12). After anything but `success` the gateway sends again.
 * `illegal` is answered `success`: the message is genuine but not supported, and would be no better the next time.
 */
export const ANSWERS: Record<Verdict, 'success' | 'fail'> = {
  applied: 'success',
  duplicate: 'success',
  stale: 'success',
  illegal: 'success',
  no_news: 'success',
  bad_sign: 'fail',
  bad_source: 'fail',
  bad_amount: 'fail',
  bad_seller: 'fail',
  bad_trade_no: 'fail',
  unknown_order: 'fail',
  malformed: 'fail',
  error: 'fail',
}
