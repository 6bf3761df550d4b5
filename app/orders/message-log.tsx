import { listOrderLog } from '@/lib/payments/order-log'
import { beijing } from '../ui/format'
import { CheckValues } from './check-values'
import { CHANNEL_WORDS, VERDICT_WORDS } from './order-words'

/** Every message that names this order, good or bad, with the values of its check, the verdict and the answer. */
export async function MessageLog({ orderNo }: { orderNo: string }) {
  const lines = await listOrderLog(orderNo)
  return (
    <section aria-labelledby="log-title" className="mt-8">
      <h2 id="log-title" className="text-lg font-medium">
        通知记录
      </h2>
      {lines.length === 0 && <p className="mt-2 text-muted">支付宝还没有发来过消息。</p>}
      <ol className="mt-3 space-y-3">
        {lines.map((line) => (
          <li key={line.id} id={`message-${line.id}`} className="card p-4 text-sm target:border-accent">
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <strong className="font-medium">{CHANNEL_WORDS[line.channel]}</strong>
              {line.tradeStatus && <code className="break-all">{line.tradeStatus}</code>}
              <span className="text-muted tabular-nums sm:ml-auto">
                {beijing(line.receivedAt)}，{line.milliseconds} 毫秒
              </span>
            </p>
            <p className="mt-1">
              <code className="mr-2">{line.verdict}</code>
              {VERDICT_WORDS[line.verdict]}
              {line.channel === 'notify' && (
                <>
                  ，回答 <code>{line.answer}</code>
                </>
              )}
            </p>
            {line.transition && <p className="mt-1 break-all text-muted">{line.transition}</p>}
            {line.reason && <p className="mt-1 text-muted [overflow-wrap:anywhere]">{line.reason}</p>}
            <CheckValues row={line} />
          </li>
        ))}
      </ol>
    </section>
  )
}
