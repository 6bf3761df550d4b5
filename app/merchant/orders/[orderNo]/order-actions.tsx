import { TRANSPORT_WORDS } from '@/app/orders/order-words'
import type { FullOrder } from '@/lib/orders/merchant-order'
import { possibleActions } from '@/lib/orders/possible-actions'

/** What can be done now: plain forms, each only while the gateway would take it. */
export function OrderActions({ order }: { order: FullOrder }) {
  const path = `/merchant/orders/${order.orderNo}`
  const { ship, close } = possibleActions(order)
  return (
    <section aria-label="操作" className="card mt-6 p-5">
      {ship && <ShipForm path={path} order={order} />}
      <div className={`flex flex-wrap items-center gap-3 ${ship ? 'mt-5 border-t border-line pt-5' : ''}`}>
        <form action={`${path}/query`} method="post">
          <button className="button-plain">查询支付宝</button>
        </form>
        {close && (
          <form action={`${path}/close`} method="post">
            <button className="button-plain">关闭交易</button>
          </form>
        )}
        <p className="text-sm text-muted">
          查询会问支付宝这笔交易现在的状态，漏掉的通知也就补上了。{close && '关闭以后买家不能再付款。'}
        </p>
      </div>
    </section>
  )
}

function ShipForm({ path, order }: { path: string; order: FullOrder }) {
  return (
    <form
      action={`${path}/ship`}
      method="post"
      className="grid gap-4 sm:grid-cols-[1fr_1fr_9rem_auto] sm:items-end"
    >
      <div>
        <label htmlFor="logisticsName" className="font-medium">
          物流公司
        </label>
        <input
          id="logisticsName"
          name="logisticsName"
          required
          maxLength={64}
          defaultValue={order.virtual ? '无需物流' : ''}
          autoComplete="off"
          className="field mt-1"
        />
      </div>
      <div>
        <label htmlFor="invoiceNo" className="font-medium">
          运单号（可以不填）
        </label>
        <input id="invoiceNo" name="invoiceNo" maxLength={32} autoComplete="off" className="field mt-1" />
      </div>
      <div>
        <label htmlFor="transportType" className="font-medium">
          运送方式
        </label>
        <select
          id="transportType"
          name="transportType"
          defaultValue={order.virtual ? 'DIRECT' : 'EXPRESS'}
          className="field mt-1"
        >
          {Object.entries(TRANSPORT_WORDS).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <button className="button">发货</button>
    </form>
  )
}
