import type { Finding } from '@/lib/payments/reconcile'
import { language } from '@/lib/language'
import { reconcileWords } from './reconcile-words'
import type { Reconciled } from './reconciled'

const COLOURS: Record<Finding['kind'], string> = {
  settled: 'text-accent',
  applied: 'text-accent',
  no_trade: 'text-muted',
  person: 'text-bad font-medium',
  unreachable: 'text-bad font-medium',
}

/** The result per order. */
export async function ReconcileResult({ findings, more }: Reconciled) {
  const spoken = await language()
  const words = reconcileWords[spoken]
  if (findings.length === 0) return <p className="card mt-6 p-6">{words.nothing}</p>
  return (
    <>
      <ul aria-label={words.found} className="card mt-6 divide-y divide-line">
        {findings.map(({ orderNo, kind, detail }) => (
          <li key={orderNo} className="grid gap-x-6 gap-y-1 p-4 md:grid-cols-[15rem_1fr]">
            <a href={`/merchant/orders/${orderNo}`} className="link figures max-w-full truncate">
              {orderNo}
            </a>
            <div className="min-w-0 [overflow-wrap:anywhere]">
              <p className={COLOURS[kind]}>{words.kinds[kind]}</p>
              {detail[spoken] && <p className="text-sm text-muted">{detail[spoken]}</p>}
            </div>
          </li>
        ))}
      </ul>
      {more && <p className="mt-4">{words.more}</p>}
    </>
  )
}
