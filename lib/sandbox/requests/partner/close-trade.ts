import { ActionError } from '../../action-error'
import type { Authentic } from './authenticate'
import { db } from '../../db'
import { refused } from '../refusal'
import { act } from '../../trade/trade-actions'
import { type ServiceAnswer, signedXml } from './xml-answer'

/** 关闭交易 (protocol.md 2.7): unpaid trades only. The merchant's order number is called out_order_no here. */
export async function closeTrade({ text, merchant, charset }: Authentic): Promise<ServiceAnswer> {
  const { trade_no: tradeNo, out_order_no: outTradeNo, trade_role: role } = text
  if (!tradeNo && !outTradeNo)
    return refused(
      'ILLEGAL_ARGUMENT',
      'trade_no 和 out_order_no 至少要有一个',
      'trade_no or out_order_no is needed',
    )
  if (role && role !== 'B' && role !== 'S')
    return refused('ILLEGAL_ARGUMENT', 'trade_role 只能是 B 或 S', 'trade_role must be B or S')
  const number = tradeNo ? { tradeNo } : { outTradeNo }
  const trade = await db().trade.findFirst({ where: { ...number, partner: merchant.partner } })
  if (!trade?.tradeStatus)
    return refused(
      'TRADE_NOT_EXIST',
      '没有这笔交易，或者买家还没有登录收银台',
      'There is no such trade, or its buyer has not logged in at the cashier yet',
    )
  try {
    await act(trade.id, 'close')
  } catch (error) {
    if (error instanceof ActionError) return refused('TRADE_STATUS_NOT_AVAILD', error.text.zh, error.text.en)
    throw error
  }
  return signedXml({}, merchant.key, charset)
}
