import type { Metadata } from 'next'
import Link from 'next/link'
import { GATEWAY_BUTTON_SMALL, GATEWAY_FIELD } from '@/app/sandbox/pages/gateway-button'
import { formatBeijingTime } from '@/lib/alipay/beijing-time'
import { formatYuan } from '@/lib/alipay/money'
import { wordsIn } from '@/lib/language'
import { listTrades } from '@/lib/sandbox/trade/find-trade'
import { requestOf } from '@/lib/sandbox/trade-request'
import { ClockPanel } from './clock-panel'
import { ConnectPanel } from './connect-panel'
import { consoleWords } from './console-words'
import { ErrorNote } from './error-note'
import { requireControl } from './require-control'
import { TradeState } from './trade-state'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: { absolute: (await wordsIn(consoleWords)).title },
})

/** The console: the clock and the trades. Its forms post to the control API. */
export default async function ConsolePage({ searchParams }: PageProps<'/sandbox/console'>) {
  await requireControl()
  const { q, error, ask } = await searchParams
  const words = await wordsIn(consoleWords)
  const text = typeof q === 'string' ? q : ''
  const trades = await listTrades(text)
  return (
    <div className="space-y-6">
      <h1 className="text-lg font-semibold text-gate">{words.title}</h1>
      <ErrorNote error={error} />
      <ClockPanel />
      <section aria-labelledby="trades-title" className="border border-gate-line bg-gate-card p-5">
        <h2 id="trades-title" className="font-semibold text-gate">
          {words.trades}
        </h2>
        <form className="mt-3 flex gap-2">
          <label className="min-w-0 flex-1">
            <span className="sr-only">{words.searchLabel}</span>
            <input
              name="q"
              key={text}
              defaultValue={text}
              placeholder={words.searchHint}
              className={GATEWAY_FIELD}
            />
          </label>
          <button className={GATEWAY_BUTTON_SMALL}>{words.search}</button>
        </form>
        {trades.length === 0 && <p className="mt-4">{text ? words.noSuchTrades : words.noTrades}</p>}
        <TradeList trades={trades} />
      </section>
      <ConnectPanel />
      <div className="flex flex-wrap gap-2">
        <form action="/sandbox/api/recover" method="post">
          <button className={GATEWAY_BUTTON_SMALL}>{words.recover}</button>
        </form>
        <ResetForm asks={ask === 'reset'} />
      </div>
    </div>
  )
}

/** Asks before the reset, without scripts: deleted trades cannot be restored. */
async function ResetForm({ asks }: { asks: boolean }) {
  const words = await wordsIn(consoleWords)
  if (!asks)
    return (
      <form action="/sandbox/console#reset">
        <button name="ask" value="reset" className={GATEWAY_BUTTON_SMALL}>
          {words.reset}
        </button>
      </form>
    )
  return (
    <form
      id="reset"
      action="/sandbox/api/reset"
      method="post"
      aria-labelledby="reset-question"
      className="flex flex-wrap items-center gap-2"
    >
      <strong id="reset-question">{words.askReset}</strong>
      <button className={GATEWAY_BUTTON_SMALL}>{words.resetForGood}</button>
      <Link href="/sandbox/console" prefetch={false} className="text-gate underline underline-offset-2">
        {words.keep}
      </Link>
    </form>
  )
}

type Trades = Awaited<ReturnType<typeof listTrades>>

/** The columns of a wide window; on a narrow one they stand below each other. */
const COLUMNS = 'md:grid md:grid-cols-[minmax(0,1fr)_7rem_15rem_13rem] md:items-baseline md:gap-x-4'

async function TradeList({ trades }: { trades: Trades }) {
  const { columns } = await wordsIn(consoleWords)
  if (trades.length === 0) return null
  return (
    <>
      <div aria-hidden="true" className={`mt-4 hidden pb-1 text-sm text-muted ${COLUMNS}`}>
        <span>{columns.subject}</span>
        <span className="text-right">{columns.amount}</span>
        <span>{columns.state}</span>
        <span>{columns.number}</span>
      </div>
      <ul className="mt-3 divide-y divide-gate-line border-gate-line md:mt-0 md:border-t">
        {trades.map((trade) => (
          <TradeRow key={trade.id} trade={trade} />
        ))}
      </ul>
    </>
  )
}

async function TradeRow({ trade }: { trade: Trades[number] }) {
  const { outTradeNo, tradeNo, requestedAt } = trade
  const undelivered = trade._count.deliveries
  const words = await wordsIn(consoleWords)
  return (
    <li className={`py-2.5 [overflow-wrap:anywhere] ${COLUMNS}`}>
      <a
        href={`/sandbox/console/${encodeURIComponent(tradeNo ?? outTradeNo)}`}
        translate="no"
        className="text-gate underline underline-offset-2"
      >
        {requestOf(trade).subject}
      </a>
      <span className="ml-2 tabular-nums md:ml-0 md:text-right">
        {words.yuan(formatYuan(trade.totalFen))}
      </span>
      <p className="text-sm">
        <TradeState {...trade} />
        {undelivered > 0 && <span className="block text-gate-price">{words.undelivered(undelivered)}</span>}
      </p>
      <p className="text-sm text-muted tabular-nums">
        {outTradeNo} <span className="block">{formatBeijingTime(requestedAt)}</span>
      </p>
    </li>
  )
}
