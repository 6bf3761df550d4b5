import type { Trade } from '@/generated/sandbox/client'
import { db } from '../../db'
import { type GatewayRefusal, refused } from '../refusal'
import type { Authentic } from './authenticate'

/** The merchant's trade named by trade_no, which wins, or by its order number. There is no trade before the buyer's login. */
export async function findNamedTrade(
  { text, merchant: { partner } }: Authentic,
  orderNo: 'out_trade_no' | 'out_order_no',
): Promise<{ kind: 'found'; trade: Trade } | GatewayRefusal> {
  const { trade_no: tradeNo, [orderNo]: outTradeNo } = text
  if (!tradeNo && !outTradeNo)
    return refused(
      'ILLEGAL_ARGUMENT',
      `trade_no 和 ${orderNo} 至少要有一个`,
      `trade_no or ${orderNo} is needed`,
    )
  const number = tradeNo ? { tradeNo } : { outTradeNo }
  const trade = await db().trade.findFirst({
    where: { partner, ...number, NOT: { service: { startsWith: 'alipay.' } } }, // those of the open platform
  })
  if (trade?.tradeStatus) return { kind: 'found', trade }
  return refused(
    'TRADE_NOT_EXIST',
    '没有这笔交易，或者买家还没有登录收银台',
    'There is no such trade, or its buyer has not logged in at the cashier yet',
  )
}
