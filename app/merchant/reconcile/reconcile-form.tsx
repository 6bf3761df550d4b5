'use client'

import { useActionState } from 'react'
import type { Language } from '@/lib/alipay/bilingual'
import type { Finding } from '@/lib/payments/reconcile'
import { reconcileWords } from './reconcile-words'
import { type Reconciled, runReconcile } from './run-reconcile'

/** The button and what came of it. Without scripts the page itself comes back with the result. */
export function ReconcileForm({ language }: { language: Language }) {
  const [result, action, running] = useActionState<Reconciled | null>(runReconcile, null)
  const words = reconcileWords[language]
  return (
    <>
      <form action={action} className="mt-6">
        <button className="button" disabled={running}>
          {running ? words.asking : words.ask}
        </button>
      </form>
      <div role="status">{result && <Result language={language} {...result} />}</div>
    </>
  )
}

const COLOURS: Record<Finding['kind'], string> = {
  settled: 'text-accent',
  applied: 'text-accent',
  no_trade: 'text-muted',
  person: 'text-bad font-medium',
  unreachable: 'text-bad font-medium',
}

function Result({ language, findings, more }: Reconciled & { language: Language }) {
  const words = reconcileWords[language]
  if (findings.length === 0) return <p className="card mt-6 p-6">{words.nothing}</p>
  return (
    <>
      <ul aria-label={words.found} className="card mt-6 divide-y divide-line">
        {findings.map(({ orderNo, kind, detail }) => (
          <li key={orderNo} className="grid gap-x-6 gap-y-1 p-4 md:grid-cols-[15rem_1fr]">
            <a
              href={`/merchant/orders/${orderNo}`}
              className="break-all text-accent tabular-nums underline underline-offset-2"
            >
              {orderNo}
            </a>
            <div className="min-w-0 [overflow-wrap:anywhere]">
              <p className={COLOURS[kind]}>{words.kinds[kind]}</p>
              {detail[language] && <p className="text-sm text-muted">{detail[language]}</p>}
            </div>
          </li>
        ))}
      </ul>
      {more && <p className="mt-4">{words.more}</p>}
    </>
  )
}
