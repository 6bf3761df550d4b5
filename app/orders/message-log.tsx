import { language } from '@/lib/language'
import { reasonInWords } from '@/lib/alipay/reason-words'
import { listOrderLog } from '@/lib/messages/message-log'
import { transitionOf } from '@/lib/messages/moves'
import { beijing } from '../ui/format'
import { CheckValues } from './check-values'
import { MessageNotes } from './message-notes'
import { orderPageWords } from './order-page-words'
import { orderWords } from './order-words'

/** Every message that names this order, good or bad, with the values of its check, the verdict and the answer. */
export async function MessageLog({ orderNo }: { orderNo: string }) {
  const spoken = await language()
  const words = orderWords[spoken]
  const lines = await listOrderLog(orderNo)
  return (
    <section aria-labelledby="log-title" className="mt-8">
      <h2 id="log-title" className="text-lg font-medium">
        {words.messages}
      </h2>
      {lines.length === 0 && <p className="mt-2 text-muted">{words.noMessages}</p>}
      <ol className="card mt-3 divide-y divide-line empty:hidden">
        {lines.map((line) => (
          <li key={line.id} id={`message-${line.id}`} className="p-4 text-sm target:bg-paper">
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <strong className="font-medium">{words.channels[line.channel]}</strong>
              {line.tradeStatus && <code className="break-all">{line.tradeStatus}</code>}
              <span className="text-muted tabular-nums sm:ml-auto">
                {beijing(line.receivedAt, spoken)}
                {words.comma}
                {words.milliseconds(line.milliseconds)}
              </span>
            </p>
            <p className="mt-1">
              <code className="mr-2">{line.verdict}</code>
              {words.verdicts[line.verdict]}
              {line.channel === 'notify' && (
                <>
                  {orderPageWords[spoken].answer}
                  <code>{line.answer}</code>
                </>
              )}
            </p>
            <p className="mt-1 empty:hidden">
              <MessageNotes notes={line.notes} language={spoken} />
            </p>
            <p className="mt-1 break-all text-muted empty:hidden">{transitionOf(line)}</p>
            <p className="mt-1 text-muted [overflow-wrap:anywhere] empty:hidden">
              {reasonInWords(line, spoken)}
            </p>
            <CheckValues row={line} />
          </li>
        ))}
      </ol>
    </section>
  )
}
