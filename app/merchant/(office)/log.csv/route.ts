import { formatBeijingTime } from '@/lib/alipay/beijing-time'
import { reasonInWords } from '@/lib/alipay/reason-words'
import { csvLine } from '@/lib/csv'
import type { Language } from '@/lib/dictionary'
import type { Page } from '@/lib/keyset'
import { language } from '@/lib/language'
import { transitionOf } from '@/lib/messages/moves'
import { type FoundRow, type LogFilter, searchLog } from '@/lib/messages/search-log'
import { csvFile } from '../csv-file'
import { readLogSearch } from '../log/log-search'
import { logWords } from '../log/log-words'
import { requireMerchant } from '@/app/merchant/require-merchant'

const PAGE = 1_000

/** All log entries that a filter finds, read page by page while the file is sent. */
export async function GET(request: Request) {
  await requireMerchant()
  const filter = readLogSearch(Object.fromEntries(new URL(request.url).searchParams))
  return csvFile('notifications.csv', lines(filter, await language()))
}

async function* lines(filter: LogFilter, spoken: Language) {
  yield csvLine(logWords[spoken].columns)
  let after: string | null = null
  do {
    const { rows, next }: Page<FoundRow> = await searchLog(filter, after, PAGE)
    yield rows
      .map((row) =>
        csvLine([
          ...[formatBeijingTime(row.receivedAt), row.channel, row.orderNo ?? '', row.tradeStatus ?? ''],
          ...[row.verdict, reasonInWords(row, spoken), transitionOf(row) ?? '', row.answer],
          ...[String(row.milliseconds), row.id, row.notes.join(' ')],
        ]),
      )
      .join('')
    after = next
  } while (after)
}
