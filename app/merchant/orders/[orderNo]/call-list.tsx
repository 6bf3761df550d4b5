import { type Charset, decode } from '@/lib/alipay/charset'
import { beijing } from '@/app/ui/format'
import type { listCalls } from '@/lib/payments/gateway-calls'

type Calls = Awaited<ReturnType<typeof listCalls>>

const SERVICE_WORDS: Record<string, string> = {
  create_partner_trade_by_buyer: '去付款的表单',
  single_trade_query: '查询',
  send_goods_confirm_by_platform: '发货',
  close_trade: '关闭交易',
}

/** What we sent to the gateway about this order, and what came of it. */
export function CallList({ calls, charset }: { calls: Calls; charset: Charset }) {
  return (
    <section aria-labelledby="calls-title" className="mt-8">
      <h2 id="calls-title" className="text-lg font-medium">
        我们发给支付宝的请求
      </h2>
      {calls.length === 0 && <p className="mt-2 text-muted">还没有发过。</p>}
      {calls.length > 0 && (
        <ul className="card mt-3 divide-y divide-line text-sm">
          {calls.map((call) => (
            <li
              key={call.id}
              id={`call-${call.id}`}
              className="flex flex-wrap items-baseline gap-x-3 gap-y-1 p-3"
            >
              <strong className="font-medium">{SERVICE_WORDS[call.service] ?? '请求'}</strong>
              <code className="break-all">{call.service}</code>
              <span className="[overflow-wrap:anywhere]">{call.result ?? '交给了买家的浏览器'}</span>
              <span className="text-muted tabular-nums sm:ml-auto">
                {beijing(call.sentAt)}
                {call.milliseconds !== null && `，${call.milliseconds} 毫秒`}
              </span>
              <CallBytes call={call} charset={charset} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** The parameters as they were signed and sent, and the answer as it came. */
function CallBytes({ call: { params, answer }, charset }: { call: Calls[number]; charset: Charset }) {
  const sent = params && typeof params === 'object' ? Object.entries(params) : []
  return (
    <details className="w-full">
      <summary className="cursor-pointer text-accent underline underline-offset-2">看内容</summary>
      <dl className="mt-2 grid gap-x-4 gap-y-1 sm:grid-cols-[12rem_1fr]">
        {sent.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="font-mono text-muted">{name}</dt>
            <dd className="break-all">{String(value)}</dd>
          </div>
        ))}
      </dl>
      {answer && (
        <p className="mt-3 bg-paper p-3 font-mono text-xs break-all">
          {decode(answer, charset) ?? Buffer.from(answer).toString('latin1')}
        </p>
      )}
    </details>
  )
}
