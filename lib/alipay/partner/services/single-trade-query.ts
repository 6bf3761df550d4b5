import { type Account, type SignedRequest, signRequest } from '../request'

/** Which trade is asked about: by Alipay's number where it is known, which is faster, else by the merchant's. */
export type TradeName = { trade_no: string } | { out_trade_no: string }

/** The signed question for a trade's present state (protocol.md 2.8). */
export const singleTradeQuery = (account: Account, trade: TradeName): SignedRequest =>
  signRequest(account, { service: 'single_trade_query', ...trade })
