/** Methods of the open platform that a buyer's browser is sent to (docs/protocol-open.md). */
export const PAGE_METHODS = ['alipay.trade.page.pay', 'alipay.trade.wap.pay'] as const
type PageMethod = (typeof PAGE_METHODS)[number]

/** Methods that a merchant's server calls, answered in JSON. */
export const SERVER_METHODS = [
  'alipay.trade.precreate',
  'alipay.trade.query',
  'alipay.trade.close',
  'alipay.trade.refund',
  'alipay.trade.fastpay.refund.query',
] as const
export type ServerMethod = (typeof SERVER_METHODS)[number]

/** The methods that begin a payment; a contract may name some of them. */
const PAYMENT_METHODS = [...PAGE_METHODS, 'alipay.trade.precreate'] as const

export const METHODS = [...PAGE_METHODS, ...SERVER_METHODS] as const
export type Method = (typeof METHODS)[number]

export const isPageMethod = (name: string): name is PageMethod =>
  PAGE_METHODS.some((method) => method === name)
export const isServerMethod = (name: string): name is ServerMethod =>
  SERVER_METHODS.some((method) => method === name)
export const isMethod = (name: string): name is Method => METHODS.some((method) => method === name)
const isPaymentMethod = (name: string) => PAYMENT_METHODS.some((method) => method === name)

/** Methods of the trade family that the sandbox does not simulate; of the other families it simulates none. */
const OTHER_TRADE_METHODS = [
  ...['alipay.trade.pay', 'alipay.trade.app.pay', 'alipay.trade.create', 'alipay.trade.cancel'],
  ...['alipay.trade.refund.apply', 'alipay.trade.page.refund', 'alipay.trade.refund.depositback.completed'],
  ...['alipay.trade.order.settle', 'alipay.trade.order.settle.query', 'alipay.trade.settle.confirm'],
  ...['alipay.trade.orderinfo.sync', 'alipay.trade.customs.declare', 'alipay.trade.advance.consult'],
]
const OTHER_FAMILY =
  /^(alipay\.(?!trade\.)|ant\.|anttech\.|koubei\.|mybank\.|zhima\.|zoloz\.)[a-z0-9_]+(\.[a-z0-9_]+)+$/

/** Whether a method is one of Alipay's, as far as its name tells, but not simulated. */
export const isOtherMethod = (name: string) => OTHER_TRADE_METHODS.includes(name) || OTHER_FAMILY.test(name)

/** The interface of a trade, by its service or method. */
export const interfaceOf = (service: string): 'partner' | 'open' =>
  service.startsWith('alipay.') ? 'open' : 'partner'
export const isOpen = (service: string) => interfaceOf(service) === 'open'

/** Whether a contract allows a method. One that names no way of paying of the open platform has them all. */
export function allowsMethod(contract: readonly string[], method: Method): boolean {
  return !isPaymentMethod(method) || !contract.some(isPaymentMethod) || contract.includes(method)
}
