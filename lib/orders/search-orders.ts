import type { Prisma } from '@/generated/shop/client'
import { beijingMidnight } from '../alipay/beijing-time'
import { db } from '../db'
import { cutPage, type Page, readCursor } from '../keyset'
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

export interface OrderSearch {
  filter: OrderFilter
  /** Part of an order number, a trade number, a buyer's e-mail address or a subject; empty for all. */
  text: string
}

const LISTED = {
  enquiry: true,
  refunds: { orderBy: [{ createdAt: 'asc' }, { no: 'asc' }] },
} as const satisfies Prisma.OrderInclude

export type ListedOrder = Prisma.OrderGetPayload<{ include: typeof LISTED }>

/** A count beyond this would read the whole table. */
export const MOST_COUNTED = 999

const PAGE_SIZE = 50

/** The orders found, newest first, after the cursor of an earlier page; any other text is the first page. */
export async function searchOrders(
  search: OrderSearch,
  cursor?: string | null,
  size = PAGE_SIZE,
): Promise<Page<ListedOrder>> {
  const found = await db().order.findMany({
    include: LISTED,
    where: { AND: [FILTERS[search.filter], textWhere(search.text), after(cursor)] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: size + 1,
  })
  return cutPage(found, size, ({ createdAt }) => createdAt)
}

/** How many orders a filter has, counted up to MOST_COUNTED + 1. */
export const countFound = (filter: OrderFilter) =>
  db().order.count({ where: FILTERS[filter], take: MOST_COUNTED + 1 })

/** How many orders each filter has, counted up to MOST_COUNTED + 1. */
export async function countOrders(): Promise<Record<OrderFilter, number>> {
  const counts = await Promise.all(ORDER_FILTERS.map(countFound))
  return Object.fromEntries(ORDER_FILTERS.map((filter, index) => [filter, counts[index]])) as Record<
    OrderFilter,
    number
  >
}

/** Every order found, a page at a time. */
export async function* allOrders(search: OrderSearch): AsyncGenerator<ListedOrder[]> {
  let cursor: string | null | undefined
  do {
    const page: Page<ListedOrder> = await searchOrders(search, cursor, 500)
    yield page.rows
    cursor = page.next
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

function after(text: string | null | undefined): Prisma.OrderWhereInput {
  const cursor = readCursor(text)
  if (!cursor) return {}
  const createdAt = new Date(cursor.value)
  // the first condition is the one that an index can begin at
  return { createdAt: { lte: createdAt }, OR: [{ createdAt: { lt: createdAt } }, { id: { lt: cursor.id } }] }
}
