import { orderWords, stateInWords } from '@/app/(shop)/orders/order-words'
import { refundStateInWords } from '@/app/(shop)/orders/refund-state-in-words'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { catalogWords } from '@/app/ui/catalog-words'
import { formatBeijingTime } from '@/lib/alipay/beijing-time'
import { formatYuan } from '@/lib/alipay/money'
import { csvLine } from '@/lib/csv'
import type { Language } from '@/lib/dictionary'
import { language } from '@/lib/language'
import { allOrders, type ExportedOrder as Order } from '@/lib/orders/search-orders'
import { RECEIVER_FIELDS } from '@/lib/orders/receiver'
import { shippedTo } from '@/lib/orders/shipped-to'
import { shippingOf } from '@/lib/orders/shipping'
import { toldOf } from '@/lib/orders/told'
import { csvFile } from '../csv-file'
import { orderListWords } from '../orders/order-list-words'
import { readOrderSearch } from '../orders/order-search'

/** All orders that a search finds, as a CSV file, read page by page while it is sent. */
export async function GET(request: Request) {
  await requireMerchant()
  const query = Object.fromEntries(new URL(request.url).searchParams)
  return csvFile('orders.csv', lines(query, await language()))
}

async function* lines(query: Record<string, string>, spoken: Language) {
  const { columns } = orderListWords[spoken]
  const names = Object.keys(columns) as (keyof typeof columns)[]
  yield csvLine(names.map((name) => columns[name]))
  for await (const orders of allOrders(readOrderSearch(query)))
    yield orders.map((order) => csvLine(names.map((name) => VALUES[name](order, spoken)))).join('')
}

type Column = keyof (typeof orderListWords)['zh']['columns']
const time = (moment: Date | null) => (moment ? formatBeijingTime(moment) : '')

function wayIn(type: string, spoken: Language): string {
  const ways: Readonly<Record<string, string>> = catalogWords[spoken].ways
  return ways[type] ?? type
}

/** The typed values of those fields that the gateway has changed: `field: value; ...`. */
function typedOtherwise(order: Order, spoken: Language): string {
  const { receiverFields, nothing } = orderWords[spoken]
  const { typedOtherwise: typed } = shippedTo(order)
  return RECEIVER_FIELDS.filter((field) => field in typed)
    .map((field) => `${receiverFields[field]}: ${typed[field] || nothing}`)
    .join('; ')
}

/** Each refund of the open platform with its amount: `0.30 state; ...`. */
const refundsOf = ({ refunds }: Order, spoken: Language) =>
  refunds.map((refund) => `${formatYuan(refund.fen)} ${refundStateInWords(refund, spoken)}`).join('; ')

const VALUES: Record<Column, (order: Order, spoken: Language) => string> = {
  orderNo: ({ orderNo }) => orderNo,
  tradeNo: ({ tradeNo }) => tradeNo ?? '',
  subject: ({ subject }) => subject,
  body: ({ body }) => body ?? '',
  total: ({ totalFen }) => formatYuan(totalFen),
  paid: ({ paidFen }) => (paidFen === null ? '' : formatYuan(paidFen)),
  state: stateInWords,
  tradeStatus: ({ tradeStatus }) => tradeStatus ?? '',
  refundStatus: ({ refundStatus }) => refundStatus ?? '',
  buyer: ({ buyerEmail }) => buyerEmail ?? '',
  createdAt: ({ createdAt }) => time(createdAt),
  paidAt: ({ paidAt }) => time(paidAt),
  receiveName: (order) => shippedTo(order).receiver?.receiveName ?? '',
  receiveMobile: (order) => shippedTo(order).receiver?.receiveMobile ?? '',
  receivePhone: (order) => shippedTo(order).receiver?.receivePhone ?? '',
  receiveAddress: (order) => shippedTo(order).receiver?.receiveAddress ?? '',
  receiveZip: (order) => shippedTo(order).receiver?.receiveZip ?? '',
  way: (order, spoken) => wayIn(toldOf(order).logisticsType ?? shippingOf(order)[0].type, spoken),
  typed: (order, spoken) => typedOtherwise(order, spoken),
  logistics: ({ logisticsName }) => logisticsName ?? '',
  waybill: ({ invoiceNo }) => invoiceNo ?? '',
  note: ({ note }) => note ?? '',
  refunded: ({ refundedFen }) => (refundedFen > 0 ? formatYuan(refundedFen) : ''),
  refunds: refundsOf,
}
