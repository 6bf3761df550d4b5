import { describeTrade } from '@/lib/sandbox/trade/describe-trade'
import { findTrade, noSuchTrade } from '@/lib/sandbox/trade/find-trade'
import { controlRoute } from '../../../sandbox-route'

/** `id` is a trade_no or an out_trade_no. */
export const GET = controlRoute<{ id: string }>(async (_request, { id }) => {
  const trade = await findTrade(id)
  if (!trade) throw noSuchTrade()
  return Response.json(describeTrade(trade))
})
