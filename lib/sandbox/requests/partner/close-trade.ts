import { xmlSuccess } from '../../../alipay/partner/write-xml-answer'
import { ActionError } from '../../action-error'
import { act } from '../../trade/trade-actions'
import { refused } from '../refusal'
import type { Authentic } from './authenticate'
import { findNamedTrade } from './find-named-trade'
import type { ServiceAnswer } from './xml-answer'

/** 关闭交易 (protocol.md 2.7): unpaid trades only. The merchant's order number is called out_order_no here. */
export async function closeTrade(request: Authentic): Promise<ServiceAnswer> {
  const { text, merchant, charset } = request
  if (text.trade_role && text.trade_role !== 'B' && text.trade_role !== 'S')
    return refused('ILLEGAL_ARGUMENT', 'trade_role 只能是 B 或 S', 'trade_role must be B or S')
  const named = await findNamedTrade(request, 'out_order_no')
  if (named.kind === 'refused') return named
  try {
    await act(named.trade.id, 'close')
  } catch (error) {
    if (error instanceof ActionError) return refused('TRADE_STATUS_NOT_AVAILD', error.text.zh, error.text.en)
    throw error
  }
  return { kind: 'answered', xml: xmlSuccess({}, merchant.key, charset) }
}
