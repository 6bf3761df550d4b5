import type { Metadata } from 'next'
import { GATE_BUTTON_SMALL, GATE_FIELD } from '@/app/sandbox/gate-button'
import { formatYuan } from '@/lib/alipay/money'
import { listTrades } from '@/lib/sandbox/find-trade'
import { requestOf } from '@/lib/sandbox/request-of'
import { ClockPanel } from './clock-panel'
import { ErrorNote } from './error-note'

export const metadata: Metadata = { title: { absolute: '沙箱控制台' } }

/** The control room: the clock and the trades. Its forms post to the control API. */
export default async function ConsolePage({ searchParams }: PageProps<'/sandbox/console'>) {
  const { q, error } = await searchParams
  const text = typeof q === 'string' ? q : ''
  const trades = await listTrades(text)
  return (
    <div className="space-y-6">
      <h1 className="text-lg font-semibold text-gate">沙箱控制台</h1>
      <ErrorNote error={error} />
      <ClockPanel />
      <section aria-labelledby="trades-title" className="border border-gate-line bg-gate-card p-5">
        <h2 id="trades-title" className="font-semibold text-gate">
          交易
        </h2>
        <form className="mt-3 flex gap-2">
          <label className="min-w-0 flex-1">
            <span className="sr-only">按编号、商品、账号或商户查找</span>
            <input name="q" defaultValue={text} placeholder="编号、商品、账号、商户" className={GATE_FIELD} />
          </label>
          <button className={GATE_BUTTON_SMALL}>查找</button>
        </form>
        {trades.length === 0 && (
          <p className="mt-4">
            {text
              ? '没有这样的交易。'
              : '还没有交易。到店里买点什么，或者用别的程序把请求发到 /sandbox/gateway.do。'}
          </p>
        )}
        <ul className="mt-3 divide-y divide-gate-line">
          {trades.map((trade) => (
            <TradeRow key={trade.id} trade={trade} />
          ))}
        </ul>
      </section>
      <div className="flex flex-wrap gap-2">
        <form action="/sandbox/api/recover" method="post">
          <button className={GATE_BUTTON_SMALL}>申请故障恢复：重发所有未成功的通知</button>
        </form>
        <form action="/sandbox/api/reset" method="post">
          <button className={GATE_BUTTON_SMALL}>清空交易和故障，时钟回到现在</button>
        </form>
      </div>
    </div>
  )
}

function TradeRow({ trade }: { trade: Awaited<ReturnType<typeof listTrades>>[number] }) {
  const { outTradeNo, tradeNo, tradeStatus, refundStatus } = trade
  const undelivered = trade._count.deliveries
  return (
    <li className="py-2.5 [overflow-wrap:anywhere]">
      <a
        href={`/sandbox/console/${encodeURIComponent(tradeNo ?? outTradeNo)}`}
        className="text-gate underline underline-offset-2"
      >
        {requestOf(trade).subject}
      </a>
      <span className="ml-2 tabular-nums">{formatYuan(trade.totalFen)} 元</span>
      <p className="text-sm">
        <code className="mr-2">
          {[tradeStatus ?? '买家还没有登录', refundStatus].filter(Boolean).join(' + ')}
        </code>
        <span className="text-muted">
          {outTradeNo}
          {undelivered > 0 && `，${undelivered} 条通知未送达`}
        </span>
      </p>
    </li>
  )
}
