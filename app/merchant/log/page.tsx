import type { Metadata } from 'next'
import Link from 'next/link'
import { beijing } from '@/app/ui/format'
import { CHANNEL_WORDS } from '@/app/ui/channel-words'
import { VERDICT_WORDS } from '@/app/orders/order-words'
import { ANSWERS } from '@/lib/payments/answers'
import { type FoundRow, positionText, readLogQuery, searchLog } from '@/lib/payments/search-log'
import { MerchantFrame } from '../merchant-frame'
import { requireMerchant } from '../require-merchant'
import { LogFilterForm } from './log-filter-form'

export const metadata: Metadata = { title: '通知记录' }

/** Every message that ever came, good or bad, newest first (docs/spec.md T4.4b). */
export default async function LogPage({ searchParams }: PageProps<'/merchant/log'>) {
  await requireMerchant()
  const query = await searchParams
  const { filter, after } = readLogQuery(query)
  const { rows, next } = await searchLog(filter, after)
  const given = Object.entries(query).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  const asked = given.filter(([name, value]) => name !== 'after' && value !== '')
  const address = (path: string, more: string[][] = []) =>
    `${path}?${new URLSearchParams([...asked, ...more])}`
  return (
    <MerchantFrame>
      <h1 className="text-2xl font-semibold">通知记录</h1>
      <p className="mt-2 max-w-prose text-muted">支付宝发来的每一条消息，不论真假，连同它的检查和回答。</p>
      <LogFilterForm values={Object.fromEntries(asked)} />
      {rows.length === 0 && (
        <p className="card mt-6 p-6">
          {asked.length > 0 || after ? '没有这样的记录，请放宽条件。' : '还没有收到过任何消息。'}
        </p>
      )}
      <ol className="card mt-6 divide-y divide-line empty:hidden">
        {rows.map((row) => (
          <li key={row.id}>
            <Link
              href={`/merchant/log/${row.id}`}
              prefetch={false}
              className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 px-4 py-3 text-sm hover:bg-paper sm:grid-cols-[13rem_6rem_1fr_auto]"
            >
              <time dateTime={row.receivedAt.toISOString()} className="text-muted tabular-nums">
                {beijing(row.receivedAt)}
              </time>
              <span className="text-right sm:text-left">{CHANNEL_WORDS[row.channel]}</span>
              <span className="col-span-2 min-w-0 sm:col-span-1">
                <strong className={`font-medium ${isBad(row.verdict) ? 'text-bad' : ''}`}>
                  {VERDICT_WORDS[row.verdict]}
                </strong>
                {row.tradeStatus && (
                  <code className="ml-2 text-xs break-all text-muted">{row.tradeStatus.slice(0, 40)}</code>
                )}
                <span className="block text-muted [overflow-wrap:anywhere] tabular-nums">
                  {row.orderNo === null ? '没有订单号' : `订单 ${row.orderNo}`}
                </span>
              </span>
              <span className="text-muted tabular-nums sm:text-right">
                {row.answer && <code>{row.answer}，</code>}
                {row.milliseconds} 毫秒
              </span>
            </Link>
          </li>
        ))}
      </ol>
      <nav aria-label="翻页" className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
        {after && (
          <Link href={address('/merchant/log')} prefetch={false} className={LINK}>
            回到最新
          </Link>
        )}
        {next && (
          <Link
            href={address('/merchant/log', [['after', positionText(next)]])}
            prefetch={false}
            className={LINK}
          >
            更早的记录
          </Link>
        )}
        {rows.length > 0 && (
          <a href={address('/merchant/log.csv')} className={`${LINK} sm:ml-auto`}>
            导出 CSV
          </a>
        )}
      </nav>
    </MerchantFrame>
  )
}

const isBad = (verdict: FoundRow['verdict']) => ANSWERS[verdict] === 'fail' || verdict === 'illegal'

const LINK = 'py-1 text-accent underline underline-offset-2'
