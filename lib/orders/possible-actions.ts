import type { Order, Refund } from '@/generated/shop/client'
import { payableUntil } from './payable-until'
import { isRefund, refundableFen } from './refunds'
import { decideAct, isOpen } from './transitions'

/** What the merchant can do to an order now; asking the gateway and noting something down are always possible. */
export interface PossibleActions {
  ship: boolean
  close: boolean
  /** Give money back, by this shop and not at the gateway. */
  refund: boolean
}

type State = Pick<
  Order,
  | 'gateway'
  | 'stage'
  | 'tradeStatus'
  | 'refundStatus'
  | 'tradeNo'
  | 'paidAt'
  | 'paidFen'
  | 'totalFen'
  | 'refundedFen'
> & { refunds: Pick<Refund, 'state'>[] }
type PaymentState = Pick<Order, 'tradeStatus' | 'paidAt'> &
  Partial<Pick<Order, 'gateway' | 'stockHeld' | 'createdAt'>>

/** While a buyer has asked for a refund, goods may still be sent, which ends the application (docs/protocol.md 6.3). */
const SHIPPED_DESPITE = ['WAIT_SELLER_AGREE', 'SELLER_REFUSE_BUYER', 'REFUND_CLOSED']

/** An order with a payment that was not accepted (lib/messages/refused-payments.ts) is not closed. */
export function possibleActions(order: State, hasRefusedPayment = false): PossibleActions {
  const { tradeStatus, refundStatus, tradeNo } = order
  const close = awaitsPayment(tradeStatus) && !hasRefusedPayment
  if (isOpen(order)) {
    const isSent = order.refunds.some((refund) => isRefund(refund, 'sent'))
    const ship = decideAct(order, 'ship') !== undefined && !isSent
    return { ship, close, refund: refundableFen(order) > 0 && !isSent }
  }
  const noRefund = refundStatus === null || SHIPPED_DESPITE.includes(refundStatus)
  const ship = tradeStatus === 'WAIT_SELLER_SEND_GOODS' && tradeNo !== null && noRefund
  return { ship, close, refund: false }
}

/** Whether the gateway takes a payment of an order; it answers TRADE_NOT_ALLOWED_PAY to any other. */
export function isPayable(order: PaymentState, now = new Date()) {
  const until = payableUntil(order)
  return order.paidAt === null && awaitsPayment(order.tradeStatus) && (until === null || now < until)
}

const awaitsPayment = (tradeStatus: Order['tradeStatus']) =>
  tradeStatus === null || tradeStatus === 'WAIT_BUYER_PAY'
