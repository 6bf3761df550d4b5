import { language } from '@/lib/language'
import { findReturn } from '@/lib/messages/message-log'
import { CheckValues } from './check-values'
import { orderPageWords } from './order-page-words'
import { orderWords } from './order-words'
import { ParameterList } from './parameter-list'

/**
 * The result of a return's verification (docs/spec.md T4.3b), with the returned data on the page of its order (`orderNo`).
 * Elsewhere only the reason of a refusal is shown, since the order may be another buyer's.
 */
export async function ReturnResult({ id, orderNo }: { id: string; orderNo?: string }) {
  const row = await findReturn(id)
  if (!row) return null
  const isOwn = orderNo !== undefined && row.orderNo === orderNo
  const spoken = await language()
  const words = orderPageWords[spoken]
  const why = row.notes.includes('gateway_not_asked') ? words.notAsked : words.refused[row.verdict]
  const params = isOwn && row.params && typeof row.params === 'object' ? Object.entries(row.params) : []
  return (
    <section
      aria-labelledby="return-title"
      className={`card mt-6 border-l-4 p-5 ${why ? 'border-l-bad' : 'border-l-accent'}`}
    >
      <h2 id="return-title" className="font-medium">
        {why ? words.notReturned : words.returned}
      </h2>
      <p className="mt-1">
        {why ? words.whyRefused(orderWords[spoken].verdicts[row.verdict], why) : words.believed[row.verdict]}
      </p>
      {isOwn ? <CheckValues row={row} /> : <p className="mt-1">{words.elsewhere.whereToLook}</p>}
      {why && !isOwn && <p className="mt-1">{words.doNotPayAgain}</p>}
      {params.length > 0 && (
        <details className="mt-3 text-sm">
          <summary className="cursor-pointer text-accent underline underline-offset-2">
            {words.returnedData(params.length)}
          </summary>
          <div className="mt-3">
            <ParameterList params={params} />
          </div>
        </details>
      )}
    </section>
  )
}
