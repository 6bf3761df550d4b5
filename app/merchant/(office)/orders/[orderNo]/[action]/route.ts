import { again } from '@/app/forms/flash'
import { merchantRoute } from '@/app/merchant/merchant-route'
import { parseYuan } from '@/lib/alipay/money'
import { seeOther } from '@/lib/see-other'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { wordsIn } from '@/lib/language'
import { acceptPrice, declinePrice, declineRefund, setNote } from '@/lib/orders/change-order'
import { findFullOrder, type FullOrder } from '@/lib/orders/find-orders'
import { isRefund } from '@/lib/orders/refunds'
import { closeOrder } from '@/lib/payments/close-order'
import { queryTrade } from '@/lib/payments/query-trade'
import { refundOrder, settleRefund } from '@/lib/payments/refund-order'
import { hasRefusedPayment } from '@/lib/messages/refused-payments'
import { readShipment } from '@/lib/checkout/read-shipment'
import { shipOrder } from '@/lib/payments/ship-order'
import { merchantOrderWords } from '../merchant-order-words'
import { type ActionOutcome, isOrderAction, type OrderAction, outcomeQuery } from '../outcome'
import { typedShipment } from '../typed-shipment'

type Fields = Record<string, unknown>

type Result = Omit<ActionOutcome, 'action' | 'code' | 'call'> & { code?: string; call?: string }

const decided = (done: boolean): Result => ({ kind: done ? 'done' : 'invalid' })

const ACTIONS: Record<OrderAction, (order: FullOrder, fields: Fields) => Promise<Result>> = {
  async ship(order, fields) {
    const shipment = readShipment(fields, ownGateway().charset)
    return shipment ? shipOrder(order, shipment, ownGateway()) : { kind: 'invalid' }
  },
  query: (order) => queryTrade(order.orderNo, ownGateway()),
  close: (order) => closeOrder(order, ownGateway()),
  async 'accept-price'(order, fields) {
    if (!(await acceptPrice(order.orderNo, shownFen(fields)))) return { kind: 'invalid' }
    // it may be paid already, and the gateway does not repeat a refused message for ever
    if (await hasRefusedPayment(order.orderNo)) await queryTrade(order.orderNo, ownGateway())
    return { kind: 'done' }
  },
  'decline-price': async (order, fields) => decided(await declinePrice(order.orderNo, shownFen(fields))),
  note: async (order, { note, seen }) =>
    decided(await setNote(order.orderNo, String(note ?? ''), String(seen ?? ''))),
  refund: (order, { amount, reason }) => {
    const fen = parseYuan(String(amount ?? '').trim()) ?? 0
    return refundOrder(order, { fen, reason: String(reason ?? '') }, ownGateway())
  },
  'decline-refund': async (order, { no, why }) =>
    decided(await declineRefund(order.orderNo, String(no), String(why ?? ''))),
  async 'settle-refund'(order, { no }) {
    const refund = order.refunds.find((one) => one.no === no)
    return refund && isRefund(refund, 'sent')
      ? settleRefund(order, refund, ownGateway())
      : decided(refund !== undefined && isRefund(refund, 'made'))
  },
}

/** The price that the merchant was shown, in fen; -1 if it cannot be read, which matches no price. */
const shownFen = ({ quotedFen }: Fields) => (/^\d{1,9}$/.test(String(quotedFen)) ? Number(quotedFen) : -1)

/** An action of the merchant on an order: 303 back to its page, which shows the outcome. */
export const POST = merchantRoute<{ orderNo: string; action: string }>(async ({ params, form }) => {
  const { orderNo, action } = params
  const order = await findFullOrder(orderNo)
  if (!order || !isOrderAction(action))
    return new Response((await wordsIn(merchantOrderWords)).nothingSuch, { status: 404 })
  const fields = Object.fromEntries(form)
  const result = await ACTIONS[action](order, fields)
  const page = `/merchant/orders/${order.orderNo}?${outcomeQuery(action, result)}`
  const isShipped = action !== 'ship' || result.kind === 'answered'
  return isShipped ? seeOther(page) : again(page, typedShipment(fields))
})
