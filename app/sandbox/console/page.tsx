import type { Metadata } from 'next'
import { GATE_BUTTON } from '@/app/sandbox/gate-button'
import { formatBeijingTime } from '@/lib/alipay/beijing-time'
import { formatYuan } from '@/lib/alipay/money'
import { now } from '@/lib/sandbox/clock'
import { deliveryState, type DeliveryState } from '@/lib/sandbox/describe-trade'
import { type FullTrade, listTrades } from '@/lib/sandbox/find-trade'
import { requestOf } from '@/lib/sandbox/request-of'
import { isAllowed, LIFE_ACTIONS, type LifeAction } from '@/lib/sandbox/trade-life'

export const metadata: Metadata = { title: { absolute: '沙箱控制台' } }

const ADVANCES = [
  ['1m', '1 分钟'],
  ['2m', '2 分钟'],
  ['1h', '1 小时'],
  ['25h', '25 小时'],
  ['7d', '7 天'],
] as const

const SMALL = 'cursor-pointer border border-gate px-3 py-1.5 text-sm text-gate hover:bg-gate hover:text-white'

/** The control room: trades, deliveries with their attempts, and the clock. Its forms post to the control API. */
export default async function ConsolePage() {
  const [time, trades] = await Promise.all([now(), listTrades()])
  return (
    <div className="space-y-6">
      <section aria-labelledby="clock-title" className="border border-slate-300 bg-white p-5">
        <h1 id="clock-title" className="text-lg font-semibold text-gate">
          沙箱控制台
        </h1>
        <p className="mt-2">
          沙箱时间（北京）<strong className="ml-1 tabular-nums">{formatBeijingTime(time)}</strong>
        </p>
        <p className="mt-1 text-sm text-muted">
          把时钟往前拨，到期的通知会立刻补发：返回地址一分钟失效、重试间隔 2 分钟起，都不用等。
        </p>
        <div className="mt-3 flex flex-wrap gap-2">
          {ADVANCES.map(([advance, label]) => (
            <form key={advance} action="/sandbox/api/clock" method="post">
              <button name="advance" value={advance} className={SMALL}>
                拨快 {label}
              </button>
            </form>
          ))}
          <form action="/sandbox/api/recover" method="post">
            <button className={SMALL}>申请故障恢复：重发所有未成功的通知</button>
          </form>
          <form action="/sandbox/api/reset" method="post">
            <button className={SMALL}>清空交易，时钟回到现在</button>
          </form>
        </div>
      </section>
      {trades.length === 0 && (
        <p className="border border-slate-300 bg-white p-5">
          还没有交易。到店里买点什么，或者用别的程序把请求发到 /sandbox/gateway.do。
        </p>
      )}
      {trades.map((trade) => (
        <TradeCard key={trade.id} trade={trade} />
      ))}
    </div>
  )
}

function TradeCard({ trade }: { trade: FullTrade }) {
  const request = requestOf(trade)
  return (
    <section aria-label={`交易 ${trade.outTradeNo}`} className="border border-slate-300 bg-white p-5">
      <h2 className="font-semibold [overflow-wrap:anywhere]">
        {request.subject} <span className="tabular-nums">{formatYuan(trade.totalFen)} 元</span>
      </h2>
      <p className="mt-1 text-sm [overflow-wrap:anywhere]">
        <code className="mr-2 font-semibold">{trade.tradeStatus ?? '买家还没有登录'}</code>
        <span className="text-muted">
          out_trade_no {trade.outTradeNo}，trade_no {trade.tradeNo ?? '（还没有）'}，商户 {trade.partner}，
          {trade.charset}
        </span>
      </p>
      {!trade.gmtPayment && trade.tradeStatus !== 'TRADE_CLOSED' && (
        <p className="mt-3">
          <a href={`/sandbox/cashier/${trade.id}`} className={GATE_BUTTON}>
            打开收银台
          </a>
        </p>
      )}
      <LifeButtons trade={trade} />
      <ol className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
        {trade.events.map((event) => (
          <li key={event.id}>
            <span className="tabular-nums">{formatBeijingTime(event.at)}</span> {event.action} →{' '}
            {event.tradeStatus}
            {event.refundStatus && ` + ${event.refundStatus}`}
          </li>
        ))}
      </ol>
      <ul className="mt-3 space-y-3">
        {trade.deliveries.map((delivery) => (
          <DeliveryItem key={delivery.id} delivery={delivery} />
        ))}
      </ul>
    </section>
  )
}

const LIFE_WORDS: Record<LifeAction, string> = {
  'change-price': '卖家：改价',
  close: '卖家：关闭交易',
  ship: '卖家：发货',
  extend: '卖家：延长收货时间',
  confirm: '买家：确认收货',
  'refund-apply': '买家：申请退款',
  'refund-agree': '卖家：同意退款',
  'refund-refuse': '卖家：拒绝退款',
  'refund-return-goods': '买家：寄回货物',
  'refund-receive-goods': '卖家：收到退货',
  'refund-cancel': '买家：取消退款',
}

/** What the two parties can do now, each by the same control API as a program's. */
function LifeButtons({ trade }: { trade: FullTrade }) {
  const actions = LIFE_ACTIONS.filter((action) => isAllowed(action, trade))
  return (
    <div className="mt-3 flex flex-wrap gap-2 empty:hidden">
      {actions.map((action) => (
        <form key={action} action={`/sandbox/api/trades/${trade.tradeNo}/${action}`} method="post">
          {action === 'refund-apply' && (
            <label className="mr-2 text-sm">
              <input type="checkbox" name="goods_received" value="true" className="mr-1" />
              已收到货
            </label>
          )}
          <button className={SMALL}>{LIFE_WORDS[action]}</button>
        </form>
      ))}
    </div>
  )
}

const STATE_WORDS: Record<DeliveryState, string> = {
  delivered: '已送达，商户回答 success',
  waiting: '等待重发',
  given_up: '8 次都没有成功，已停止',
}

function DeliveryItem({ delivery }: { delivery: FullTrade['deliveries'][number] }) {
  const status = new URLSearchParams(Buffer.from(delivery.body).toString()).get('trade_status')
  return (
    <li className="border-l-4 border-slate-300 pl-3 text-sm">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <code>{status}</code>
        <span>{STATE_WORDS[deliveryState(delivery)]}</span>
        {delivery.nextAttemptAt && (
          <span className="text-muted tabular-nums">下一次 {formatBeijingTime(delivery.nextAttemptAt)}</span>
        )}
      </p>
      <p className="break-all text-muted">
        {delivery.url}，notify_id {delivery.notifyId}
      </p>
      <ol className="mt-1">
        {delivery.attempts.map((attempt, index) => (
          <li key={attempt.id} className="[overflow-wrap:anywhere]">
            第 {index + 1} 次 <span className="tabular-nums">{formatBeijingTime(attempt.at)}</span>
            {attempt.status !== null && ` HTTP ${attempt.status}`} <code>{attempt.body.slice(0, 200)}</code>
            <span className="text-muted">（{attempt.milliseconds} 毫秒）</span>
          </li>
        ))}
      </ol>
      <form action={`/sandbox/api/deliveries/${delivery.id}/resend`} method="post" className="mt-1.5">
        <button className={SMALL}>再发一次</button>
      </form>
    </li>
  )
}
