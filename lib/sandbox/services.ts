/** The services that a buyer's browser is sent to; a contract is for some of them (protocol.md 2). */
export const PAYMENT_SERVICES = [
  'create_partner_trade_by_buyer',
  'trade_create_by_buyer',
  'create_direct_pay_by_user',
  'create_digital_goods_trade_p',
] as const
export type PaymentService = (typeof PAYMENT_SERVICES)[number]

/** What a shop's server asks, signed, and gets XML for. */
export const SERVER_SERVICES = [
  'send_goods_confirm_by_platform',
  'close_trade',
  'single_trade_query',
] as const
export type ServerService = (typeof SERVER_SERVICES)[number]

/** Services of the real gateway that this one does not play. */
const OTHER_SERVICES = [
  'create_donate_trade_p',
  'create_cod_trade',
  'refund_fastpay_by_platform_pwd',
  'refund_fastpay_by_platform_nopwd',
  'batch_trans_notify',
  'account.page.query',
]

export const isPaymentService = (name: string): name is PaymentService =>
  PAYMENT_SERVICES.some((service) => service === name)
export const isServerService = (name: string): name is ServerService =>
  SERVER_SERVICES.some((service) => service === name)
export const isOtherService = (name: string) => OTHER_SERVICES.includes(name)

/** Paid to the seller at once, without anybody's choice. */
export const isInstantOnly = (service: string) => service === 'create_direct_pay_by_user'

/** Whether a contract allows a service. Querying and closing belong to every one, shipping to those with an escrow. */
export function allows(contract: readonly string[], service: PaymentService | ServerService): boolean {
  if (isPaymentService(service)) return contract.includes(service)
  return (
    service !== 'send_goods_confirm_by_platform' ||
    contract.some((one) => isPaymentService(one) && !isInstantOnly(one))
  )
}
