import type { Metadata } from 'next'
import { formatBeijingTime } from '@/lib/alipay/beijing-time'
import { formatYuan } from '@/lib/alipay/money'
import { language, wordsIn } from '@/lib/language'
import { listFaults } from '@/lib/sandbox/faults/fault-queue'
import { interfaceOf } from '@/lib/sandbox/merchants/methods'
import { findTrade, type FullTrade } from '@/lib/sandbox/trade/find-trade'
import { requestOf } from '@/lib/sandbox/trade-request'
import { MissingTrade } from '../missing-trade'
import { ClockPanel } from '../clock-panel'
import { consoleWords } from '../console-words'
import { ErrorNote } from '../error-note'
import { requireControl } from '../require-control'
import { TradeState } from '../trade-state'
import { stepInWords, timeoutInWords } from '../trade-words'
import { DeliveryList } from './delivery-list'
import { FaultPanel } from './fault-panel'
import { MovedTimes } from './moved-times'
import { BuyerPanel, SellerPanel } from './parties'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: { absolute: (await wordsIn(consoleWords)).tradeTitle },
})

/** One trade: its two parties, its history and its deliveries. `id` is a trade_no or an out_trade_no. */
export default async function TradePage({ params, searchParams }: PageProps<'/sandbox/console/[id]'>) {
  await requireControl()
  const [{ id }, { error }] = await Promise.all([params, searchParams])
  const [trade, faults] = await Promise.all([findTrade(decoded(id)), listFaults()])
  if (!trade) return <MissingTrade />
  const concerning = faults.filter((fault) => [null, trade.outTradeNo, trade.tradeNo].includes(fault.trade))
  return (
    <div className="space-y-6">
      <Heading trade={trade} />
      <ErrorNote error={error} />
      <div className="grid items-start gap-4 md:grid-cols-2">
        <BuyerPanel trade={trade} />
        <SellerPanel trade={trade} />
      </div>
      <History trade={trade} />
      <ClockPanel />
      <DeliveryList deliveries={trade.deliveries} />
      <FaultPanel number={trade.tradeNo ?? trade.outTradeNo} faults={concerning} />
    </div>
  )
}

/** The decoded part of an address, or '' where it cannot be decoded. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

async function Heading({ trade }: { trade: FullTrade }) {
  const words = await wordsIn(consoleWords)
  return (
    <header className="[overflow-wrap:anywhere]">
      <h1 className="text-lg font-semibold text-gate">
        <span translate="no">{requestOf(trade).subject}</span>{' '}
        <span className="tabular-nums">{words.yuan(formatYuan(trade.totalFen))}</span>
      </h1>
      <p className="mt-1">
        <TradeState {...trade} />
      </p>
      <p className="mt-1 text-sm text-muted">
        out_trade_no {trade.outTradeNo} · trade_no {trade.tradeNo ?? words.notYet} ·{' '}
        {words.merchant(trade.partner)} · {trade.charset} · {words.interfaces[interfaceOf(trade.service)]}{' '}
        <code translate="no">{trade.service}</code>
      </p>
    </header>
  )
}

async function History({ trade }: { trade: FullTrade }) {
  const spoken = await language()
  const words = consoleWords[spoken]
  return (
    <section aria-labelledby="history-title" className="border border-gate-line bg-gate-card p-5">
      <h2 id="history-title" className="font-semibold text-gate">
        {words.history}
      </h2>
      <MovedTimes />
      <ol className="mt-2 space-y-1 text-sm">
        {trade.events.map((event) => (
          <li key={event.id} className="[overflow-wrap:anywhere]">
            <span className="mr-2 text-muted tabular-nums">{formatBeijingTime(event.at)}</span>
            {stepInWords(event.action, spoken)}
            <code translate="no" className="ml-2 text-xs text-muted">
              {[event.tradeStatus, event.refundStatus].filter(Boolean).join(' + ')}
            </code>
          </li>
        ))}
      </ol>
      <p className="mt-2 text-sm">
        {trade.timeoutAt && trade.timeoutAction
          ? words.timeout(formatBeijingTime(trade.timeoutAt), timeoutInWords(trade.timeoutAction, spoken))
          : words.noTimeout}
      </p>
    </section>
  )
}
