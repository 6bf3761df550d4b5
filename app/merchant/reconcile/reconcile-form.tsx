'use client'

import { useActionState } from 'react'
import type { Finding } from '@/lib/payments/reconcile'
import { type Reconciled, runReconcile } from './run-reconcile'

const WORDS: Record<Finding['kind'], string> = {
  settled: '一致，没有遗漏',
  applied: '已补上遗漏的状态',
  no_trade: '未付款：买家没有到收银台登录过',
  person: '需要人工处理',
  unreachable: '网关没有回答',
}

/** The button and what came of it. Without scripts the page itself comes back with the result. */
export function ReconcileForm() {
  const [result, action, running] = useActionState<Reconciled | null>(runReconcile, null)
  return (
    <>
      <form action={action} className="mt-6">
        <button className="button" disabled={running}>
          {running ? '正在向网关查询……' : '向网关查询'}
        </button>
      </form>
      <div role="status">{result && <Result {...result} />}</div>
    </>
  )
}

function Result({ findings, more }: Reconciled) {
  if (findings.length === 0) return <p className="card mt-6 p-6">没有需要查询的订单。</p>
  return (
    <>
      <ul aria-label="查询结果" className="mt-6 space-y-3">
        {findings.map(({ orderNo, kind, detail }) => (
          <li key={orderNo} className="card p-4">
            <a
              href={`/merchant/orders/${orderNo}`}
              className="break-all tabular-nums underline underline-offset-2"
            >
              {orderNo}
            </a>
            <p className={kind === 'person' || kind === 'unreachable' ? 'font-semibold' : undefined}>
              {WORDS[kind]}
            </p>
            {detail && <p className="text-sm text-muted [overflow-wrap:anywhere]">{detail}</p>}
          </li>
        ))}
      </ul>
      {more && <p className="mt-4">还有订单没有查询：再按一次，或者运行 npm run reconcile。</p>}
    </>
  )
}
