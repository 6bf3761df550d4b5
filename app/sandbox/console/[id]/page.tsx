import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { formatBeijingTime } from '@/lib/alipay/beijing-time'
import { formatYuan } from '@/lib/alipay/money'
import { listFaults } from '@/lib/sandbox/fault-orders'
import { findTrade, type FullTrade } from '@/lib/sandbox/find-trade'
import { requestOf } from '@/lib/sandbox/request-of'
import { ClockPanel } from '../clock-panel'
import { stepInWords, timeoutInWords } from '../console-words'
import { ErrorNote } from '../error-note'
import { DeliveryList } from './delivery-list'
import { FaultPanel } from './fault-panel'
import { BuyerPanel, SellerPanel } from './parties'

export const metadata: Metadata = { title: { absolute: '交易 · 沙箱控制台' } }

/** One trade as its two parties see it, and what the gateway did. `id` is a trade_no or an out_trade_no. */
export default async function TradePage({ params, searchParams }: PageProps<'/sandbox/console/[id]'>) {
  const [{ id }, { error }] = await Promise.all([params, searchParams])
  const [trade, faults] = await Promise.all([findTrade(decoded(id)), listFaults()])
  if (!trade) notFound()
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

/** An address that is not percent-encoded text leads nowhere. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

function Heading({ trade }: { trade: FullTrade }) {
  return (
    <header className="[overflow-wrap:anywhere]">
      <h1 className="text-lg font-semibold text-gate">
        {requestOf(trade).subject} <span className="tabular-nums">{formatYuan(trade.totalFen)} 元</span>
      </h1>
      <p className="mt-1 text-sm">
        <code className="mr-2 font-semibold">
          {[trade.tradeStatus ?? '买家还没有登录', trade.refundStatus].filter(Boolean).join(' + ')}
        </code>
        <span className="text-muted">
          out_trade_no {trade.outTradeNo}，trade_no {trade.tradeNo ?? '（还没有）'}，商户 {trade.partner}，
          {trade.charset}
        </span>
      </p>
    </header>
  )
}

function History({ trade }: { trade: FullTrade }) {
  return (
    <section aria-labelledby="history-title" className="border border-gate-line bg-gate-card p-5">
      <h2 id="history-title" className="font-semibold text-gate">
        经过
      </h2>
      <ol className="mt-2 space-y-1 text-sm">
        {trade.events.map((event) => (
          <li key={event.id} className="[overflow-wrap:anywhere]">
            <span className="mr-2 text-muted tabular-nums">{formatBeijingTime(event.at)}</span>
            {stepInWords(event.action)}
            <code className="ml-2 text-muted">
              {[event.tradeStatus, event.refundStatus].filter(Boolean).join(' + ')}
            </code>
          </li>
        ))}
      </ol>
      <p className="mt-2 text-sm">
        {trade.timeoutAt && trade.timeoutAction
          ? `没有人操作的话，${formatBeijingTime(trade.timeoutAt)} ${timeoutInWords(trade.timeoutAction)}。`
          : '没有等待到期的事。'}
      </p>
    </section>
  )
}
