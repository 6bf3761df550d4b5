import type { Notification } from '@/generated/shop/client'
import type { Account } from '../alipay/partner/request'
import { singleTradeQuery } from '../alipay/partner/services'
import { noteAnswer, noteQuestion } from '../orders/enquiry'
import { findOrder } from '../orders/find-orders'
import { BELIEVED } from '../messages/answers'
import { callGateway } from './call-gateway'
import { receiveMessage } from '../messages/receive-message'

/** `row` is the log row of the answer, with what it did to the order. */
export type QueryResult =
  | { kind: 'answered'; row: Notification }
  /** TRADE_NOT_EXIST means that the buyer has not logged in at the cashier, or not yet. */
  | { kind: 'refused'; code: string }
  | { kind: 'unreachable'; reason: string }
  /** Something came that is not an answer of the gateway's, or not about a trade. */
  | { kind: 'unbelievable'; reason: string }

/**
 * Asks the gateway about an order (docs/protocol.md 2.8) and applies the answer like any other message. Notes when it was
 * asked, and when it said what the order now says; `timeoutMs` is how long a person is kept waiting for that.
 */
export async function queryTrade(
  orderNo: string,
  account: Account,
  timeoutMs?: number,
): Promise<QueryResult> {
  await noteQuestion(orderNo)
  const result = await ask(orderNo, account, timeoutMs)
  if (isConclusive(orderNo, result)) await noteAnswer(orderNo)
  return result
}

/** An answer about another order, or refused for anything but an unknown trade, says nothing of this one's payment. */
function isConclusive(orderNo: string, result: QueryResult): boolean {
  if (result.kind === 'answered')
    return result.row.orderNo === orderNo && BELIEVED.includes(result.row.verdict)
  return result.kind === 'refused' && result.code === 'TRADE_NOT_EXIST'
}

async function ask(orderNo: string, account: Account, timeoutMs?: number): Promise<QueryResult> {
  const tradeNo = (await findOrder(orderNo))?.tradeNo
  const request = singleTradeQuery(account, tradeNo ? { trade_no: tradeNo } : { out_trade_no: orderNo })
  const answer = await callGateway(orderNo, request, account, timeoutMs)
  if (answer.kind === 'refused') return { kind: 'refused', code: answer.code }
  if (answer.kind === 'done') return { kind: 'unbelievable', reason: 'an answer without a trade' }
  const isEvidence = answer.kind === 'signed' || answer.kind === 'bad_sign'
  if (!isEvidence)
    return { kind: answer.kind === 'none' ? 'unreachable' : 'unbelievable', reason: answer.reason }
  const remoteAddress = new URL(account.gatewayUrl).host
  const row = await receiveMessage({ channel: 'query', bytes: answer.bytes, remoteAddress }, account)
  return 'reason' in answer ? { kind: 'unbelievable', reason: answer.reason } : { kind: 'answered', row }
}
