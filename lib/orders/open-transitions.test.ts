import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TradeStatus } from '@/generated/shop/enums'
import {
  decide,
  decideAct,
  type EventKind,
  type StoredRefund,
  type News,
  NO_OPEN_REFUND,
  type OrderState,
  STAGES,
} from './transitions'

const at = (day: number) => new Date(Date.UTC(2026, 10, day))
const UNPAID: OrderState = {
  ...{ gateway: 'open', stage: 'unpaid', tradeStatus: null, refundStatus: null, refundAt: null },
  ...{ paidAt: null, totalFen: 100, paidFen: null, refundedFen: 0 },
}
const PAID: OrderState = {
  ...UNPAID,
  ...{ stage: 'paid', tradeStatus: 'TRADE_SUCCESS', paidAt: at(1), paidFen: 100 },
}

const news = (tradeStatus: TradeStatus | null, more: Partial<News> = {}): News => ({
  ...{ tradeStatus, refundStatus: null, unknown: null, refundAt: null, paidAt: null, sent: false },
  ...NO_OPEN_REFUND,
  ...more,
})

const sent = (no: string, fen: number): StoredRefund => ({ no, fen, reason: '', state: 'sent', code: null })

interface Told extends OrderState {
  refunds: StoredRefund[]
  /** Each with its number, as stored. */
  events: string[]
}

/** What an order has become after these messages, as the guarded write would leave it. */
function told(messages: News[], from: OrderState = UNPAID, refunds: StoredRefund[] = []): Told {
  let state = from
  const events = new Set<string>()
  for (const message of messages) {
    const decision = decide(state, message, refunds)
    if (decision.kind !== 'move') continue
    const { to, refund } = decision
    decision.events.forEach((kind) => events.add(kind === 'refunded' ? `${kind} ${refund?.no ?? ''}` : kind))
    const isPayment = decision.events.some((kind) => kind === 'paid' || kind === 'paid_late')
    const paid = { paidAt: state.paidAt ?? message.paidAt ?? at(1), paidFen: state.paidFen ?? 100 }
    state = { ...state, ...to, ...(isPayment && paid), refundedFen: refund?.refundedFen ?? 0 }
    refunds = refunds.map((one) => refund?.changed.find(({ no }) => no === one.no) ?? one)
  }
  return { ...state, refunds, events: [...events].sort() }
}

describe('A trade of the open platform', () => {
  it.each<[TradeStatus, Partial<News>, stage: string, EventKind[]]>([
    ['WAIT_BUYER_PAY', {}, 'unpaid', []],
    ['TRADE_SUCCESS', { paidAt: at(1) }, 'paid', ['paid']],
    ['TRADE_FINISHED', { paidAt: at(1) }, 'paid', ['paid']],
    ['TRADE_CLOSED', {}, 'closed', ['closed']],
  ])('that is %s says of an unpaid order that it is %s', (status, more, stage, events) => {
    expect(told([news(status, more)])).toMatchObject({ stage, tradeStatus: status, events, refundedFen: 0 })
  })

  it('that can no longer be refunded leaves the goods where they are', () => {
    for (const stage of ['paid', 'shipped', 'finished'])
      expect(told([news('TRADE_FINISHED', { paidAt: at(1) })], { ...PAID, stage })).toMatchObject({
        ...{ stage, tradeStatus: 'TRADE_FINISHED', refundedFen: 0 },
      })
  })

  it('that is refunded wholly at Alipay leaves nothing to give to a buyer who has asked', () => {
    const asked = { ...sent('a', 40), state: 'asked' }
    const whole = news('TRADE_CLOSED', { paidAt: at(1), refundedFen: 100, refundNo: 'of Alipay' })
    const { stage, refunds } = told([whole], PAID, [asked])
    expect([stage, refunds]).toEqual(['closed', [{ ...asked, state: 'declined' }]])
    const part = news('TRADE_SUCCESS', { paidAt: at(1), refundedFen: 10, refundNo: 'of Alipay' })
    expect(told([part], PAID, [asked])).toMatchObject({ stage: PAID.stage, refunds: [asked] })
  })

  it('that is closed after the payment is refunded wholly', () => {
    const closed = { stage: 'closed', refundedFen: 100, events: ['closed', 'refunded '] }
    expect(told([news('TRADE_CLOSED')], PAID)).toMatchObject(closed)
    expect(told([news('TRADE_CLOSED', { paidAt: at(1) })])).toMatchObject({
      ...closed,
      events: ['closed', 'paid', 'refunded '],
    })
    // that a refund was made says that it was paid
    expect(told([news('TRADE_CLOSED', { refundNo: 'a' })])).toMatchObject({
      ...closed,
      events: ['closed', 'paid', 'refunded a'],
    })
  })

  it('has no other status: one of escrow is not followed', () => {
    const escrow = Object.values(TradeStatus).filter(
      (status) => !['WAIT_BUYER_PAY', 'TRADE_SUCCESS', 'TRADE_FINISHED', 'TRADE_CLOSED'].includes(status),
    )
    expect(escrow).toHaveLength(19)
    for (const status of escrow)
      expect(decide(UNPAID, news(status, { paidAt: at(1) }))).toEqual({
        kind: 'illegal',
        reason: { code: 'cannot_follow', detail: `null -> ${status}` },
      })
  })

  it('[#54] that is paid after the shop has closed the order is paid late', () => {
    const closed = told([news('TRADE_SUCCESS', { paidAt: at(1) })], {
      ...UNPAID,
      ...{ stage: 'closed', tradeStatus: 'TRADE_CLOSED' },
    })
    expect(closed).toMatchObject({ stage: 'closed', paidFen: 100, events: ['paid_late'] })
    const back = told([news('TRADE_CLOSED', { paidAt: at(1), refundedFen: 100 })], closed)
    expect(back).toMatchObject({ stage: 'closed', refundedFen: 100 })
    expect(back.events).toContain('refunded ')
  })
})

describe('A refund of the open platform', () => {
  it('in part leaves the order where it is, and the last part closes it', () => {
    const refunds = [sent('a', 30), sent('b', 70)]
    const first = news('TRADE_SUCCESS', { refundedFen: 30, refundNo: 'a', refundAt: at(2) })
    expect(told([first], { ...PAID, stage: 'shipped' }, refunds)).toMatchObject({
      ...{ stage: 'shipped', refundedFen: 30, refundAt: at(2), events: ['refunded a'] },
      refunds: [{ no: 'a', state: 'made' }, { state: 'sent' }],
    })
    const last = news(null, { refundNo: 'b', refundFen: 70 })
    expect(told([first, last], PAID, refunds)).toMatchObject({
      ...{ stage: 'closed', refundedFen: 100, events: ['closed', 'refunded a', 'refunded b'] },
      refunds: [{ state: 'made' }, { state: 'made' }],
    })
  })

  it('that is made at Alipay has no row, and counts by the amount that went back in all', () => {
    expect(told([news('TRADE_SUCCESS', { refundedFen: 40, refundNo: 'x' })], PAID)).toMatchObject({
      ...{ stage: 'paid', refundedFen: 40, events: ['refunded x'], refunds: [] },
    })
  })

  it('[#87] of which the message does not say that it is made changes nothing', () => {
    expect(decide(PAID, news(null), [sent('a', 30)])).toEqual({ kind: 'same' })
    expect(decide({ ...PAID, refundedFen: 30 }, news('TRADE_SUCCESS'))).toEqual({ kind: 'same' })
  })

  it('[#81] of another amount than the shop sent under this number is not made', () => {
    expect(decide(PAID, news(null, { refundNo: 'a', refundFen: 31 }), [sent('a', 30)])).toEqual({
      kind: 'illegal',
      reason: { code: 'wrong_total', detail: 'a 0.31 ≠ 0.30' },
    })
  })

  it('[#89] told in any order, however often, ends the same', () => {
    const refunds = [sent('a', 30), sent('b', 20), sent('c', 50)]
    const paidAt = at(1)
    const life = [
      news('TRADE_SUCCESS', { paidAt }),
      news('TRADE_SUCCESS', { paidAt, refundedFen: 30, refundNo: 'a', refundAt: at(2) }),
      news(null, { refundNo: 'a', refundFen: 30, refundAt: at(2) }),
      news('TRADE_SUCCESS', { paidAt, refundedFen: 50, refundNo: 'b', refundAt: at(3) }),
      news(null, { refundNo: 'b', refundFen: 20, refundAt: at(3) }),
      news('TRADE_CLOSED', { paidAt, refundedFen: 100, refundNo: 'c', refundAt: at(4) }),
      news(null, { refundNo: 'c', refundFen: 50, refundAt: at(4) }),
    ]
    for (const length of [3, 5, 7]) {
      const lived = life.slice(0, length)
      const inOrder = told(lived, PAID, refunds)
      expect(inOrder.refundedFen).toBe([30, 50, 100][(length - 3) / 2])
      const deliveries = fc
        .array(fc.constantFrom(...lived), { maxLength: 8 })
        .chain((repeats) =>
          fc.shuffledSubarray([...lived, ...repeats], { minLength: lived.length + repeats.length }),
        )
      fc.assert(
        fc.property(deliveries, (messages) => {
          expect(told(messages, PAID, refunds)).toEqual(inOrder)
        }),
        { numRuns: 500 },
      )
    }
  })

  it('[#89] never makes an amount smaller, nor a stage earlier, and the same message moves nothing twice', () => {
    const anyNews = fc.record({
      tradeStatus: fc.constantFrom(null, ...Object.values(TradeStatus)),
      refundStatus: fc.constant(null),
      unknown: fc.constantFrom(null, 'trade_status=X'),
      refundAt: fc.constantFrom(null, at(2), at(3)),
      paidAt: fc.constantFrom(null, at(1)),
      sent: fc.boolean(),
      refundedFen: fc.constantFrom(null, 30, 50, 100),
      refundNo: fc.constantFrom(null, 'a', 'b', 'x'),
      refundFen: fc.constantFrom(null, 30, 20),
    })
    const refunds = [sent('a', 30), sent('b', 20)]
    fc.assert(
      fc.property(fc.array(anyNews, { maxLength: 8 }), (messages) => {
        const states = messages.map((_, n) => told(messages.slice(0, n + 1), UNPAID, refunds))
        const ranks = states.map(({ stage }) => STAGES.findIndex((known) => known === stage))
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
        const amounts = states.map(({ refundedFen }) => refundedFen)
        expect(amounts).toEqual(amounts.toSorted((a, b) => a - b))
        const last = messages.at(-1)
        if (last) expect(told([...messages, last], UNPAID, refunds)).toEqual(states.at(-1))
      }),
      { numRuns: 500 },
    )
  })
})

it('The shop acts on an order of the open platform where it stands, and on none twice', () => {
  const acts = (['ship', 'receive', 'close'] as const).map((act) =>
    STAGES.map((stage) => decideAct({ gateway: 'open', stage }, act)),
  )
  expect(acts).toEqual([
    [undefined, 'shipped', undefined, undefined, undefined],
    [undefined, undefined, 'finished', undefined, undefined],
    ['closed', undefined, undefined, undefined, undefined],
  ])
})

it('An order of the partner gateway is shipped and received at the gateway', () => {
  expect(decideAct({ gateway: 'partner', stage: 'paid' }, 'ship')).toBeUndefined()
  expect(decideAct({ gateway: 'partner', stage: 'shipped' }, 'receive')).toBeUndefined()
  expect(decideAct({ gateway: 'partner', stage: 'unpaid' }, 'close')).toBe('closed')
})
