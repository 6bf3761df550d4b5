import Link from 'next/link'
import { MessageNotes } from '@/app/(shop)/orders/message-notes'
import { orderWords } from '@/app/(shop)/orders/order-words'
import { beijing } from '@/app/ui/format'
import { Section } from '@/app/ui/section'
import { language } from '@/lib/language'
import type { LogLine } from '@/lib/messages/message-log'

/** All messages of this order, with links to the log. */
export async function MessageList({ messages }: { messages: LogLine[] }) {
  const spoken = await language()
  const words = orderWords[spoken]
  return (
    <Section id="messages-title" title={words.messages}>
      {messages.length === 0 && <p className="mt-2 text-muted">{words.noMessages}</p>}
      {messages.length > 0 && (
        <ul className="card mt-3 divide-y divide-line text-sm">
          {messages.map((line) => (
            <li key={line.id}>
              <Link
                href={`/merchant/log/${line.id}`}
                prefetch={false}
                className="flex flex-wrap items-baseline gap-x-3 gap-y-1 p-3 hover:bg-paper"
              >
                <strong className="font-medium">{words.channels[line.channel]}</strong>
                {line.tradeStatus && <code className="break-all">{line.tradeStatus}</code>}
                <span>
                  <code className="mr-1">{line.verdict}</code>
                  {words.verdicts[line.verdict]}
                  <MessageNotes notes={line.notes} language={spoken} />
                </span>
                <span className="text-muted tabular-nums sm:ml-auto">{beijing(line.receivedAt, spoken)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
