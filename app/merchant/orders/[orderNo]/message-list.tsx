import Link from 'next/link'
import { CHANNEL_WORDS, VERDICT_WORDS } from '@/app/orders/order-words'
import { beijing } from '@/app/ui/format'
import type { LogLine } from '@/lib/payments/order-log'

/** Every message that names this order; each leads to its page in the log. */
export function MessageList({ messages }: { messages: LogLine[] }) {
  return (
    <section aria-labelledby="messages-title" className="mt-8">
      <h2 id="messages-title" className="text-lg font-medium">
        通知记录
      </h2>
      {messages.length === 0 && <p className="mt-2 text-muted">支付宝还没有发来过消息。</p>}
      {messages.length > 0 && (
        <ul className="card mt-3 divide-y divide-line text-sm">
          {messages.map((line) => (
            <li key={line.id}>
              <Link
                href={`/merchant/log/${line.id}`}
                prefetch={false}
                className="flex flex-wrap items-baseline gap-x-3 gap-y-1 p-3 hover:bg-paper"
              >
                <strong className="font-medium">{CHANNEL_WORDS[line.channel]}</strong>
                {line.tradeStatus && <code className="break-all">{line.tradeStatus}</code>}
                <span>
                  <code className="mr-1">{line.verdict}</code>
                  {VERDICT_WORDS[line.verdict]}
                </span>
                <span className="text-muted tabular-nums sm:ml-auto">{beijing(line.receivedAt)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
