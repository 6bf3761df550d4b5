import { formatBeijingTime } from '@/lib/alipay/beijing-time'
import { csvLine } from '@/lib/csv'
import { wordsIn } from '@/lib/language'
import { type LogFilter, searchLog } from '@/lib/messages/search-log'
import { csvFile } from '../csv-file'
import { readLogSearch } from '../log/log-search'
import { logWords } from '../log/log-words'
import { requireMerchant } from '@/app/merchant/require-merchant'

const PAGE = 1_000

/** All log entries that a filter finds, read page by page while the file is sent. */
export async function GET(request: Request) {
  await requireMerchant()
  const { filter } = readLogSearch(Object.fromEntries(new URL(request.url).searchParams))
  return csvFile('notifications.csv', lines(filter, (await wordsIn(logWords)).columns))
}

async function* lines(filter: LogFilter, head: string[]) {
  yield csvLine(head)
  let page = await searchLog(filter, null, PAGE)
  for (;;) {
    yield page.rows
      .map((row) =>
        csvLine([
          ...[formatBeijingTime(row.receivedAt), row.channel, row.orderNo ?? '', row.tradeStatus ?? ''],
          ...[row.verdict, row.reason ?? '', row.transition ?? '', row.answer],
          ...[String(row.milliseconds), row.id, row.notes.join(' ')],
        ]),
      )
      .join('')
    if (!page.next) return
    page = await searchLog(filter, page.next, PAGE)
  }
}
