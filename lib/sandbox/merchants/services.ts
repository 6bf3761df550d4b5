/** The services that a buyer's browser is sent to; a contract names some of them (protocol.md 2). */
export const PAYMENT_SERVICES = [
  'create_partner_trade_by_buyer',
  'trade_create_by_buyer',
  'create_direct_pay_by_user',
  'create_digital_goods_trade_p',
] as const
export type PaymentService = (typeof PAYMENT_SERVICES)[number]

/** The signed services of a merchant's server, answered in XML. */
const SERVER_SERVICES = ['send_goods_confirm_by_platform', 'close_trade', 'single_trade_query'] as const
export type ServerService = (typeof SERVER_SERVICES)[number]

/** The unsigned services of a merchant's server. */
const UNSIGNED_SERVICES = ['notify_verify', 'query_timestamp'] as const

/** All services that the sandbox simulates. */
export const SERVICES = [...PAYMENT_SERVICES, ...SERVER_SERVICES, ...UNSIGNED_SERVICES] as const

/** Services of the real gateway that the sandbox does not simulate, by their callers (protocol.md 2). */
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

/** Whether a service is real but not simulated. None with dots in its name is simulated. */
export const isOtherService = (name: string) =>
  Object.values(OTHER_SERVICES).flat().includes(name) || /^[a-z]+(\.[A-Za-z_]+)+$/.test(name)

/** Who calls a service, which decides whether a refusal is a page or XML; undefined for an unknown service. */
export function callerOf(service: string): 'browser' | 'server' | undefined {
  if (isPaymentService(service) || OTHER_SERVICES.browser.includes(service)) return 'browser'
  const forServers: string[] = [...SERVER_SERVICES, ...UNSIGNED_SERVICES, ...OTHER_SERVICES.server]
  return forServers.includes(service) ? 'server' : undefined
}

/** Whether payments are always instant: paid to the seller at once, without a choice of the buyer's. */
export const isInstantOnly = (service: string) => service === 'create_direct_pay_by_user'

/** Whether a contract allows a service. Every contract includes querying and closing; shipping needs an escrow service. */
export function allows(contract: readonly string[], service: PaymentService | ServerService): boolean {
  if (isPaymentService(service)) return contract.includes(service)
  return (
    service !== 'send_goods_confirm_by_platform' ||
    contract.some((one) => isPaymentService(one) && !isInstantOnly(one))
  )
}
