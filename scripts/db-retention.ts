// npm run db:retention -- --months N: drops the old months of the log of messages.
import { dropOldMonths } from '../lib/messages/drop-old-months'
import { runCommand } from './command.js'
import { say } from './say.js'
import { withDatabase } from './with-database'

const usage = {
  zh: `npm run db:retention -- --months 24 [--dry-run] [--lang zh|en]

删掉通知记录里更早的月份（北京时间的整月），保留本月和之前的 N 个月；店开着也可以。没有到头的订单、关闭后才付款又没有退款的订单、
没有处理完的拒收付款，它们的记录一直留着。--dry-run 只列出会删什么。先备份：npm run db:backup。`,
  en: `npm run db:retention -- --months 24 [--dry-run] [--lang zh|en]

Drops the older months (whole ones, in Beijing time) of the log of messages, and keeps the present month and the N before
it; also while the shop runs. Entries stay that name an order which is not at its end or was paid after it was closed and
not refunded, or a refused payment that is not settled. --dry-run only lists. Back up first: npm run db:backup.`,
}

const options = { months: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const

void runCommand({ usage, options }, ({ values: { months = '', 'dry-run': dryRun } }) => {
  if (!/^[1-9]\d{0,3}$/.test(months))
    throw new Error(
      say(
        '--months 要写从 1 开始的整数，例如 --months 24',
        '--months is a whole number from 1, such as --months 24',
      ),
    )
  return withDatabase(async ({ place }) => {
    let total = 0
    for await (const { month, entries, kept } of dropOldMonths(Number(months), { dryRun })) {
      total += entries
      const what = month ?? say('没有分区的', 'without a partition')
      const stays = kept > 0 ? say(`，还需要的 ${kept} 条留下`, `, ${kept} that are still needed stay`) : ''
      console.log(say(`${what}：${entries} 条${stays}`, `${what}: ${entries} entries${stays}`))
    }
    console.log(
      dryRun
        ? say(`${place}：会删掉 ${total} 条`, `${place}: would drop ${total} entries`)
        : say(`${place}：删掉了 ${total} 条`, `${place}: dropped ${total} entries`),
    )
    return 0
  })
})
