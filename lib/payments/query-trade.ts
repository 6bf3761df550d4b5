import type { Notification } from '@/generated/shop/client'
import type { Gateway } from '../gateway/gateway'
import { BELIEVED } from '../messages/answers'
import { receiveMessage } from '../messages/receive-message'
import { noteAnswer, noteQuestion } from '../orders/enquiry'
import { findOrder } from '../orders/find-orders'
import { callGateway, ofOtherGateway, type Outcome } from './call-gateway'

/** `row` is the log entry of the answer, with what it did to the order. */
export type Queried = Outcome<{ row: Notification }>

/**
 * Asks the gateway about an order (docs/protocol.md 2.8) and applies the answer like any other message. Refused with
 * TRADE_NOT_EXIST where the buyer has not logged in at the cashier. Notes when it asked, and when the gateway said what
 * the order now says; `timeoutMs` is how long a person is kept waiting for that.
 */
export async function queryTrade(orderNo: string, gateway: Gateway, timeoutMs?: number): Promise<Queried> {
  const order = await findOrder(orderNo)
  const other = order && ofOtherGateway(order, gateway)
  if (other) return other
  await noteQuestion(orderNo)
  const tradeNo = order?.tradeNo ?? null
  const request = gateway.query({ orderNo, tradeNo })
  const { evidence, ...outcome } = await callGateway({ orderNo, tradeNo }, request, gateway, timeoutMs)
  const row =
    evidence &&
    (await receiveMessage({ channel: 'query', remoteAddress: gateway.host, ...evidence }, gateway))
  const queried: Queried =
    outcome.kind !== 'answered'
      ? outcome
      : row
        ? { ...outcome, row }
        : { kind: 'unbelievable', code: 'no_trade', call: outcome.call }
  if (isConclusive(orderNo, queried)) await noteAnswer(orderNo)
  return queried
}

/** An answer about another order, or refused for anything but an unknown trade, says nothing of this one's payment. */
function isConclusive(orderNo: string, queried: Queried): boolean {
  if (queried.kind === 'answered')
    return queried.row.orderNo === orderNo && BELIEVED.includes(queried.row.verdict)
  return queried.kind === 'refused' && queried.code === 'TRADE_NOT_EXIST'
}
