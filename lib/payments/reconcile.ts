import type { Notification } from '@/generated/shop/client'
import { setTimeout as wait } from 'node:timers/promises'
import type { Bilingual } from '../dictionary'
import { errorHelp } from '../alipay/partner/error-codes'
import type { Account } from '../alipay/partner/request'
import { reasonInWords } from '../alipay/reason-words'
import { transitionOf } from '../messages/moves'
import type { UnsettledOrder } from '../orders/find-unsettled'
import { queryTrade } from './query-trade'

/**
 * What asking about one order came to. `settled`: nothing was missing; `applied`: what was missing is there now;
 * `no_trade`: the buyer has never logged in at the cashier; `person`: somebody has to look at it; `unreachable`: there
 * was no answer. `detail` says what it is about: a status, a transition, a code, a reason.
 */
export interface Finding {
  orderNo: string
  kind: 'settled' | 'applied' | 'no_trade' | 'person' | 'unreachable'
  detail: Bilingual
}

/** Between two questions: the gateway is not to be pestered. */
const PAUSE_MS = 200

/** So many in a row, and the gateway is down: asking on would help nobody. */
const UNREACHABLE_IN_A_ROW = 3

/**
 * Recovers lost notifications (掉单, spec.md T5.2A, T5.3): asks the gateway about one order after the other
 * (lib/orders/find-unsettled.ts) and applies the answers as every message is applied, by the one path. So it may run
 * beside the shop, beside another one, and at the moment at which the late notification comes after all. Ends early
 * where the gateway does not answer.
 */
export async function* reconcile(
  orders: UnsettledOrder[],
  account: Account,
  pauseMs = PAUSE_MS,
): AsyncGenerator<Finding> {
  let unreachable = 0
  for (const [index, order] of orders.entries()) {
    if (index > 0) await wait(pauseMs)
    const finding = { orderNo: order.orderNo, ...(await ask(order, account)) }
    yield finding
    unreachable = finding.kind === 'unreachable' ? unreachable + 1 : 0
    if (unreachable === UNREACHABLE_IN_A_ROW) return
  }
}

async function ask(order: UnsettledOrder, account: Account): Promise<Omit<Finding, 'orderNo'>> {
  const { orderNo, tradeStatus, paidLate } = order
  const result = await queryTrade(orderNo, account)
  if (result.kind === 'unreachable') return { kind: 'unreachable', detail: same(result.reason) }
  if (result.kind === 'unbelievable') return { kind: 'person', detail: same(result.reason) }
  if (result.kind === 'refused') {
    if (result.code !== 'TRADE_NOT_EXIST') return { kind: 'person', detail: withTitle(result.code) }
    return tradeStatus
      ? { kind: 'person', detail: unknownThere(tradeStatus) }
      : { kind: 'no_trade', detail: same(result.code) }
  }
  const { verdict } = result.row
  if (verdict === 'applied') return { kind: 'applied', detail: same(transitionOf(result.row) ?? '') }
  if (verdict !== 'duplicate' && verdict !== 'stale') return { kind: 'person', detail: refused(result.row) }
  return paidLate
    ? { kind: 'person', detail: PAID_LATE }
    : { kind: 'settled', detail: same(tradeStatus ?? '') }
}

/** Names and codes, which both languages share. */
const same = (text: string): Bilingual => ({ zh: text, en: text })

const refused = (row: Notification): Bilingual => ({
  zh: `${row.verdict}：${reasonInWords(row, 'zh')}`,
  en: `${row.verdict}: ${reasonInWords(row, 'en')}`,
})

function withTitle(code: string): Bilingual {
  const help = errorHelp(code)
  return help ? { zh: `${code}：${help.title.zh}`, en: `${code}: ${help.title.en}` } : same(code)
}

const unknownThere = (status: string): Bilingual => ({
  zh: `网关说没有这笔交易（TRADE_NOT_EXIST），本店记的却是 ${status}`,
  en: `the gateway knows no such trade (TRADE_NOT_EXIST), and here it is ${status}`,
})

const PAID_LATE: Bilingual = {
  zh: '关闭以后才付的款，还没有退给买家',
  en: 'paid after it was closed, and not refunded',
}
