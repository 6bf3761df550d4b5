import type { Order } from '@/generated/shop/client'

/** What the merchant can do to an order now; asking the gateway and noting something down are always possible. */
export interface PossibleActions {
  ship: boolean
  close: boolean
}

type State = Pick<Order, 'tradeStatus' | 'refundStatus' | 'tradeNo'>
type PaymentState = Pick<Order, 'tradeStatus' | 'paidAt'>

/** While a buyer has asked for a refund, goods may still be sent, which ends the application (docs/protocol.md 6.3). */
const SHIPPED_DESPITE = ['WAIT_SELLER_AGREE', 'SELLER_REFUSE_BUYER', 'REFUND_CLOSED']

/** An order with a payment that was not accepted (lib/messages/refused-payments.ts) is not closed. */
export function possibleActions(order: State, hasRefusedPayment = false): PossibleActions {
  const { tradeStatus, refundStatus, tradeNo } = order
  const noRefund = refundStatus === null || SHIPPED_DESPITE.includes(refundStatus)
  return {
    ship: tradeStatus === 'WAIT_SELLER_SEND_GOODS' && tradeNo !== null && noRefund,
    close: awaitsPayment(tradeStatus) && !hasRefusedPayment,
  }
}

/** Whether the gateway takes a payment of an order; it answers TRADE_NOT_ALLOWED_PAY to any other. */
export const isPayable = ({ tradeStatus, paidAt }: PaymentState) =>
  paidAt === null && awaitsPayment(tradeStatus)

const awaitsPayment = (tradeStatus: Order['tradeStatus']) =>
  tradeStatus === null || tradeStatus === 'WAIT_BUYER_PAY'
