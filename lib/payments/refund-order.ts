import type { Order, Refund } from '@/generated/shop/client'
import type { Gateway, NamedTrade } from '../gateway/gateway'
import { receiveMessage } from '../messages/receive-message'
import { refuseRefund, sendRefund } from '../orders/change-order'
import { isFinal, isRefund } from '../orders/refunds'
import { findRefund } from '../orders/find-orders'
import { callGateway, type Evidence, type Outcome } from './call-gateway'

/** `answered`: made. `invalid`: the order has no such amount to give back, or another refund that is not settled. */
export type Refunded = Outcome | { kind: 'invalid' }

/**
 * Gives `fen` of an order back, whole or in part. The refund is noted before the call and keeps its number until it is
 * settled, so that it is made once however often it is sent (threats.md 86).
 */
export async function refundOrder(
  order: Pick<Order, 'orderNo' | 'tradeNo'>,
  { fen, reason }: Pick<Refund, 'fen' | 'reason'>,
  gateway: Gateway,
): Promise<Refunded> {
  if (!gateway.refund) return { kind: 'invalid' }
  const refund = await sendRefund(order.orderNo, fen, reason)
  return refund ? send(order, refund, gateway) : { kind: 'invalid' }
}

/**
 * What became of a refund that was sent: asks first, and where the gateway does not know it, sends it again with the same
 * number and amount. Where the gateway cannot be asked nothing is sent.
 */
export async function settleRefund(order: NamedTrade, refund: Refund, gateway: Gateway): Promise<Refunded> {
  if (!isRefund(refund, 'sent') || !gateway.refundQuery) return { kind: 'invalid' }
  const asked = await ask(order, refund, gateway)
  const isUnknown = asked.kind === 'refused' || (asked.kind === 'answered' && !asked.isMade)
  return isUnknown ? send(order, refund, gateway) : asked
}

/**
 * The answer to the refund itself decides nothing: its amount is that of all refunds of the trade, and `fund_change=N` is
 * said of one made before and of one not made. So the gateway is asked right after (docs/protocol-open.md).
 */
async function send(order: NamedTrade, refund: Refund, gateway: Gateway): Promise<Refunded> {
  if (!gateway.refund) return { kind: 'invalid' }
  const sent: Outcome = await callGateway(order, gateway.refund(order, refund), gateway)
  const asked = await ask(order, refund, gateway)
  if (asked.kind === 'answered' && asked.isMade) return asked
  const isUnknown = asked.kind === 'answered' || (asked.kind === 'refused' && isFinal(asked.code))
  if (isUnknown && sent.kind === 'refused' && isFinal(sent.code))
    await refuseRefund(order.orderNo, refund.no, sent.code)
  if (sent.kind !== 'answered') return sent
  return asked.kind === 'answered' ? { kind: 'unreachable', code: 'gateway_unsure', call: sent.call } : asked
}

type Asked = Outcome<{ isMade: boolean }>

/** Asks the gateway whether it has made a refund. Its signed answer makes it here, by the path of every message. */
async function ask(order: NamedTrade, { no }: Refund, gateway: Gateway): Promise<Asked> {
  if (!gateway.refundQuery) throw new Error('this gateway makes no refunds')
  const request = gateway.refundQuery(order, no)
  const { evidence, ...outcome } = await callGateway(order, request, gateway)
  if (outcome.kind !== 'answered') return outcome
  const about = evidence && namedBy(evidence, gateway)
  // of a refund that it does not know the gateway says nothing at all
  if (!evidence || !about?.orderNo) return { ...outcome, isMade: false }
  const { call } = outcome
  if (about.orderNo !== order.orderNo) return { kind: 'unbelievable', code: 'other_trade', call }
  if ((about.refundNo ?? no) !== no) return { kind: 'unbelievable', code: 'other_refund', call }
  await receiveMessage({ channel: 'query', remoteAddress: gateway.host, ...evidence }, gateway)
  return { ...outcome, isMade: (await findRefund(no))?.state === 'made' }
}

function namedBy({ answer }: Evidence, gateway: Gateway) {
  const read = gateway.claim(answer.params, 'answer')
  return { orderNo: read.claim.orderNo, refundNo: read.ok ? read.claim.news.refundNo : null }
}
