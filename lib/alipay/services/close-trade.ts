import { type Account, type SignedRequest, signRequest } from '../request'

/** The signed request by which the seller closes an unpaid trade (protocol.md 2.7). */
export const closeTrade = (account: Account, tradeNo: string): SignedRequest =>
  signRequest(account, { service: 'close_trade', trade_no: tradeNo, trade_role: 'S' })
