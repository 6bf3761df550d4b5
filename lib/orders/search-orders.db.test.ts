import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Prisma } from '@/generated/shop/client'
import { db } from '../db'
import { allOrders, countOrders, ORDER_FILTERS, type OrderFilter, searchOrders } from './search-orders'

const AT = new Date('2026-11-22T10:00:00Z')
/** Of the day after, in Beijing. */
const MIDNIGHT = new Date('2026-11-22T16:00:00Z')
let made = 0

/** An order as it stands in the table; the later made, the newer, but for those with a time of their own. */
function anOrder(order: Partial<Prisma.OrderCreateInput>) {
  made++
  return db().order.create({
    data: {
      orderNo: `20261122${String(made).padStart(16, '0')}`,
      buyerId: 'test',
      subject: '绿茶',
      totalFen: 100,
      createdAt: new Date(AT.getTime() + made),
      ...order,
    },
  })
}

/** The numbers found, oldest first. */
const find = async (text: string, filter: OrderFilter = 'all') =>
  (await searchOrders({ filter, text })).rows.map(({ orderNo }) => orderNo).reverse()

describe('Filters', () => {
  const numbers: Record<string, string> = {}
  afterAll(() => void vi.useRealTimers())
  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: MIDNIGHT.getTime() + 60_000 })
    await db().order.deleteMany()
    const paid = { paidAt: AT }
    const orders: Record<string, Partial<Prisma.OrderCreateInput>> = {
      ordered: {},
      atCashier: { tradeStatus: 'WAIT_BUYER_PAY' },
      quoted: { tradeStatus: 'WAIT_BUYER_PAY', quotedFen: 90 },
      agreed: { tradeStatus: 'WAIT_BUYER_PAY', agreedFen: 90 },
      quotedAgain: { tradeStatus: 'WAIT_BUYER_PAY', quotedFen: 80, agreedFen: 90 },
      paid: { stage: 'paid', tradeStatus: 'WAIT_SELLER_SEND_GOODS', ...paid },
      asked: {
        stage: 'paid',
        tradeStatus: 'WAIT_SELLER_SEND_GOODS',
        refundStatus: 'WAIT_SELLER_AGREE',
        ...paid,
      },
      shipped: { stage: 'shipped', tradeStatus: 'WAIT_BUYER_CONFIRM_GOODS', ...paid },
      returned: {
        stage: 'shipped',
        tradeStatus: 'WAIT_BUYER_CONFIRM_GOODS',
        refundStatus: 'WAIT_SELLER_CONFIRM_GOODS',
        ...paid,
      },
      returning: {
        stage: 'shipped',
        tradeStatus: 'WAIT_BUYER_CONFIRM_GOODS',
        refundStatus: 'WAIT_BUYER_RETURN_GOODS',
        ...paid,
      },
      finished: { stage: 'finished', tradeStatus: 'TRADE_FINISHED', ...paid },
      refunded: {
        ...{ stage: 'closed', tradeStatus: 'TRADE_CLOSED', refundStatus: 'REFUND_SUCCESS', ...paid },
        events: { create: { kind: 'paid_late' } },
      },
      closed: { stage: 'closed', tradeStatus: 'TRADE_CLOSED' },
      lastMinute: { stage: 'paid', tradeStatus: 'TRADE_SUCCESS', paidAt: new Date(MIDNIGHT.getTime() - 1) },
      late: {
        stage: 'closed',
        tradeStatus: 'TRADE_CLOSED',
        ...paid,
        events: { create: { kind: 'paid_late' } },
      },
      today: { stage: 'paid', tradeStatus: 'TRADE_SUCCESS', paidAt: MIDNIGHT, createdAt: MIDNIGHT },
    }
    for (const [name, order] of Object.entries(orders)) numbers[(await anOrder(order)).orderNo] = name
  })

  const EXPECTED: Record<OrderFilter, string[]> = {
    all: Object.values(numbers),
    ordered_today: ['today'],
    paid_today: ['today'],
    unpaid: ['ordered', 'atCashier', 'quoted', 'agreed', 'quotedAgain'],
    to_ship: ['paid', 'asked'],
    shipped: ['shipped', 'returned', 'returning'],
    refund: ['asked', 'returned'],
    finished: ['finished'],
    closed: ['refunded', 'closed', 'late'],
    paid_late: ['late'],
    price: ['quoted', 'quotedAgain'],
  }

  it.each(ORDER_FILTERS)('The filter %s finds its orders, and counts them', async (filter) => {
    const expected = filter === 'all' ? Object.values(numbers) : EXPECTED[filter]
    expect((await find('', filter)).map((orderNo) => numbers[orderNo])).toEqual(expected)
    expect((await countOrders([filter])).get(filter)).toBe(expected.length)
  })

  it('A text is sought among the orders of the filter', async () => {
    expect(await find('绿茶', 'finished')).toHaveLength(1)
    expect(await find('红茶', 'finished')).toEqual([])
  })
})

it('Days are those of Beijing, both included, and what is no day is no limit', async () => {
  await db().order.deleteMany()
  const times = {
    before: '2026-11-21T15:59:59.999Z',
    first: '2026-11-21T16:00:00Z',
    last: '2026-11-22T15:59:59.999Z',
    after: '2026-11-22T16:00:00Z',
  }
  for (const [id, createdAt] of Object.entries(times)) await anOrder({ id, createdAt })
  const idsOf = async (from: string, to: string) =>
    (await searchOrders({ filter: 'all', text: '', from, to, sort: 'oldest' })).rows.map(({ id }) => id)
  expect(await idsOf('2026-11-22', '2026-11-22')).toEqual(['first', 'last'])
  expect(await idsOf('2026-11-22', '')).toEqual(['first', 'last', 'after'])
  expect(await idsOf('', '2026-11-22')).toEqual(['before', 'first', 'last'])
  expect(await idsOf('2026-02-30', 'x')).toHaveLength(4)
})

describe('A text', () => {
  let order: { orderNo: string }
  beforeAll(async () => {
    await db().order.deleteMany()
    await anOrder({ subject: '100 percent', buyerEmail: 'someone@example.com' })
    order = await anOrder({
      subject: '100% 红茶_A\\B',
      tradeNo: '2026112200001000000000000042',
      buyerEmail: 'Li.Lei@example.com',
    })
  })

  it.each([
    '2026112200001000000000000042',
    '1000000000000042',
    '00000042',
    'li.lei@EXAMPLE.com',
    'li.lei',
    '红茶',
    '0% 红',
    '红茶_a',
    'A\\B',
    '  红茶  ',
  ])('finds an order by %s', async (text) =>
    // sixteen digits may be part of a number only where they are not a whole one
    expect(await find(text)).toEqual(text === '1000000000000042' ? [] : [order.orderNo]),
  )

  it('finds an order by its number', async () => expect(await find(order.orderNo)).toEqual([order.orderNo]))

  it.each(['%', '_', '\\'])('with %s in it means that very character', async (text) =>
    expect(await find(text)).toEqual([order.orderNo]),
  )

  it.each(['\'; DROP TABLE "Order"; --', '红\0%茶x', '\ud800', 'x'.repeat(10_000), '999999999999999999999'])(
    '[#29] that nobody would type finds nothing and breaks nothing (%#)',
    async (text) => expect(await find(text)).toEqual([]),
  )

  it('of nothing but spaces finds all', async () => expect(await find(' \0 ')).toHaveLength(2))
})

describe('Pages', () => {
  beforeAll(async () => {
    await db().order.deleteMany()
    for (let index = 0; index < 7; index++) await anOrder({ createdAt: AT }) // all at the same moment
  })

  it('follow one another without a gap or a repeat, even within one moment', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    for (let page = 0; page < 4; page++) {
      const { rows: orders, next } = await searchOrders({ filter: 'all', text: '' }, cursor, 2)
      seen.push(...orders.map(({ id }) => id))
      cursor = next ?? undefined
      if (page < 3) expect(next).toBeTruthy()
      else expect(next).toBeNull()
    }
    expect(seen).toHaveLength(7)
    expect(new Set(seen).size).toBe(7)
  })

  it.each([
    ['oldest', ['a', 'b', 'c', 'd', 'e']],
    ['newest', ['e', 'd', 'c', 'b', 'a']],
    ['amount', ['b', 'e', 'c', 'a', 'd']],
  ] as const)('are in the order of %s, from the first to the last', async (sort, expected) => {
    await db().order.deleteMany()
    for (const [id, totalFen] of Object.entries({ a: 100, b: 900, c: 100, d: 1, e: 300 }))
      await anOrder({ id, totalFen })
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = await searchOrders({ filter: 'all', text: '', sort }, cursor, 2)
      seen.push(...page.rows.map(({ id }) => id))
      cursor = page.next
    }
    expect(seen).toEqual(expected)
    await db().order.deleteMany()
    for (let index = 0; index < 7; index++) await anOrder({ createdAt: AT })
  })

  it('by amount begin at a cursor beyond every amount', async () => {
    const search = { filter: 'all', text: '', sort: 'amount' } as const
    expect((await searchOrders(search, '9999999999999.x')).rows).toHaveLength(7)
  })

  it.each(['x', '1.', '99999999999999.x', "1.'", '1.x;--', '.'])(
    'begin at the first where the cursor is %s',
    async (cursor) => expect((await searchOrders({ filter: 'all', text: '' }, cursor)).rows).toHaveLength(7),
  )

  it('end: a last page that is full has none after it', async () => {
    expect((await searchOrders({ filter: 'all', text: '' }, undefined, 7)).next).toBeNull()
  })

  it('come all, for an export', async () => {
    let count = 0
    for await (const orders of allOrders({ filter: 'all', text: '' })) count += orders.length
    expect(count).toBe(7)
  })
})
