import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RefundStatus, TradeStatus } from '@/generated/shop/enums'
import {
  decide,
  type EventKind,
  type News,
  NO_OPEN_REFUND,
  type OrderState,
  type Stage,
  STAGES,
} from './transitions'

const UNPAID: OrderState = {
  gateway: 'partner',
  stage: 'unpaid',
  tradeStatus: null,
  refundStatus: null,
  refundAt: null,
  paidAt: null,
  totalFen: 100,
  paidFen: null,
  refundedFen: 0,
}
const CLOSED: OrderState = { ...UNPAID, stage: 'closed', tradeStatus: 'TRADE_CLOSED' }
const FINISHED: OrderState = { ...UNPAID, stage: 'finished', tradeStatus: 'TRADE_FINISHED' }

const at = (day: number) => new Date(Date.UTC(2026, 10, day))

function news(
  tradeStatus: TradeStatus,
  refundStatus: RefundStatus | null = null,
  more: Partial<News> = {},
): News {
  const none = { refundAt: null, paidAt: null, sent: false, unknown: null, ...NO_OPEN_REFUND }
  return { tradeStatus, refundStatus, ...none, ...more }
}

interface Told extends OrderState {
  events: EventKind[]
}

/** What an order has become after these messages, as the guarded write would leave it. */
function told(messages: News[]): Told {
  let state: OrderState = UNPAID
  const events = new Set<EventKind>()
  for (const message of messages) {
    const decision = decide(state, message)
    if (decision.kind !== 'move') continue
    decision.events.forEach((kind) => events.add(kind))
    const isPayment = decision.events.includes('paid') || decision.events.includes('paid_late')
    state = {
      ...state,
      ...decision.to,
      paidAt: state.paidAt ?? (isPayment ? (message.paidAt ?? at(1)) : null),
    }
  }
  return { ...state, events: [...events].sort() }
}

describe('A trade', () => {
  it('[T5.4a] goes from unpaid to finished with each event once', () => {
    const way = (
      ['WAIT_BUYER_PAY', 'WAIT_SELLER_SEND_GOODS', 'WAIT_BUYER_CONFIRM_GOODS', 'TRADE_FINISHED'] as const
    ).map((s) => news(s))
    expect(told(way)).toMatchObject({
      tradeStatus: 'TRADE_FINISHED',
      events: ['finished', 'paid', 'shipped'],
    })
  })

  it('[T3.4b] that is told its own status again stays as it is', () => {
    for (const status of Object.values(TradeStatus)) {
      expect(decide({ ...UNPAID, tradeStatus: status }, news(status))).toEqual({ kind: 'same' })
    }
  })

  it('paid instantly is finished without ever having been shipped', () => {
    expect(told([news('WAIT_BUYER_PAY'), news('TRADE_FINISHED', null, { paidAt: at(1) })]).events).toEqual([
      'finished',
      'paid',
    ])
  })

  it('closed unpaid has no payment, closed by a refund has', () => {
    expect(told([news('TRADE_CLOSED')]).events).toEqual(['closed'])
    expect(told([news('TRADE_CLOSED', 'REFUND_SUCCESS', { paidAt: at(1), sent: true })]).events).toEqual([
      'closed',
      'paid',
      'refunded',
      'shipped',
    ])
  })

  it('[#53] that has ended one way cannot end another way', () => {
    expect(decide(FINISHED, news('TRADE_CLOSED'))).toMatchObject({
      kind: 'illegal',
    })
    expect(decide(CLOSED, news('TRADE_FINISHED'))).toMatchObject({
      kind: 'illegal',
    })
  })

  it('[#54] finished, and paid before, after it was closed unpaid here: the money is paid late', () => {
    const paid = news('TRADE_FINISHED', null, { paidAt: at(1) })
    const decision = decide(CLOSED, paid)
    expect(decision).toMatchObject({
      kind: 'move',
      to: { tradeStatus: 'TRADE_CLOSED' },
      events: ['paid_late'],
    })
  })

  it('[#54] paid after it was closed unpaid is recorded as paid late and stays closed', () => {
    const decision = decide(CLOSED, news('WAIT_SELLER_SEND_GOODS'))
    expect(decision).toEqual({
      kind: 'move',
      to: { stage: 'closed', tradeStatus: 'TRADE_CLOSED', refundStatus: null, refundAt: null },
      events: ['paid_late'],
    })
  })

  it('is never paid by a status that only waits for the payment, whatever times it tells', () => {
    for (const status of [
      'WAIT_BUYER_PAY',
      'WAIT_SYS_CONFIRM_PAY',
      'PEERPAY_SUCCESS',
      'TRADE_PENDING',
    ] as const) {
      expect(told([news(status, null, { paidAt: at(1), sent: true })])).toMatchObject({
        paidAt: null,
        events: [],
      })
    }
  })
})

describe('The stage', () => {
  it.each<[Stage, News[]]>([
    ['unpaid', [news('WAIT_BUYER_PAY')]],
    ['unpaid', [news('WAIT_SYS_CONFIRM_PAY')]],
    ['paid', [news('WAIT_SELLER_SEND_GOODS')]],
    ['paid', [news('TRADE_SUCCESS')]],
    ['shipped', [news('WAIT_BUYER_CONFIRM_GOODS')]],
    ['shipped', [news('COD_WAIT_BUYER_PAY')]],
    ['shipped', [news('WAIT_BUYER_CONFIRM_GOODS'), news('TRADE_SUCCESS')]],
    ['finished', [news('TRADE_FINISHED'), news('TRADE_CLOSED')]],
    ['closed', [news('TRADE_CANCEL')]],
    ['closed', [news('TRADE_CLOSED'), news('WAIT_SELLER_SEND_GOODS')]],
  ])('is %s after these messages (%#)', (stage, messages) => expect(told(messages).stage).toBe(stage))

  it('of goods that are paid on delivery is shipped, without a payment', () =>
    expect(told([news('COD_WAIT_BUYER_PAY')])).toMatchObject({ events: ['shipped'], paidAt: null }))

  it('is a refund’s only where the trade is closed by it', () => {
    const paid = news('WAIT_SELLER_SEND_GOODS')
    const shipped = { ...paid, tradeStatus: null, refundStatus: 'REFUND_SUCCESS', refundAt: at(2) } as const
    expect(told([paid, shipped])).toMatchObject({ stage: 'paid', events: ['paid', 'refunded'] })
  })
})

describe('A refund', () => {
  const paid = { ...UNPAID, stage: 'paid', tradeStatus: 'WAIT_SELLER_SEND_GOODS', paidAt: at(1) } as const
  const asked = { ...paid, refundStatus: 'WAIT_SELLER_AGREE', refundAt: at(2) } as const

  it('[T5.4b] of goods received goes by way of their return', () => {
    const shipped = 'WAIT_BUYER_CONFIRM_GOODS'
    const way = [
      news(shipped, 'WAIT_SELLER_AGREE', { refundAt: at(2) }),
      news(shipped, 'WAIT_BUYER_RETURN_GOODS', { refundAt: at(2) }),
      news(shipped, 'WAIT_SELLER_CONFIRM_GOODS', { refundAt: at(2) }),
      news('TRADE_CLOSED', 'REFUND_SUCCESS', { refundAt: at(5), paidAt: at(1), sent: true }),
    ]
    expect(way.map((_, n) => told(way.slice(0, n + 1)).refundStatus)).toEqual(
      way.map(({ refundStatus }) => refundStatus),
    )
    expect(told(way).events).toEqual(['closed', 'paid', 'refunded', 'shipped'])
  })

  it('[T5.4c] [T5.4d] of goods not received succeeds at once, and the trade is closed', () => {
    const success = news('TRADE_CLOSED', 'REFUND_SUCCESS', { refundAt: at(3), paidAt: at(1) })
    expect(decide(asked, success)).toMatchObject({
      to: { tradeStatus: 'TRADE_CLOSED', refundStatus: 'REFUND_SUCCESS' },
      events: ['closed', 'paid', 'refunded'],
    })
  })

  it('[T5.4e] [#56] that was refused can be asked for again, fifty times', () => {
    const rounds = Array.from({ length: 50 }, (_, n) => [
      news('WAIT_SELLER_SEND_GOODS', 'WAIT_SELLER_AGREE', { refundAt: at(2 * n) }),
      news('WAIT_SELLER_SEND_GOODS', 'SELLER_REFUSE_BUYER', { refundAt: at(2 * n) }),
    ]).flat()
    expect(
      rounds.filter((_, n) => told(rounds.slice(0, n + 1)).refundStatus === rounds[n]?.refundStatus),
    ).toHaveLength(100)
  })

  it('[T5.4e] of a gateway that sends no gmt_refund can be asked for again too', () => {
    const refused = { ...paid, refundStatus: 'SELLER_REFUSE_BUYER', refundAt: null } as const
    expect(decide(refused, news('WAIT_SELLER_SEND_GOODS', 'WAIT_SELLER_AGREE'))).toMatchObject({
      kind: 'move',
    })
  })

  it('[T5.4a] told late does not go back to an earlier application', () => {
    const refused = { ...paid, refundStatus: 'SELLER_REFUSE_BUYER', refundAt: at(2) } as const
    expect(decide(refused, news('WAIT_SELLER_SEND_GOODS', 'WAIT_SELLER_AGREE', { refundAt: at(2) }))).toEqual(
      { kind: 'older' },
    )
    const again = { ...asked, refundAt: at(4) }
    expect(decide(again, news('WAIT_SELLER_SEND_GOODS', 'SELLER_REFUSE_BUYER', { refundAt: at(2) }))).toEqual(
      { kind: 'older' },
    )
  })

  it('[#55] that succeeded before its application was told stays succeeded', () => {
    const closed = told([news('TRADE_CLOSED', 'REFUND_SUCCESS', { refundAt: at(3), paidAt: at(1) })])
    expect(decide(closed, news('WAIT_SELLER_SEND_GOODS', 'WAIT_SELLER_AGREE', { refundAt: at(2) }))).toEqual({
      kind: 'older',
    })
  })

  it('is over when the trade is finished', () => {
    expect(decide(asked, news('TRADE_FINISHED'))).toMatchObject({ to: { refundStatus: 'REFUND_CLOSED' } })
  })
})

describe('A message of which one half cannot be followed is followed in the other half:', () => {
  const finished = { ...FINISHED, paidAt: at(1) }
  const unknown = 'trade_status=X'

  it('[T5.4d] [#53] a finished trade stays finished when it is told closed, but the refund is recorded, once', () => {
    const message = news('TRADE_CLOSED', 'REFUND_SUCCESS', { paidAt: at(1), refundAt: at(5) })
    const decision = decide(finished, message)
    expect(decision).toEqual({
      kind: 'move',
      to: {
        stage: 'finished',
        tradeStatus: 'TRADE_FINISHED',
        refundStatus: 'REFUND_SUCCESS',
        refundAt: at(5),
      },
      events: ['refunded'],
      reason: { code: 'cannot_follow', detail: 'TRADE_FINISHED -> TRADE_CLOSED' },
    })
    const { to } = decision as Extract<typeof decision, { kind: 'move' }>
    expect(decide({ ...finished, ...to }, message)).toEqual({ kind: 'same' })
  })

  it('[T5.4a] a trade goes on though its refund cannot go from one end to another', () => {
    const refunded = {
      ...finished,
      stage: 'paid',
      tradeStatus: 'WAIT_SELLER_SEND_GOODS',
      refundStatus: 'REFUND_SUCCESS',
    } as const
    expect(decide(refunded, news('TRADE_CLOSED', 'REFUND_CLOSED'))).toMatchObject({
      kind: 'move',
      to: { tradeStatus: 'TRADE_CLOSED', refundStatus: 'REFUND_SUCCESS' },
      events: ['closed'],
      reason: { code: 'cannot_follow', detail: 'REFUND_SUCCESS -> REFUND_CLOSED' },
    })
  })

  it('[#30] a payment counts though the refund_status is unknown', () => {
    expect(decide(UNPAID, news('WAIT_SELLER_SEND_GOODS', null, { unknown }))).toMatchObject({
      kind: 'move',
      to: { tradeStatus: 'WAIT_SELLER_SEND_GOODS' },
      events: ['paid'],
      reason: { code: 'unknown_status', detail: unknown },
    })
  })

  it('[#30] a refund counts though the trade_status is unknown', () => {
    const shipped = { ...finished, stage: 'shipped', tradeStatus: 'WAIT_BUYER_CONFIRM_GOODS' } as const
    const message = {
      ...news('TRADE_CLOSED', 'REFUND_SUCCESS', { unknown, paidAt: at(1) }),
      tradeStatus: null,
    }
    expect(decide(shipped, message)).toMatchObject({
      kind: 'move',
      to: { tradeStatus: 'WAIT_BUYER_CONFIRM_GOODS', refundStatus: 'REFUND_SUCCESS' },
      events: ['refunded'],
      reason: { code: 'unknown_status', detail: unknown },
    })
  })

  it('[#30] nothing moves and a person is told where the unknown half is all the news', () => {
    expect(decide(finished, news('TRADE_FINISHED', null, { unknown }))).toEqual({
      kind: 'illegal',
      reason: { code: 'unknown_status', detail: unknown },
    })
    expect(
      decide(UNPAID, { ...news('TRADE_CLOSED', null, { unknown, paidAt: at(1) }), tradeStatus: null }),
    ).toEqual({
      kind: 'illegal',
      reason: { code: 'unknown_status', detail: unknown },
    })
  })

  it('[#54] paid late and refunded at once, after it was closed here, is both', () => {
    const closed = CLOSED
    for (const told of ['TRADE_CLOSED', 'TRADE_FINISHED', 'WAIT_SELLER_SEND_GOODS'] as const) {
      const decision = decide(closed, news(told, 'REFUND_SUCCESS', { paidAt: at(1), refundAt: at(2) }))
      expect(decision).toMatchObject({ kind: 'move', to: { tradeStatus: 'TRADE_CLOSED' } })
      expect('events' in decision && decision.events).toEqual(['paid_late', 'refunded'])
    }
  })

  it('[T5.4d] whatever it says of the trade, the first refund that succeeded is recorded', () => {
    const states = [null, ...Object.values(TradeStatus)]
    for (const tradeStatus of states) {
      for (const told of states) {
        const message = { ...news('TRADE_CLOSED', 'REFUND_SUCCESS', { refundAt: at(3) }), tradeStatus: told }
        const decision = decide({ ...UNPAID, tradeStatus, paidAt: at(1) }, message)
        expect('events' in decision && decision.events.includes('refunded')).toBe(true)
      }
    }
  })
})

describe('Every cell of the table', () => {
  const trades = [null, ...Object.values(TradeStatus)]
  const refunds = [null, ...Object.values(RefundStatus)]

  it('is decided, and what moves is what the message told or what was there', () => {
    for (const tradeStatus of trades) {
      for (const refundStatus of refunds) {
        for (const toTrade of Object.values(TradeStatus)) {
          for (const toRefund of refunds) {
            const decision = decide({ ...UNPAID, tradeStatus, refundStatus }, news(toTrade, toRefund))
            expect(['move', 'same', 'older', 'illegal']).toContain(decision.kind)
            if (decision.kind !== 'move') continue
            expect([tradeStatus, toTrade]).toContain(decision.to.tradeStatus)
            expect([refundStatus, toRefund, 'REFUND_CLOSED']).toContain(decision.to.refundStatus)
          }
        }
      }
    }
  })

  const anyNews = fc.record({
    tradeStatus: fc.constantFrom(...Object.values(TradeStatus)),
    refundStatus: fc.constantFrom(...refunds),
    refundAt: fc.constantFrom(null, at(2), at(3)),
    paidAt: fc.constantFrom(null, at(1)),
    sent: fc.boolean(),
    unknown: fc.constantFrom(null, 'trade_status=X'),
    refundedFen: fc.constant(null),
    refundNo: fc.constant(null),
    refundFen: fc.constant(null),
  })

  it('leads to a stage that never goes back, and that events and status tell', () => {
    fc.assert(
      fc.property(fc.array(anyNews, { maxLength: 8 }), (messages) => {
        const stages = messages.map((_, n) => told(messages.slice(0, n + 1)).stage)
        const ranks = stages.map((stage) => STAGES.findIndex((known) => known === stage))
        expect(ranks).toEqual(ranks.toSorted())
        const { stage, events } = told(messages)
        const known: Stage[] = ['paid', 'shipped', 'finished', 'closed']
        expect(stage).toBe(known.findLast((word) => events.some((kind) => kind === word)) ?? 'unpaid')
      }),
      { numRuns: 300 },
    )
  })

  it('leads nowhere twice: after a move the same message changes nothing more', () => {
    fc.assert(
      fc.property(fc.array(anyNews, { maxLength: 8 }), (messages) => {
        const once = told(messages)
        const last = messages.at(-1)
        if (last) expect(told([...messages, last])).toEqual(once)
      }),
    )
  })
})

/** The lives of a trade, message by message, as the gateway first sends them (docs/protocol.md 5.3, 6.3). */
const LIVES: Record<string, News[]> = {
  'paid, shipped, confirmed': [
    news('WAIT_BUYER_PAY'),
    news('WAIT_SELLER_SEND_GOODS', null, { paidAt: at(1) }),
    news('WAIT_BUYER_CONFIRM_GOODS', null, { paidAt: at(1), sent: true }),
    news('TRADE_FINISHED', null, { paidAt: at(1), sent: true }),
  ],
  'closed unpaid': [news('WAIT_BUYER_PAY'), news('WAIT_BUYER_PAY'), news('TRADE_CLOSED')],
  'refunded before shipping': [
    news('WAIT_BUYER_PAY'),
    news('WAIT_SELLER_SEND_GOODS', null, { paidAt: at(1) }),
    news('WAIT_SELLER_SEND_GOODS', 'WAIT_SELLER_AGREE', { paidAt: at(1), refundAt: at(2) }),
    news('TRADE_CLOSED', 'REFUND_SUCCESS', { paidAt: at(1), refundAt: at(3) }),
  ],
  'refund refused, asked again, goods sent back': [
    news('WAIT_BUYER_PAY'),
    news('WAIT_SELLER_SEND_GOODS', null, { paidAt: at(1) }),
    news('WAIT_BUYER_CONFIRM_GOODS', null, { paidAt: at(1), sent: true }),
    news('WAIT_BUYER_CONFIRM_GOODS', 'WAIT_SELLER_AGREE', { paidAt: at(1), sent: true, refundAt: at(2) }),
    news('WAIT_BUYER_CONFIRM_GOODS', 'SELLER_REFUSE_BUYER', { paidAt: at(1), sent: true, refundAt: at(2) }),
    news('WAIT_BUYER_CONFIRM_GOODS', 'WAIT_SELLER_AGREE', { paidAt: at(1), sent: true, refundAt: at(4) }),
    news('WAIT_BUYER_CONFIRM_GOODS', 'WAIT_BUYER_RETURN_GOODS', {
      paidAt: at(1),
      sent: true,
      refundAt: at(4),
    }),
    news('WAIT_BUYER_CONFIRM_GOODS', 'WAIT_SELLER_CONFIRM_GOODS', {
      paidAt: at(1),
      sent: true,
      refundAt: at(4),
    }),
    news('TRADE_CLOSED', 'REFUND_SUCCESS', { paidAt: at(1), sent: true, refundAt: at(6) }),
  ],
  'refund overtaken by the shipping': [
    news('WAIT_BUYER_PAY'),
    news('WAIT_SELLER_SEND_GOODS', null, { paidAt: at(1) }),
    news('WAIT_SELLER_SEND_GOODS', 'WAIT_SELLER_AGREE', { paidAt: at(1), refundAt: at(2) }),
    news('WAIT_BUYER_CONFIRM_GOODS', 'REFUND_CLOSED', { paidAt: at(1), sent: true, refundAt: at(2) }),
    news('TRADE_FINISHED', null, { paidAt: at(1), sent: true }),
  ],
}

describe('[#61] Whatever the order of delivery, with repeats,', () => {
  it.each(Object.entries(LIVES))('the order ends in the same state: %s', (_name, life) => {
    const inOrder = told(life)
    expect(inOrder.tradeStatus).toBe(life.at(-1)?.tradeStatus)
    const deliveries = fc
      .array(fc.constantFrom(...life), { maxLength: 12 })
      .chain((repeats) =>
        fc.shuffledSubarray([...life, ...repeats], { minLength: life.length + repeats.length }),
      )
    fc.assert(
      fc.property(deliveries, (messages) => {
        expect(told(messages)).toEqual(inOrder)
      }),
      { numRuns: 300 },
    )
  })

  it.each(Object.entries(LIVES))(
    'and with any message but the last dropped, it ends as paid, shipped and closed as ever: %s',
    (_name, life) => {
      const inOrder = told(life)
      const last = life.slice(-1)
      const some = fc
        .subarray(life)
        .chain((kept) => fc.shuffledSubarray([...kept, ...last], { minLength: kept.length + 1 }))
      fc.assert(
        fc.property(some, (messages) => {
          const { stage, tradeStatus, paidAt, events } = told(messages)
          expect({ stage, tradeStatus, paidAt, events }).toEqual({
            stage: inOrder.stage,
            tradeStatus: inOrder.tradeStatus,
            paidAt: inOrder.paidAt,
            events: inOrder.events,
          })
        }),
        { numRuns: 300 },
      )
    },
  )
})
