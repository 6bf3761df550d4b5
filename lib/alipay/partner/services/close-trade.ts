import { type Account, type SignedRequest, signRequest } from '../request'

/** Which trade is closed; the merchant's own number is called out_order_no here (protocol.md 2.7). */
export type ClosedTrade = { trade_no: string } | { out_order_no: string }

/** The signed request by which the seller closes an unpaid trade (protocol.md 2.7). */
export const closeTrade = (account: Account, trade: ClosedTrade): SignedRequest =>
  signRequest(account, { service: 'close_trade', ...trade, trade_role: 'S' })
