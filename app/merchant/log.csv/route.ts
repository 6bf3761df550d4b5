import { formatBeijingTime } from '@/lib/alipay/beijing-time'
import { reasonInWords } from '@/lib/alipay/reason-words'
import { csvLine } from '@/lib/csv'
import type { Language } from '@/lib/dictionary'
import { language } from '@/lib/language'
import { transitionOf } from '@/lib/messages/moves'
import { type LogFilter, readLogQuery, searchLog } from '@/lib/messages/search-log'
import { csvFile } from '../csv-file'
import { logWords } from '../log/log-words'
import { requireMerchant } from '../require-merchant'

const PAGE = 1_000

/** All the rows that a filter finds, as a file; read page by page while it is sent, however many they are. */
export async function GET(request: Request) {
  await requireMerchant()
  const { filter } = readLogQuery(Object.fromEntries(new URL(request.url).searchParams))
  return csvFile('notifications.csv', lines(filter, await language()))
}

async function* lines(filter: LogFilter, spoken: Language) {
  yield csvLine(logWords[spoken].columns)
  let page = await searchLog(filter, null, PAGE)
  for (;;) {
    yield page.rows
      .map((row) =>
        csvLine([
          ...[formatBeijingTime(row.receivedAt), row.channel, row.orderNo ?? '', row.tradeStatus ?? ''],
          ...[row.verdict, reasonInWords(row, spoken), transitionOf(row) ?? '', row.answer],
          ...[String(row.milliseconds), row.id, row.notes.join(' ')],
        ]),
      )
      .join('')
    if (!page.next) return
    page = await searchLog(filter, page.next, PAGE)
  }
}
