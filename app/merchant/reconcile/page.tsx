import type { Metadata } from 'next'
import { MerchantFrame } from '../merchant-frame'
import { requireMerchant } from '../require-merchant'
import { ReconcileForm } from './reconcile-form'

export const metadata: Metadata = { title: '对账' }

/** Lost notifications, had again by asking (docs/spec.md T5.2A, T5.3). */
export default async function ReconcilePage() {
  await requireMerchant()
  return (
    <MerchantFrame>
      <h1 className="text-2xl font-semibold">对账：找回掉单</h1>
      <p className="mt-3 max-w-prose text-muted">
        通知可能丢失：网络断了、防火墙拦了、程序出错了。超过半小时没有消息、又没有结束的订单，向网关逐个查询（从最早的开始，每次最多
        20 个），有遗漏的状态就补上。
      </p>
      <ReconcileForm />
    </MerchantFrame>
  )
}
