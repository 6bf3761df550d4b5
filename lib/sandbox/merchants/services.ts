/** The services that a buyer's browser is sent to; a contract is for some of them (protocol.md 2). */
export const PAYMENT_SERVICES = [
  'create_partner_trade_by_buyer',
  'trade_create_by_buyer',
  'create_direct_pay_by_user',
  'create_digital_goods_trade_p',
] as const
export type PaymentService = (typeof PAYMENT_SERVICES)[number]

/** What a shop's server asks, signed, and gets XML for. */
const SERVER_SERVICES = ['send_goods_confirm_by_platform', 'close_trade', 'single_trade_query'] as const
export type ServerService = (typeof SERVER_SERVICES)[number]

/** What a shop's server asks unsigned. */
const UNSIGNED_SERVICES = ['notify_verify', 'query_timestamp'] as const

/** All that this gateway plays. */
export const SERVICES = [...PAYMENT_SERVICES, ...SERVER_SERVICES, ...UNSIGNED_SERVICES] as const

/** Services of the real gateway that this one does not play, by who calls them (protocol.md 2). */
const OTHER_SERVICES = {
  browser: [
    ...['create_donate_trade_p', 'create_cod_trade', 'create_forex_trade', 'create_forex_trade_wap'],
    ...['refund_fastpay_by_platform_pwd', 'batch_trans_notify', 'sign_protocol_with_partner'],
    ...['alipay.wap.create.direct.pay.by.user', 'alipay.auth.authorize'],
  ],
  server: [
    ...['refund_fastpay_by_platform_nopwd', 'refund_fastpay_query', 'batch_trans_notify_no_pwd'],
    ...['account.page.query', 'export_trade_account_report', 'user.logistics.address.query'],
    ...['forex_refund', 'forex_refund_file', 'forex_rate_file', 'forex_compare_file', 'distribute_royalty'],
    ...['cae_charge_agent', 'query_customer_protocol', 'customer_unsign', 'bptb_pay_file'],
    ...['bptb_pay_file_confirm', 'air_trade_refund_freeze', 'air_trade_refund_unfreeze'],
    ...['alipay.logistics.bill.syn', 'alipay.wap.trade.create.direct', 'alipay.wap.auth.authAndExecute'],
  ],
}

export const isPaymentService = (name: string): name is PaymentService =>
  PAYMENT_SERVICES.some((service) => service === name)
export const isServerService = (name: string): name is ServerService =>
  SERVER_SERVICES.some((service) => service === name)

/** A real service that is not played. Those with dots in their names are a family of their own, and none is played. */
export const isOtherService = (name: string) =>
  Object.values(OTHER_SERVICES).flat().includes(name) || /^[a-z]+(\.[A-Za-z_]+)+$/.test(name)

/** Who calls a service, which decides whether the answer is a page or XML; undefined where its name does not say. */
export function callerOf(service: string): 'browser' | 'server' | undefined {
  if (isPaymentService(service) || OTHER_SERVICES.browser.includes(service)) return 'browser'
  const isForServers =
    isServerService(service) ||
    UNSIGNED_SERVICES.some((one) => one === service) ||
    OTHER_SERVICES.server.includes(service)
  return isForServers ? 'server' : undefined
}

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
