import type { Prisma } from '@/generated/shop/client'
import { beijingMidnight, parseBeijingTime } from '../alipay/beijing-time'
import { db } from '../db'
import { cutPage, type Page, readCursor } from '../keyset'
import { ORDER_INCLUDE } from './find-orders'
import type { RefundState } from './refunds'
import type { Stage } from './transitions'

/** The merchant's search for orders. */
export const ORDER_FILTERS = [
  'all',
  'ordered_today',
  'paid_today',
  'unpaid',
  'to_ship',
  'shipped',
  'refund',
  'finished',
  'closed',
  'paid_late',
  'price',
] as const
export type OrderFilter = (typeof ORDER_FILTERS)[number]

/** Each has an index, with the stage and without. */
export const ORDER_SORTS = ['newest', 'oldest', 'amount'] as const
export type OrderSort = (typeof ORDER_SORTS)[number]

export interface OrderSearch {
  filter: OrderFilter
  /** The days in Beijing on which it was ordered, `yyyy-MM-dd`, both included; empty for no limit. */
  from?: string
  to?: string
  /** The newest first unless it says otherwise; `amount`: the highest total first. */
  sort?: OrderSort
  /** Part of an order number, a trade number, a buyer's e-mail address or a subject; empty for all. */
  text: string
}

/** An order with what a row shows of it: the goods, and what decides about its actions. */
const LISTED = {
  items: ORDER_INCLUDE.items,
  refunds: { select: { state: true, changedAt: true } },
  enquiry: true,
} as const satisfies Prisma.OrderInclude
export type ListedOrder = Prisma.OrderGetPayload<{ include: typeof LISTED }>

/** An order without its goods, for the CSV export. */
const EXPORTED = {
  enquiry: true,
  refunds: { orderBy: [{ createdAt: 'asc' }, { no: 'asc' }] },
} as const satisfies Prisma.OrderInclude
export type ExportedOrder = Prisma.OrderGetPayload<{ include: typeof EXPORTED }>

/** A count beyond this would read the whole table. */
export const MOST_COUNTED = 999

const PAGE_SIZE = 50
const EXPORT_SIZE = 500

/** The orders found, after the cursor of an earlier page; any other text is the first page. */
export async function searchOrders(
  search: OrderSearch,
  cursor?: string | null,
  size = PAGE_SIZE,
): Promise<Page<ListedOrder>> {
  const found = await db().order.findMany({ ...pageOf(search, cursor, size), include: LISTED })
  return cutPage(found, size, valueOf(search))
}

/** How many orders a filter has, counted up to MOST_COUNTED + 1. */
export const countFound = (filter: OrderFilter) =>
  db().order.count({ where: FILTERS[filter], take: MOST_COUNTED + 1 })

/** How many orders each of these filters has, counted up to MOST_COUNTED + 1. */
export async function countOrders<Filter extends OrderFilter>(
  filters: readonly Filter[],
): Promise<Map<OrderFilter, number>> {
  const counts = await Promise.all(filters.map(async (filter) => [filter, await countFound(filter)] as const))
  return new Map(counts)
}

/** Every order found, a page at a time. */
export async function* allOrders(search: OrderSearch): AsyncGenerator<ExportedOrder[]> {
  let cursor: string | null | undefined
  do {
    const page = pageOf(search, cursor, EXPORT_SIZE)
    const found = await db().order.findMany({ ...page, include: EXPORTED })
    const { rows, next } = cutPage(found, EXPORT_SIZE, valueOf(search))
    yield rows
    cursor = next
  } while (cursor)
}

const FILTERS: Record<OrderFilter, Prisma.OrderWhereInput & { stage?: Stage }> = {
  all: {},
  // by Beijing's day, computed at each search
  get ordered_today() {
    return { createdAt: { gte: beijingMidnight(new Date()) } }
  },
  get paid_today() {
    return { paidAt: { gte: beijingMidnight(new Date()) } }
  },
  unpaid: { stage: 'unpaid' },
  // an instant payment of the partner gateway is paid as well, and waits for no goods
  to_ship: { stage: 'paid', OR: [{ tradeStatus: 'WAIT_SELLER_SEND_GOODS' }, { gateway: 'open' }] },
  shipped: { stage: 'shipped' },
  // it is the seller's turn
  refund: {
    OR: [
      { refundStatus: { in: ['WAIT_SELLER_AGREE', 'WAIT_SELLER_CONFIRM_GOODS'] } },
      { refunds: { some: { state: 'asked' satisfies RefundState } } },
    ],
  },
  finished: { stage: 'finished' },
  closed: { stage: 'closed' },
  // until the money has gone back
  get paid_late() {
    return {
      events: { some: { kind: 'paid_late' } },
      OR: [{ refundStatus: null }, { refundStatus: { not: 'REFUND_SUCCESS' as const } }],
      refundedFen: { lt: db().order.fields.totalFen },
    }
  },
  price: { quotedFen: { not: null } },
}

/** A whole number is looked up by its index; anything else may be part of four columns. */
function textWhere(text: string): Prisma.OrderWhereInput {
  const wanted = text.replaceAll('\0', '').toWellFormed().trim().slice(0, 256)
  if (wanted === '') return {}
  if (/^\d{16,64}$/.test(wanted)) return { OR: [{ orderNo: wanted }, { tradeNo: wanted }] }
  const contains = wanted.replace(/[\\%_]/g, '\\$&') // LIKE's own characters
  const part = { contains, mode: 'insensitive' } as const
  return { OR: [{ subject: part }, { buyerEmail: part }, { orderNo: part }, { tradeNo: part }] }
}

/** A page of the search, and one order more. */
const pageOf = (search: OrderSearch, cursor: string | null | undefined, size: number) =>
  ({
    where: {
      AND: [FILTERS[search.filter], textWhere(search.text), daysWhere(search), after(search, cursor)],
    },
    orderBy: ORDER_BY[search.sort ?? 'newest'],
    take: size + 1,
  }) satisfies Prisma.OrderFindManyArgs

const ORDER_BY = {
  newest: [{ createdAt: 'desc' }, { id: 'desc' }],
  oldest: [{ createdAt: 'asc' }, { id: 'asc' }],
  amount: [{ totalFen: 'desc' }, { id: 'desc' }],
} as const satisfies Record<OrderSort, Prisma.OrderOrderByWithRelationInput[]>

/** The column that orders the list, of a row. */
const valueOf =
  ({ sort }: OrderSearch) =>
  ({ createdAt, totalFen }: Pick<ListedOrder, 'createdAt' | 'totalFen'>) =>
    sort === 'amount' ? totalFen : createdAt

const DAY_MS = 24 * 60 * 60 * 1000

function daysWhere({ from = '', to = '' }: OrderSearch): Prisma.OrderWhereInput {
  const first = parseBeijingTime(`${from} 00:00:00`)
  const last = parseBeijingTime(`${to} 00:00:00`)
  if (!first && !last) return {}
  return { createdAt: { gte: first, lt: last && new Date(last.getTime() + DAY_MS) } }
}

/** The column's limit. */
const MOST_FEN = 2_147_483_647

function after({ sort }: OrderSearch, text: string | null | undefined): Prisma.OrderWhereInput {
  const cursor = readCursor(text)
  if (!cursor) return {}
  const { id } = cursor
  const createdAt = new Date(cursor.value)
  // the first condition is the one that an index can begin at
  if (sort === 'amount') {
    const totalFen = Math.min(cursor.value, MOST_FEN)
    return { totalFen: { lte: totalFen }, OR: [{ totalFen: { lt: totalFen } }, { id: { lt: id } }] }
  }
  if (sort === 'oldest')
    return { createdAt: { gte: createdAt }, OR: [{ createdAt: { gt: createdAt } }, { id: { gt: id } }] }
  return { createdAt: { lte: createdAt }, OR: [{ createdAt: { lt: createdAt } }, { id: { lt: id } }] }
}
