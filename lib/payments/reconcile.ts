import { setTimeout as wait } from 'node:timers/promises'
import type { Notification } from '@/generated/shop/client'
import { formatYuan } from '../alipay/money'
import type { Reason } from '../alipay/reason-codes'
import { reasonInWords } from '../alipay/reason-words'
import type { Bilingual } from '../dictionary'
import type { Gateway } from '../gateway/gateway'
import { transitionOf } from '../messages/moves'
import { findFullOrder } from '../orders/find-orders'
import type { UnsettledOrder } from '../orders/find-unsettled'
import { openRefund } from '../orders/refunds'
import { ofOtherGateway } from './call-gateway'
import { queryTrade } from './query-trade'
import { settleRefund } from './refund-order'

/**
 * The result of asking about one order. `settled`: nothing was missing; `applied`: what was missing is there now;
 * `no_trade`: the buyer has never logged in at the cashier; `person`: it needs a person; `unreachable`: there
 * was no answer. `detail` says what it is about: a status, a transition, a code, a reason.
 */
export interface Finding {
  orderNo: string
  kind: 'settled' | 'applied' | 'no_trade' | 'person' | 'unreachable'
  detail: Bilingual
}

/** The pause between two queries, so that they do not flood the gateway. */
const PAUSE_MS = 200

/** Stop after this many unreachable answers in a row. */
const UNREACHABLE_IN_A_ROW = 3

/**
 * Recovers lost notifications (掉单, spec.md T5.2A, T5.3) and lost answers to refunds (threats.md 86): queries one order after the other (lib/orders/find-unsettled.ts)
 * and applies the answers by the one path of every message. So it may run beside the shop, beside another
 * reconciliation, and while the late notification comes after all. Ends early where the gateway does not answer.
 */
export async function* reconcile(
  orders: UnsettledOrder[],
  gateway: Gateway,
  pauseMs = PAUSE_MS,
): AsyncGenerator<Finding> {
  let unreachable = 0
  for (const [index, order] of orders.entries()) {
    if (index > 0) await wait(pauseMs)
    const ask = order.verb === 'refund_query' ? askAboutRefund : askAboutTrade
    const finding = { orderNo: order.orderNo, ...(await ask(order, gateway)) }
    yield finding
    unreachable = finding.kind === 'unreachable' ? unreachable + 1 : 0
    if (unreachable === UNREACHABLE_IN_A_ROW) return
  }
}

type Found = Omit<Finding, 'orderNo'>

async function askAboutTrade(order: UnsettledOrder, gateway: Gateway): Promise<Found> {
  const { orderNo, tradeStatus, paidLate } = order
  const queried = await queryTrade(orderNo, gateway)
  switch (queried.kind) {
    case 'unreachable':
      return { kind: 'unreachable', detail: inWords(queried) }
    case 'unbelievable':
      return { kind: 'person', detail: inWords(queried) }
    case 'refused':
      if (queried.code !== 'TRADE_NOT_EXIST')
        return { kind: 'person', detail: withTitle(queried.code, gateway) }
      return tradeStatus
        ? { kind: 'person', detail: unknownThere(tradeStatus) }
        : { kind: 'no_trade', detail: same(queried.code) }
  }
  const { row } = queried
  if (row.verdict === 'applied') return { kind: 'applied', detail: same(transitionOf(row) ?? '') }
  if (row.verdict !== 'duplicate' && row.verdict !== 'stale') return { kind: 'person', detail: refused(row) }
  return paidLate
    ? { kind: 'person', detail: PAID_LATE }
    : { kind: 'settled', detail: same(tradeStatus ?? '') }
}

/** A refund that the gateway does not know is sent again, with the same number and amount. */
async function askAboutRefund({ orderNo }: UnsettledOrder, gateway: Gateway): Promise<Found> {
  const order = await findFullOrder(orderNo)
  const refund = order && openRefund(order.refunds)
  if (!refund) return SETTLED_MEANWHILE
  const settled = ofOtherGateway(order, gateway) ?? (await settleRefund(order, refund, gateway))
  switch (settled.kind) {
    case 'answered':
      return { kind: 'applied', detail: refunded(refund.fen) }
    case 'refused':
      return { kind: 'person', detail: withTitle(settled.code, gateway) }
    case 'invalid':
      return SETTLED_MEANWHILE
    case 'unreachable':
      return { kind: 'unreachable', detail: inWords(settled) }
    case 'unbelievable':
      return { kind: 'person', detail: inWords(settled) }
  }
}

/** Names and codes, which both languages share. */
const same = (text: string): Bilingual => ({ zh: text, en: text })

const inWords = (reason: Reason): Bilingual => ({
  zh: reasonInWords(reason, 'zh'),
  en: reasonInWords(reason, 'en'),
})

const refused = (row: Notification): Bilingual => ({
  zh: `${row.verdict}：${reasonInWords(row, 'zh')}`,
  en: `${row.verdict}: ${reasonInWords(row, 'en')}`,
})

function withTitle(code: string, gateway: Gateway): Bilingual {
  const help = gateway.errorHelp(code)
  return help ? { zh: `${code}：${help.title.zh}`, en: `${code}: ${help.title.en}` } : same(code)
}

const unknownThere = (status: string): Bilingual => ({
  zh: `网关说没有这笔交易（TRADE_NOT_EXIST），本店记的却是 ${status}`,
  en: `the gateway knows no such trade (TRADE_NOT_EXIST), and here it is ${status}`,
})

const refunded = (fen: number): Bilingual => ({
  zh: `退款 ${formatYuan(fen)} 元成功`,
  en: `the refund of ${formatYuan(fen)} yuan was made`,
})

const SETTLED_MEANWHILE: Found = { kind: 'settled', detail: { zh: '退款', en: 'refund' } }

const PAID_LATE: Bilingual = {
  zh: '关闭以后才付的款，还没有退给买家',
  en: 'paid after it was closed, and not refunded',
}
