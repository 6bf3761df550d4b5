import { z } from 'zod'
import { LOGISTICS_TYPES, type LogisticsType } from '../alipay/logistics'
import type { Gateway, Shipment } from '../gateway/gateway'
import { findShippableOrders, type ShippableOrder } from '../orders/find-orders'
import { possibleActions } from '../orders/possible-actions'
import { isRefund } from '../orders/refunds'
import { shippingOf } from '../orders/shipping'
import { toldOf } from '../orders/told'
import { ofOtherGateway } from '../payments/call-gateway'
import { shipOrder } from '../payments/ship-order'
import { readShipment } from './read-shipment'
import type { WaybillLine } from './read-waybills'

/**
 * What becomes of a line. `ready`: it would be shipped; `shipped`, or `shipped_before` the same way; `not_reached`: time ran
 * out before it; `unclear`: the gateway gave no answer to believe. Nothing is shipped by the others.
 */
export const LINE_CODES = [
  'ready',
  'shipped',
  'shipped_before',
  'not_reached',
  'unclear',
  'refused',
  'unknown_order',
  'twice',
  'other_gateway',
  'shipped_otherwise',
  'refund_asked',
  'not_shippable',
  'no_waybill',
  'long_waybill',
  'no_carrier',
  'long_carrier',
  'bad_characters',
] as const

/** `detail`: of `twice` the other line's number, of `refused` the gateway's code, of `shipped_otherwise` how it was shipped. */
export const LineResult = z.object({
  line: z.int(),
  orderNo: z.string(),
  waybill: z.string(),
  carrier: z.string(),
  code: z.enum(LINE_CODES),
  detail: z.string().default(''),
})
export type LineResult = z.infer<typeof LineResult>
export type LineCode = LineResult['code']

export interface PlannedLine extends LineResult {
  order: ShippableOrder | undefined
  /** Of a line that is `ready`. */
  shipment?: Shipment
}

/** The columns' limits (docs/protocol.md 2.6), in characters. */
const MOST_WAYBILL = 32
const MOST_CARRIER = 64

/** Time for the calls of one form, well within what a proxy waits; what is left over is sent again. */
const BUDGET_MS = 25_000

/** What would become of each line now; `carrier` is that of lines that name none. Changes nothing. */
export async function planShipments(
  lines: readonly WaybillLine[],
  carrier: string,
  gateway: Gateway,
): Promise<PlannedLine[]> {
  const orders = await findShippableOrders(lines.map(({ orderNo }) => orderNo))
  return lines.map((line) => {
    const order = orders.get(line.orderNo)
    const named = { ...line, carrier: line.carrier || carrier.trim() }
    const other = lines.find((one) => one.orderNo === line.orderNo && one.line !== line.line)
    if (order && other) return { ...named, order, code: 'twice', detail: String(other.line) }
    return { ...named, order, ...judge(named, order, gateway) }
  })
}

/** The first thing that is wrong with a line. */
function judge(
  { waybill, carrier }: WaybillLine,
  order: ShippableOrder | undefined,
  gateway: Gateway,
): Pick<PlannedLine, 'code' | 'detail' | 'shipment'> {
  const wrong = (code: LineCode, detail = '') => ({ code, detail })
  if (!order) return wrong('unknown_order')
  if (waybill === '') return wrong('no_waybill')
  if (waybill.length > MOST_WAYBILL) return wrong('long_waybill')
  if (carrier === '') return wrong('no_carrier')
  if (carrier.length > MOST_CARRIER) return wrong('long_carrier')
  const { logisticsName, invoiceNo } = order
  const isSame = logisticsName === carrier && invoiceNo === waybill
  if (logisticsName !== null && !isSame)
    return wrong('shipped_otherwise', [logisticsName, invoiceNo].filter(Boolean).join(' '))
  if (ofOtherGateway(order, gateway)) return wrong('other_gateway')
  if (!possibleActions(order).ship) return wrong(isSame ? 'shipped_before' : 'not_shippable')
  if (asksForRefund(order)) return wrong('refund_asked')
  const fields = { transportType: wayOf(order), logisticsName: carrier, invoiceNo: waybill }
  const shipment = readShipment(fields, gateway.charset)
  return shipment ? { ...wrong('ready'), shipment } : wrong('bad_characters')
}

/** Shipping would end the application, which is to be seen first. */
const asksForRefund = ({ refundStatus, refunds }: ShippableOrder) =>
  refundStatus === 'WAIT_SELLER_AGREE' || refunds.some((refund) => isRefund(refund, 'asked'))

/** What has a waybill has a way, even if nothing had to be shipped. */
function wayOf(order: ShippableOrder): LogisticsType {
  const way = toldOf(order).logisticsType ?? shippingOf(order)[0].type
  return LOGISTICS_TYPES.find((type) => type === way && type !== 'DIRECT') ?? 'EXPRESS'
}

/**
 * Ships the lines that are ready, one after the other, each as its order's page does (ship-order.ts), so that sending the same
 * lines again ships nothing twice. One that fails stops no other; with the time over, the rest is `not_reached`.
 */
export async function shipMany(
  lines: readonly WaybillLine[],
  carrier: string,
  gateway: Gateway,
  budgetMs = BUDGET_MS,
): Promise<LineResult[]> {
  const until = performance.now() + budgetMs
  const results: LineResult[] = []
  for (const { order: read, shipment: planned, ...line } of await planShipments(lines, carrier, gateway)) {
    if (!read || !planned) results.push(line)
    else if (performance.now() >= until) results.push({ ...line, code: 'not_reached' })
    else {
      // as it is now: the calls before may have taken a while
      const order = (await findShippableOrders([line.orderNo])).get(line.orderNo)
      const { shipment, ...judged } = judge(line, order, gateway)
      const end = order && shipment ? await ship(order, shipment, gateway) : judged
      results.push({ ...line, ...end })
    }
  }
  return results
}

async function ship(
  order: ShippableOrder,
  shipment: Shipment,
  gateway: Gateway,
): Promise<Pick<LineResult, 'code' | 'detail'>> {
  const shipped = await shipOrder(order, shipment, gateway, true)
  switch (shipped.kind) {
    case 'answered':
      return { code: 'shipped', detail: '' }
    case 'refused':
      return { code: 'refused', detail: shipped.code }
    case 'invalid':
      return { code: 'not_shippable', detail: '' }
    case 'sent_before': {
      const { logisticsName, invoiceNo } = shipped.shipment
      const isSame = logisticsName === shipment.logisticsName && invoiceNo === shipment.invoiceNo
      const detail = isSame ? '' : [logisticsName, invoiceNo].filter(Boolean).join(' ')
      return { code: isSame ? 'shipped' : 'shipped_otherwise', detail }
    }
    default:
      return { code: 'unclear', detail: '' }
  }
}
