import type { Prisma } from '@/generated/shop/client'
import { db } from '../db'
import { cutPage, type Page, readCursor } from '../keyset'

const NAMES = { name: true, nameEn: true } as const

/** What an order's page shows beside its row: the goods, as far as they are still in the catalogue, and the events. */
export const ORDER_INCLUDE = {
  items: {
    include: { product: { select: { ...NAMES, slug: true, picture: true } }, variant: { select: NAMES } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  },
  events: { orderBy: { id: 'asc' } },
  refunds: { orderBy: [{ createdAt: 'asc' }, { no: 'asc' }] },
  enquiry: true,
} as const satisfies Prisma.OrderInclude

export type FullOrder = Prisma.OrderGetPayload<{ include: typeof ORDER_INCLUDE }>

/** The number comes from an address and may be anything. */
const isOrderNo = (text: string) => /^\w{1,64}$/.test(text)

/** An order of this buyer, or null: another buyer's order counts as missing. */
export async function findBuyersOrder(buyerId: string, orderNo: string): Promise<FullOrder | null> {
  if (!isOrderNo(orderNo)) return null
  return db().order.findFirst({ where: { orderNo, buyerId }, include: ORDER_INCLUDE })
}

/** An order of any buyer, or null. For the merchant's pages only. */
export async function findFullOrder(orderNo: string): Promise<FullOrder | null> {
  if (!isOrderNo(orderNo)) return null
  return db().order.findUnique({ where: { orderNo }, include: ORDER_INCLUDE })
}

const LISTED_INCLUDE = { items: ORDER_INCLUDE.items, enquiry: true, refunds: true } as const
const PAGE_SIZE = 20

export type BuyersOrder = Prisma.OrderGetPayload<{ include: typeof LISTED_INCLUDE }>

/** A buyer's orders with their items, newest first, after the cursor of an earlier page; any other text is the first page. */
export async function listBuyersOrders(
  buyerId: string,
  cursor?: string,
  size = PAGE_SIZE,
): Promise<Page<BuyersOrder>> {
  const found = await db().order.findMany({
    where: { buyerId, ...after(cursor) },
    include: LISTED_INCLUDE,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: size + 1,
  })
  return cutPage(found, size, ({ createdAt }) => createdAt)
}

function after(text: string | undefined): Prisma.OrderWhereInput {
  const cursor = readCursor(text)
  if (!cursor) return {}
  const createdAt = new Date(cursor.value)
  return { createdAt: { lte: createdAt }, OR: [{ createdAt: { lt: createdAt } }, { id: { lt: cursor.id } }] }
}

/** What decides whether an order is shipped. */
export type ShippableOrder = Prisma.OrderGetPayload<{ include: { refunds: true; enquiry: true } }>

/** The orders of these numbers, by their numbers; those that are not there are missing. */
export async function findShippableOrders(orderNos: string[]): Promise<Map<string, ShippableOrder>> {
  const orders = await db().order.findMany({
    where: { orderNo: { in: orderNos.filter(isOrderNo) } },
    include: { refunds: true, enquiry: true },
  })
  return new Map(orders.map((order) => [order.orderNo, order]))
}

/** Orders with their goods in the order of their numbers given, for packing slips. For the merchant's pages only. */
export async function findFullOrders(orderNos: string[]): Promise<FullOrder[]> {
  const orders = await db().order.findMany({
    where: { orderNo: { in: orderNos.filter(isOrderNo) } },
    include: ORDER_INCLUDE,
  })
  return orders.sort((one, other) => orderNos.indexOf(one.orderNo) - orderNos.indexOf(other.orderNo))
}

export function findOrder(orderNo: string) {
  return db().order.findUnique({ where: { orderNo } })
}

export function findRefund(no: string) {
  return db().refund.findUnique({ where: { no } })
}

/** The order that a form has made, or null. */
export function findOrderOfForm(formId: string) {
  return db().order.findUnique({ where: { formId } })
}

/** The order of this number, and the one that the trade number is bound to; undefined where there is none. */
export async function findOrderAndHolder(orderNo: string, tradeNo: string) {
  const found = await db().order.findMany({ where: { OR: [{ orderNo }, { tradeNo }] } })
  return {
    order: found.find((order) => order.orderNo === orderNo),
    holder: found.find((order) => order.tradeNo === tradeNo),
  }
}
