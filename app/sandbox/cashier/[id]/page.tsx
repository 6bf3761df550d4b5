import { notFound, redirect } from 'next/navigation'
import { GATE_BUTTON } from '@/app/sandbox/gate-button'
import { logisticsInWords, TradeSummary } from '@/app/sandbox/trade-summary'
import { formatYuan } from '@/lib/alipay/money'
import { type FullTrade, findCashierTrade } from '@/lib/sandbox/find-trade'
import { requestOf } from '@/lib/sandbox/request-of'
import { LOGISTICS_GROUPS } from '@/lib/sandbox/trade'
import { LoginForm } from './login-form'

/** The cashier, in two steps: log in, by which the trade comes into being, then confirm and pay. */
export default async function CashierPage({ params, searchParams }: PageProps<'/sandbox/cashier/[id]'>) {
  const { id } = await params
  const trade = await findCashierTrade(id)
  if (!trade) notFound()
  if (trade.gmtPayment) redirect(`/sandbox/cashier/${id}/paid`)
  const { error } = await searchParams
  return (
    <div className="grid items-start gap-4 md:grid-cols-2">
      <TradeSummary trade={trade} />
      <div>
        {typeof error === 'string' && (
          <p role="alert" className="mb-4 border border-gate-note-line bg-gate-note p-3 text-on-gate-note">
            {error}
          </p>
        )}
        {trade.tradeStatus === null && <LoginForm id={id} buyerEmail={requestOf(trade).buyer_email} />}
        {trade.tradeStatus === 'WAIT_BUYER_PAY' && <PayForm trade={trade} />}
        {trade.tradeStatus === 'TRADE_CLOSED' && (
          <p className="border border-gate-line bg-gate-card p-5">这笔交易已经关闭，不能付款。</p>
        )}
      </div>
    </div>
  )
}

/** The dual service lets the buyer choose (docs/protocol.md 2.3). */
const WAYS = [
  ['false', '担保交易：确认收货后才付给卖家'],
  ['true', '即时到账：现在就付给卖家'],
] as const

function PayForm({ trade }: { trade: FullTrade }) {
  const request = requestOf(trade)
  const choices = LOGISTICS_GROUPS.flatMap((group) => {
    const words = logisticsInWords(request, group)
    return words ? [{ group, words }] : []
  })
  return (
    <form
      action={`/sandbox/cashier/${trade.id}/pay`}
      method="post"
      className="border border-gate-line bg-gate-card p-5"
    >
      <h2 className="text-lg font-semibold text-gate">确认付款</h2>
      <p className="mt-2 [overflow-wrap:anywhere]">
        付款账户：{trade.buyerEmail}
        <span className="block text-sm text-muted">支付宝交易号 {trade.tradeNo}</span>
      </p>
      {choices.length > 1 && (
        <fieldset className="mt-4">
          <legend className="font-medium">选择物流方式</legend>
          {choices.map(({ group, words }) => (
            <label key={group} className="mt-2 flex gap-2">
              <input type="radio" name="logistics" value={group} defaultChecked={group === ''} />
              {words}
            </label>
          ))}
        </fieldset>
      )}
      {trade.service === 'trade_create_by_buyer' && (
        <fieldset className="mt-4">
          <legend className="font-medium">选择交易方式</legend>
          {WAYS.map(([instant, words]) => (
            <label key={instant} className="mt-2 flex gap-2">
              <input type="radio" name="instant" value={instant} defaultChecked={instant === 'false'} />
              {words}
            </label>
          ))}
        </fieldset>
      )}
      <input type="hidden" name="total_fee" value={formatYuan(trade.totalFen)} />
      <p className="mt-4">
        {choices.length > 1 ? '按第一种物流方式，' : ''}应付
        <strong className="mx-1 text-xl text-gate-price tabular-nums">{formatYuan(trade.totalFen)}</strong>元
      </p>
      <button className={`${GATE_BUTTON} mt-4 w-full`}>确认无误，付款</button>
    </form>
  )
}
