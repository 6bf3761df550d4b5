import type { Metadata } from 'next'
import Link from 'next/link'
import { GATEWAY_BUTTON_SMALL, GATEWAY_FIELD } from '@/app/sandbox/pages/gateway-button'
import { formatYuan } from '@/lib/alipay/money'
import { wordsIn } from '@/lib/language'
import { listTrades } from '@/lib/sandbox/trade/find-trade'
import { requestOf } from '@/lib/sandbox/trade-request'
import { ClockPanel } from './clock-panel'
import { ConnectPanel } from './connect-panel'
import { consoleWords } from './console-words'
import { ErrorNote } from './error-note'
import { requireControl } from './require-control'

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
        <ul className="mt-3 divide-y divide-gate-line">
          {trades.map((trade) => (
            <TradeRow key={trade.id} trade={trade} />
          ))}
        </ul>
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

async function TradeRow({ trade }: { trade: Awaited<ReturnType<typeof listTrades>>[number] }) {
  const { outTradeNo, tradeNo, tradeStatus, refundStatus } = trade
  const undelivered = trade._count.deliveries
  const words = await wordsIn(consoleWords)
  return (
    <li className="py-2.5 [overflow-wrap:anywhere]">
      <a
        href={`/sandbox/console/${encodeURIComponent(tradeNo ?? outTradeNo)}`}
        translate="no"
        className="text-gate underline underline-offset-2"
      >
        {requestOf(trade).subject}
      </a>
      <span className="ml-2 tabular-nums">{words.yuan(formatYuan(trade.totalFen))}</span>
      <p className="text-sm">
        <code className="mr-2">
          {[tradeStatus ?? words.notLoggedIn, refundStatus].filter(Boolean).join(' + ')}
        </code>
        <span className="text-muted">
          {outTradeNo}
          {undelivered > 0 && <span className="ml-2 text-gate-price">{words.undelivered(undelivered)}</span>}
        </span>
      </p>
    </li>
  )
}
