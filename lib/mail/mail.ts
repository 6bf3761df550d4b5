/** What a mail is about. The first four go to the buyer, those after them to the merchant, the last two to an account. */
export const MAIL_KINDS = [
  'paid',
  'shipped',
  'refunded',
  'closed',
  'order_paid',
  'refund_asked',
  'money_refused',
  'reset_password',
  'verify_email',
] as const
export type MailKind = (typeof MAIL_KINDS)[number]

/** `kept`: made while there was no mail server; sent only if the merchant says so. */
export const MAIL_STATES = ['kept', 'waiting', 'sent', 'failed'] as const
export type MailState = (typeof MAIL_STATES)[number]

/**
 * Why a mail was not sent. `refused`: the server's reply to the mail itself; `odd_reply`: a reply that is no SMTP; `expired`:
 * the mail's link does not work any more.
 */
export const MAIL_ERRORS = [
  'unreachable',
  'timeout',
  'tls',
  'auth',
  'refused',
  'odd_reply',
  'expired',
] as const
export type MailError = (typeof MAIL_ERRORS)[number]
