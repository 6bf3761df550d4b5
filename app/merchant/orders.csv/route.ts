import { stateInWords } from '@/app/orders/order-words'
import { formatBeijingTime } from '@/lib/alipay/beijing-time'
import { formatYuan } from '@/lib/alipay/money'
import { csvLine } from '@/lib/csv'
import { allOrders, type OrderPage } from '@/lib/orders/search-orders'
import { csvFile } from '../csv-file'
import { readSearch } from '../order-search'
import { requireMerchant } from '../require-merchant'

/** The orders found as a file for a spreadsheet, all of them: written as they are read, a page at a time. */
export async function GET(request: Request) {
  await requireMerchant()
  const query = Object.fromEntries(new URL(request.url).searchParams)
  return csvFile('orders.csv', lines(query))
}

async function* lines(query: Record<string, string>) {
  yield csvLine(COLUMNS.map(([name]) => name))
  for await (const orders of allOrders(readSearch(query)))
    yield orders.map((order) => csvLine(COLUMNS.map(([, value]) => value(order)))).join('')
}

type Order = OrderPage['orders'][number]
const time = (moment: Date | null) => (moment ? formatBeijingTime(moment) : '')

const COLUMNS: [name: string, value: (order: Order) => string][] = [
  ['订单号', ({ orderNo }) => orderNo],
  ['支付宝交易号', ({ tradeNo }) => tradeNo ?? ''],
  ['商品', ({ subject }) => subject],
  ['备注', ({ body }) => body ?? ''],
  ['金额（元）', ({ totalFen }) => formatYuan(totalFen)],
  ['实付（元）', ({ paidFen }) => (paidFen === null ? '' : formatYuan(paidFen))],
  ['状态', stateInWords],
  ['交易状态', ({ tradeStatus }) => tradeStatus ?? ''],
  ['退款状态', ({ refundStatus }) => refundStatus ?? ''],
  ['买家账号', ({ buyerEmail }) => buyerEmail ?? ''],
  ['下单时间', ({ createdAt }) => time(createdAt)],
  ['付款时间', ({ paidAt }) => time(paidAt)],
  ['物流公司', ({ logisticsName }) => logisticsName ?? ''],
  ['运单号', ({ invoiceNo }) => invoiceNo ?? ''],
  ['店主备注', ({ note }) => note ?? ''],
]
