import { gatewayPage } from '@/app/(shop)/orders/gateway-page'
import { catalogWords } from '@/app/ui/catalog-words'
import { Field } from '@/app/ui/field'
import { SubmitButton } from '@/app/ui/submit-button'
import { language, wordsIn } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { possibleActions } from '@/lib/orders/possible-actions'
import { openRefund, REASON_CHARACTERS } from '@/lib/orders/refunds'
import { shippingOf } from '@/lib/orders/shipping'
import { toldOf } from '@/lib/orders/told'
import { isOpen } from '@/lib/orders/transitions'
import { merchantOrderWords } from './merchant-order-words'
import { RefundAmount } from './refund-amount'
import type { TypedShipment } from './typed-shipment'

interface OrderActionsProps {
  order: FullOrder
  hasRefusedPayment: boolean
  typed: TypedShipment | undefined
}

/** The actions that the gateway would accept in this state. */
export async function OrderActions({ order, hasRefusedPayment, typed }: OrderActionsProps) {
  const words = await wordsIn(merchantOrderWords)
  const path = `/merchant/orders/${order.orderNo}`
  const { ship, close, refund } = possibleActions(order, hasRefusedPayment)
  const refundStep = words.refundSteps[order.refundStatus ?? '']
  return (
    <section aria-label={words.actions} className="card p-5">
      {refundStep && (
        <p id="refund" className="mb-4 max-w-prose scroll-mt-4 font-medium text-warn">
          {refundStep}
        </p>
      )}
      {ship && <ShipForm order={order} typed={typed} />}
      {refund && !openRefund(order.refunds) && <RefundForm order={order} />}
      {isOpen(order) && order.paidAt && order.tradeStatus === 'TRADE_FINISHED' && (
        <p className={`max-w-prose ${ship ? 'mt-4' : ''}`}>{words.tooOldToRefund}</p>
      )}
      <div
        className={`flex flex-wrap items-center gap-3 ${ship || isOpen(order) ? 'mt-5 border-t border-line pt-5' : ''}`}
      >
        {order.tradeNo && (
          <a href={gatewayPage(order.tradeNo)} className={refundStep ? 'button' : 'button-plain'}>
            {words.tradePage}
          </a>
        )}
        <form action={`${path}/query`} method="post">
          <SubmitButton className="button-plain">{words.query}</SubmitButton>
        </form>
        {close && (
          <form action={`${path}/close`} method="post">
            <SubmitButton className="button-danger">{words.close}</SubmitButton>
          </form>
        )}
      </div>
      <p className="mt-3 text-sm text-muted">{words.actionsHint(close)}</p>
    </section>
  )
}

/** The whole or a part; a refund that was asked for has a form of its own. */
async function RefundForm({ order }: { order: FullOrder }) {
  const words = await wordsIn(merchantOrderWords)
  return (
    <details className="mt-4">
      <summary className="link cursor-pointer">{words.refund}</summary>
      <form
        action={`/merchant/orders/${order.orderNo}/refund`}
        method="post"
        className="mt-3 grid gap-4 sm:grid-cols-[9rem_1fr_auto] sm:items-end"
      >
        <RefundAmount order={order} />
        <Field name="reason" label={words.refundReason} maxLength={REASON_CHARACTERS} autoComplete="off" />
        <SubmitButton className="button-plain">{words.refund}</SubmitButton>
      </form>
    </details>
  )
}

async function ShipForm({ order, typed }: Omit<OrderActionsProps, 'hasRefusedPayment'>) {
  const spoken = await language()
  const words = merchantOrderWords[spoken]
  const { ways } = catalogWords[spoken]
  return (
    <form
      id="ship"
      action={`/merchant/orders/${order.orderNo}/ship`}
      method="post"
      className="grid scroll-mt-4 gap-4 sm:grid-cols-2 sm:items-end xl:grid-cols-[1fr_1fr_9rem_auto]"
    >
      <Field
        name="logisticsName"
        label={words.carrier}
        required
        maxLength={64}
        defaultValue={typed?.logisticsName ?? (order.virtual ? ways.DIRECT : '')}
        autoComplete="off"
      />
      <Field
        name="invoiceNo"
        label={words.waybill}
        maxLength={32}
        defaultValue={typed?.invoiceNo}
        autoComplete="off"
      />
      <Field
        name="transportType"
        label={words.transport}
        defaultValue={
          typed && typed.transportType in ways
            ? typed.transportType
            : (toldOf(order).logisticsType ?? shippingOf(order)[0].type)
        }
      >
        {Object.entries(ways).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Field>
      <SubmitButton>{words.ship}</SubmitButton>
    </form>
  )
}
