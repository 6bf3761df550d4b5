import { REFUND_STATUSES, TRADE_STATUSES } from '@/lib/alipay/status'
import { MachineSvg } from './state-picture-svg'
import { REFUND_MACHINE, TRADE_MACHINE } from './state-picture-machines'
import { statePath } from '@/lib/payments/state-path'

export interface StatePictureProps {
  /** What moved the order, oldest first, as the log has it: `none -> WAIT_BUYER_PAY`. */
  transitions: string[]
  tradeStatus: string | null
  refundStatus: string | null
}

/** The two status machines (docs/protocol.md 6.3), with the way that an order went and where it is. */
export function StatePicture({ transitions, tradeStatus, refundStatus }: StatePictureProps) {
  const { trade, refund } = statePath(transitions)
  const refundWords = word(REFUND_STATUSES, refundStatus)
  const refundPicture = (
    <MachineSvg
      id="refund-machine"
      title="退款的状态"
      machine={REFUND_MACHINE}
      path={refund}
      present={refundStatus}
    />
  )
  return (
    <div className="mt-3 grid items-start gap-4 sm:grid-cols-2">
      <figure className="card p-4">
        <figcaption className="mb-3 text-sm">
          <strong className="font-medium">交易</strong>
          <span className="ml-2 text-muted">
            {word(TRADE_STATUSES, tradeStatus) ?? '支付宝还没有这笔交易'}
          </span>
        </figcaption>
        <MachineSvg
          id="trade-machine"
          title="交易的状态"
          machine={TRADE_MACHINE}
          path={trade}
          present={tradeStatus}
        />
      </figure>
      {refundWords ? (
        <figure className="card p-4">
          <figcaption className="mb-3 text-sm">
            <strong className="font-medium">退款</strong>
            <span className="ml-2 text-muted">{refundWords}</span>
          </figcaption>
          {refundPicture}
        </figure>
      ) : (
        <details className="card p-4">
          <summary className="cursor-pointer text-sm">
            <strong className="font-medium">退款</strong>
            <span className="ml-2 text-muted">没有申请过，点开看看会怎样</span>
          </summary>
          <div className="mt-3">{refundPicture}</div>
        </details>
      )}
    </div>
  )
}

const word = (words: Record<string, { zh: string }>, status: string | null) =>
  status === null ? undefined : (words[status]?.zh ?? status)
