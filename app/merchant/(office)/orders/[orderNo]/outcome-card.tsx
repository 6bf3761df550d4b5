import { FlashNote } from '@/app/ui/flash-note'
import type { Bilingual, Language } from '@/lib/dictionary'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { reasonInWords } from '@/lib/alipay/reason-words'
import { language } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { isOpen } from '@/lib/orders/transitions'
import type { listCalls } from '@/lib/payments/call-gateway'
import { merchantOrderWords } from './merchant-order-words'
import type { ActionOutcome } from './outcome'

interface OutcomeCardProps {
  outcome: ActionOutcome
  /** The action's own call. */
  call: Awaited<ReturnType<typeof listCalls>>[number] | undefined
  order: Pick<FullOrder, 'gateway' | 'logisticsName' | 'invoiceNo'>
}

/** How the merchant's last action ended; where the gateway refused, its code with cause and remedy. */
export async function OutcomeCard({ outcome, call, order }: OutcomeCardProps) {
  const { action, kind, code } = outcome
  const spoken = await language()
  const words = merchantOrderWords[spoken]
  if (kind === 'done' || kind === 'answered')
    return (
      <FlashNote tone="go" className="mt-6">
        {(isOpen(order) && words.doneHere[action]) || words.done[action]}
      </FlashNote>
    )
  return (
    <section role="alert" aria-labelledby="outcome-title" className="card mt-6 border-l-4 border-l-bad p-5">
      <h2 id="outcome-title">{words.failed[action]}</h2>
      {kind === 'invalid' && (
        <p className="mt-1">{(isOpen(order) && words.invalidHere[action]) || words.invalid[action]}</p>
      )}
      {(kind === 'unreachable' || kind === 'unbelievable') && (
        <p className="mt-1 [overflow-wrap:anywhere]">
          {words.noAnswer}
          {call?.code && words.colon + reasonInWords({ ...call, code: call.code }, spoken)}
          {isRefunding(action) ? words.refundUnclear : words.unclear}
        </p>
      )}
      {kind === 'sent_before' && (
        <p className="mt-1">
          {(isOpen(order) ? words.sentBeforeHere : words.sentBefore)(
            order.logisticsName ?? '—',
            order.invoiceNo,
          )}
        </p>
      )}
      {kind === 'refused' && <Refusal code={code} language={spoken} />}
    </section>
  )
}

const isRefunding = (action: ActionOutcome['action']) => action === 'refund' || action === 'settle-refund'

function Refusal({ code, language }: { code: string; language: Language }) {
  const words = merchantOrderWords[language]
  const help = ownGateway().errorHelp(code)
  return (
    <>
      <p className="mt-1">
        {words.refusedWith}
        <code className="[overflow-wrap:anywhere]">{code || words.noCode}</code>
      </p>
      {help ? (
        <>
          <Line text={help.title} language={language} />
          <Line label={words.cause} text={help.cause} language={language} />
          <Line label={words.remedy} text={help.remedy} language={language} />
        </>
      ) : (
        <p className="mt-2">{words.unknownCode}</p>
      )}
    </>
  )
}

/** In both languages: Alipay's own pages about a code are in Chinese, most others in English. */
function Line({ label, text, language }: { label?: string; text: Bilingual; language: Language }) {
  const other =
    language === 'zh' ? ({ lang: 'en', said: text.en } as const) : { lang: 'zh-CN', said: text.zh }
  return (
    <p className="mt-2">
      {label}
      {text[language]}
      <span lang={other.lang} className="block text-sm text-muted">
        {other.said}
      </span>
    </p>
  )
}
