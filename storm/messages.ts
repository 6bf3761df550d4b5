import { message, signedBytes } from '../lib/messages/testing/messages'
import { stubAccount } from '../lib/messages/testing/stub-gateway'
import type { Order } from '../generated/shop/client'

export interface Message {
  orderNo: string
  channel: 'notify' | 'return'
  notifyId: string
  body: string
  /** Signed with another key. */
  isForged: boolean
  /** A copy of it was never answered `success`. */
  isGivenUp: boolean
  /** How often `success` was received for it. */
  received: number
}

/** What becomes of an order, and the order's last word in the end. */
export interface Fate {
  order: Order
  tradeStatus: 'WAIT_SELLER_SEND_GOODS' | 'TRADE_FINISHED'
  stage: 'paid' | 'finished'
  events: string[]
}

/** The shop's account at the storm's gateway. */
export const account = stubAccount(8090)

const UNPAID = { trade_status: 'WAIT_BUYER_PAY', gmt_payment: undefined, gmt_logistics_modify: undefined }
const SENT = { gmt_send_goods: '2026-11-22 10:00:06' }

/** Every second order is only paid; the others are shipped and finished as well. */
export function fateOf(order: Order, index: number): Fate {
  return index % 2 === 0
    ? { order, tradeStatus: 'WAIT_SELLER_SEND_GOODS', stage: 'paid', events: ['created', 'paid'] }
    : {
        order,
        tradeStatus: 'TRADE_FINISHED',
        stage: 'finished',
        events: ['created', 'finished', 'paid', 'shipped'],
      }
}

/** Everything the gateway has to say about an order, and one message that is not the gateway's. */
export function messagesOf({ order, stage }: Fate): Message[] {
  const later = [
    { trade_status: 'WAIT_BUYER_CONFIRM_GOODS', ...SENT },
    { trade_status: 'TRADE_FINISHED', ...SENT },
  ]
  const told = [UNPAID, { trade_status: 'WAIT_SELLER_SEND_GOODS' }, ...(stage === 'paid' ? [] : later)]
  return [
    ...told.map((changes) => make(order, 'notify', changes)),
    make(order, 'return', { is_success: 'T' }),
    { ...make(order, 'notify', {}, 'f'.repeat(32)), isForged: true },
  ]
}

function make(
  order: Order,
  channel: Message['channel'],
  changes: Record<string, string | undefined>,
  key = account.key,
): Message {
  const params = message(order, changes)
  const body = Buffer.from(signedBytes(params, { ...account, key })).toString('latin1')
  const { orderNo } = order
  return {
    orderNo,
    channel,
    notifyId: params.get('notify_id') ?? '',
    body,
    isForged: false,
    isGivenUp: false,
    received: 0,
  }
}
