import { formatBeijingTime } from '@/lib/alipay/beijing-time'
import { CSV_START, csvLine } from '@/lib/csv'
import { type LogFilter, readLogQuery, searchLog } from '@/lib/payments/search-log'
import { requireMerchant } from '../require-merchant'

const PAGE = 1_000

/** All the rows that a filter finds, as a file; read page by page while it is sent, however many they are. */
export async function GET(request: Request) {
  await requireMerchant()
  const { filter } = readLogQuery(Object.fromEntries(new URL(request.url).searchParams))
  const pieces = file(filter)
  const body = new ReadableStream<string>({
    async pull(stream) {
      const { value, done } = await pieces.next()
      if (done) stream.close()
      else stream.enqueue(value)
    },
  })
  return new Response(body.pipeThrough(new TextEncoderStream()), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="notifications.csv"',
      'cache-control': 'no-store',
    },
  })
}

async function* file(filter: LogFilter) {
  const head = ['北京时间', '来路', '订单号', '交易状态', '结果', '原因', '变化', '回答', '毫秒', '编号']
  yield CSV_START + csvLine(head)
  let page = await searchLog(filter, null, PAGE)
  for (;;) {
    yield page.rows
      .map((row) =>
        csvLine([
          ...[formatBeijingTime(row.receivedAt), row.channel, row.orderNo, row.tradeStatus, row.verdict],
          ...[row.reason, row.transition, row.answer, row.milliseconds, row.id],
        ]),
      )
      .join('')
    if (!page.next) return
    page = await searchLog(filter, page.next, PAGE)
  }
}
