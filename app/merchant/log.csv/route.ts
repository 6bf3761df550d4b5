import { formatBeijingTime } from '@/lib/alipay/beijing-time'
import { csvLine } from '@/lib/csv'
import { type LogFilter, readLogQuery, searchLog } from '@/lib/payments/search-log'
import { csvFile } from '../csv-file'
import { requireMerchant } from '../require-merchant'

const PAGE = 1_000

/** All the rows that a filter finds, as a file; read page by page while it is sent, however many they are. */
export async function GET(request: Request) {
  await requireMerchant()
  const { filter } = readLogQuery(Object.fromEntries(new URL(request.url).searchParams))
  return csvFile('notifications.csv', lines(filter))
}

async function* lines(filter: LogFilter) {
  const head = ['北京时间', '来路', '订单号', '交易状态', '结果', '原因', '变化', '回答', '毫秒', '编号']
  yield csvLine(head)
  let page = await searchLog(filter, null, PAGE)
  for (;;) {
    yield page.rows
      .map((row) =>
        csvLine([
          ...[formatBeijingTime(row.receivedAt), row.channel, row.orderNo ?? '', row.tradeStatus ?? ''],
          ...[row.verdict, row.reason ?? '', row.transition ?? '', row.answer],
          ...[String(row.milliseconds), row.id],
        ]),
      )
      .join('')
    if (!page.next) return
    page = await searchLog(filter, page.next, PAGE)
  }
}
