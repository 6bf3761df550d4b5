import { expect } from 'vitest'
import type { Order } from '@/generated/shop/client'
import { parseBeijingTime } from '../../alipay/beijing-time'
import { aVariant, stockOf } from '../../catalog/testing/products'
import { db } from '../../db'
import type { Gateway } from '../../gateway/gateway'
import { BELIEVED } from '../../messages/answers'
import { receiveMessage } from '../../messages/receive-message'
import { listRefusedPayments } from '../../messages/refused-payments'
import { orderGoods } from '../../orders/order-goods'
import { runEffects } from '../../orders/outbox'
import { STAGES, type Stage } from '../../orders/transitions'
import { effects } from '../effects'
import type { ModelGateway, Sent, Trade } from './model-gateway'

export const PRICE_FEN = 1_000
const STOCK = 5
const QUANTITY = 2

const STAGE_OF: Partial<Record<string, Stage>> = {
  WAIT_BUYER_PAY: 'unpaid',
  WAIT_SELLER_SEND_GOODS: 'paid',
  WAIT_BUYER_CONFIRM_GOODS: 'shipped',
  TRADE_FINISHED: 'finished',
  TRADE_CLOSED: 'closed',
}
const rank = (status: string | null) => STAGES.indexOf(STAGE_OF[status ?? ''] ?? 'unpaid')

/** An order of goods with a stock. */
export async function orderedGoods(virtual: boolean) {
  const variant = await aVariant(STOCK, PRICE_FEN / QUANTITY)
  const { id: variantId, productId, priceFen } = variant
  const items = [{ productId, variantId, name: '绿茶', priceFen, quantity: QUANTITY }]
  const draft = { buyerId: 'test', subject: '绿茶', body: null, items, postageFen: 0, virtual }
  const ordered = await orderGoods({ ...draft, postagePayer: 'SELLER' }, { fromCart: false })
  if (ordered.kind !== 'ordered') throw new Error(ordered.kind)
  return { order: ordered.order, variant }
}

/** How often something happened in all runs, for those who ask for thousands. */
export const tally = new Map<string, number>()
const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1)

/** The shop under test, with one order. What it does is the product's own; what it has to be like is said here. */
export class ModelShop {
  /** The merchant has refused these prices. */
  readonly declined = new Set<number>()
  /** Closed by the shop alone, before it had a trade. */
  isClosedAlone = false

  constructor(
    readonly order: Order,
    readonly variant: Awaited<ReturnType<typeof aVariant>>,
    readonly gateway: Gateway,
  ) {}

  now() {
    return db().order.findUniqueOrThrow({ where: { id: this.order.id }, include: { events: true } })
  }

  /** The network brings a message. What is answered `success` has its effect. */
  async receive(sent: Sent, channel: 'notify' | 'return', truth: ModelGateway) {
    const arrival = { channel, bytes: sent.bytes, remoteAddress: '' }
    const { answer, verdict } = await receiveMessage(arrival, this.gateway)
    count(`message ${verdict}`)
    const isBelieved = answer === 'success' || BELIEVED.includes(verdict)
    if (isBelieved) await this.#expectEffectOf(sent)
    if (answer === 'success') truth.acknowledged.add(sent.notifyId)
    return isBelieved
  }

  async #expectEffectOf({ trade, status, saysPaid }: Sent) {
    const { tradeNo, tradeStatus, paidAt } = await this.now()
    // an order that was closed before it had a trade learns of one by its payment
    if (this.isClosedAlone && !saysPaid) return
    expect(tradeNo).toBe(trade.tradeNo)
    expect(rank(tradeStatus)).toBeGreaterThanOrEqual(rank(status))
    if (saysPaid) expect(paidAt).not.toBeNull()
  }

  async receiveForged({ forged }: Sent) {
    const before = await this.now()
    const row = await receiveMessage({ channel: 'notify', bytes: forged, remoteAddress: '' }, this.gateway)
    expect(row).toMatchObject({ verdict: 'bad_sign', answer: 'fail' })
    expect(await this.now()).toEqual(before)
  }

  async runEffects() {
    const due = { claimedUntil: new Date(0) }
    await db().effect.updateMany({ where: { doneAt: null, claimedUntil: { not: null } }, data: due })
    await runEffects(effects(this.gateway))
  }

  /**
   * The gateway sends all that was not answered `success`, until nothing changes; the handlers have run. `stride`, below
   * 101, is the order: by 1 as they were sent first, by 100 backwards.
   */
  async settle(truth: ModelGateway, stride: number) {
    truth.state = 'up'
    for (;;) {
      const waiting = truth.sent.filter((one) => !one.isReturn && !truth.acknowledged.has(one.notifyId))
      const place = (sent: Sent) => ((truth.sent.indexOf(sent) + 1) * stride) % 101
      let news = 0
      for (const sent of waiting.toSorted((a, b) => place(a) - place(b)))
        news += Number(await this.receive(sent, 'notify', truth))
      const sentBefore = truth.sent.length
      await this.runEffects()
      if (news === 0 && truth.sent.length === sentBefore) return
    }
  }

  /** The order is as the gateway's truth has it, and no money is lost. */
  async expectTruth({ trades }: ModelGateway) {
    const order = await this.now()
    count(`order ${order.stage}`)
    const passing = ['price_changed', 'refund_asked'] // depend on the order in which messages arrive
    const kinds = order.events.map(({ kind }) => kind).filter((kind) => !passing.includes(kind))
    const own = trades.find(({ tradeNo }) => tradeNo === order.tradeNo)
    if (!this.isClosedAlone) expect(own !== undefined).toBe(trades.length > 0)
    await expectMoney(order, trades)
    expect(await stockOf(this.variant)).toBe(this.#isReturned(kinds) ? STOCK : STOCK - QUANTITY)
    expect(await db().effect.count({ where: { event: { orderId: order.id }, doneAt: null } })).toBe(0)
    if (this.isClosedAlone) return expect(order.stage).toBe('closed')
    if (!own) return
    if (own.paid && !isRightPrice(order, own)) {
      expect(order).toMatchObject({
        stage: 'unpaid',
        tradeStatus: 'WAIT_BUYER_PAY',
        paidAt: null,
        paidFen: null,
      })
      return expect(kinds).toEqual(['created'])
    }
    expect(order).toMatchObject({ stage: STAGE_OF[own.status], tradeStatus: own.status })
    expect(order.paidAt).toEqual(own.paid ? parseBeijingTime(own.paid) : null)
    expect(order.paidFen).toBe(own.paid ? own.totalFen : null)
    expect(withoutClosed(order.refundStatus)).toBe(withoutClosed(own.refund))
    expect(kinds.toSorted()).toEqual(eventsOf(own))
    if (own.status === 'WAIT_BUYER_PAY' && !isRightPrice(order, own) && !this.declined.has(own.totalFen))
      expect(order.quotedFen).toBe(own.totalFen)
    if (isRightPrice(order, own)) expect(order.quotedFen).toBeNull()
  }

  #isReturned(kinds: string[]) {
    return kinds.includes('closed') && (this.isClosedAlone || !kinds.includes('shipped'))
  }
}

const isRightPrice = ({ totalFen, agreedFen }: Order, trade: Trade) =>
  trade.totalFen === totalFen || trade.totalFen === agreedFen

/** A refund that was closed is none; a finished trade does not mention it. */
const withoutClosed = (refund: string | null) => (refund === 'REFUND_CLOSED' ? null : refund)

const eventsOf = ({ paid, sent, status, refund }: Trade) =>
  [
    'created',
    ...(paid ? ['paid'] : []),
    ...(sent ? ['shipped'] : []),
    ...(status === 'TRADE_FINISHED' ? ['finished'] : []),
    ...(status === 'TRADE_CLOSED' ? ['closed'] : []),
    ...(refund === 'REFUND_SUCCESS' ? ['refunded'] : []),
  ].toSorted()

/** Each payment is on the order, or in the list of those that were not accepted until the buyer has the money back. */
async function expectMoney(order: Order, trades: Trade[]) {
  const listed = (await listRefusedPayments([order.orderNo])).map(({ tradeNo }) => tradeNo)
  const expected = trades
    .filter(({ paid, refund }) => paid && refund !== 'REFUND_SUCCESS')
    .filter((trade) => trade.tradeNo !== order.tradeNo || !isRightPrice(order, trade))
    .map(({ tradeNo }) => tradeNo)
  listed.forEach(() => count('payment in the list'))
  expect(listed.toSorted()).toEqual(expected.toSorted())
}
