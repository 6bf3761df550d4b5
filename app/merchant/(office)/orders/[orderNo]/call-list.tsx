import { orderWords } from '@/app/(shop)/orders/order-words'
import { ParameterList } from '@/app/(shop)/orders/parameter-list'
import { beijing } from '@/app/ui/format'
import { Section } from '@/app/ui/section'
import { type Charset, decodeForPeople } from '@/lib/alipay/charset'
import { reasonInWords } from '@/lib/alipay/reason-words'
import type { Language } from '@/lib/dictionary'
import { language } from '@/lib/language'
import type { listCalls } from '@/lib/payments/call-gateway'
import { merchantOrderWords } from './merchant-order-words'

type Calls = Awaited<ReturnType<typeof listCalls>>

/** The shop's calls to the gateway about this order, with their results. */
export async function CallList({ calls, charset }: { calls: Calls; charset: Charset }) {
  const spoken = await language()
  const words = merchantOrderWords[spoken]
  const { comma, milliseconds } = orderWords[spoken]
  return (
    <Section id="calls-title" title={words.calls}>
      {calls.length === 0 && <p className="mt-2 text-muted">{words.noCalls}</p>}
      {calls.length > 0 && (
        <ul className="card mt-3 divide-y divide-line text-sm">
          {calls.map((call) => (
            <li
              key={call.id}
              id={`call-${call.id}`}
              className="flex flex-wrap items-baseline gap-x-3 gap-y-1 p-3"
            >
              <strong className="font-medium">{words.verbs[call.verb] ?? words.someCall}</strong>
              <code className="break-all">{call.service}</code>
              <span className="[overflow-wrap:anywhere]">{endOf(call, spoken)}</span>
              <span className="text-muted tabular-nums sm:ml-auto">
                {beijing(call.sentAt, spoken)}
                {call.milliseconds !== null && comma + milliseconds(call.milliseconds)}
              </span>
              <CallBytes call={call} charset={charset} label={words.showBytes} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** The end of a call in words; the gateway's own code as it is. */
function endOf({ outcome, code, detail }: Calls[number], language: Language): string {
  const { handedOver, answered } = merchantOrderWords[language]
  if (outcome === null) return handedOver
  if (code === null) return answered
  return outcome === 'refused' ? code : reasonInWords({ code, detail }, language)
}

interface CallBytesProps {
  call: Calls[number]
  charset: Charset
  label: string
}

/** The parameters as signed and sent, and the gateway's answer as received. */
function CallBytes({ call: { params, answer }, charset, label }: CallBytesProps) {
  const sent = params && typeof params === 'object' ? Object.entries(params) : []
  return (
    <details className="w-full">
      <summary className="link cursor-pointer">{label}</summary>
      <div className="mt-2">
        <ParameterList params={sent} />
      </div>
      {answer && (
        <p translate="no" className="mt-3 bg-paper p-3 font-mono text-xs break-all">
          {decodeForPeople(answer, charset)}
        </p>
      )}
    </details>
  )
}
