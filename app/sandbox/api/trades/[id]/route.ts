import { describeTrade } from '@/lib/sandbox/describe-trade'
import { findTrade } from '@/lib/sandbox/find-trade'
import { controlRoute, refusal } from '../../../sandbox-route'

/** `id` is a trade_no or an out_trade_no. */
export const GET = controlRoute<{ id: string }>(async (_request, { id }) => {
  const trade = await findTrade(id)
  return trade ? Response.json(describeTrade(trade)) : refusal(404, 'TRADE_NOT_EXIST', '没有这笔交易')
})
