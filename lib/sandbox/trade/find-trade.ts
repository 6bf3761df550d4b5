import type { Prisma, Trade } from '@/generated/sandbox/client'
import { ActionError } from '../action-error'
import { db } from '../db'

const EVERYTHING = {
  events: { orderBy: { id: 'asc' } },
  deliveries: { orderBy: { position: 'asc' }, include: { attempts: { orderBy: { id: 'asc' } } } },
  refunds: { orderBy: { id: 'asc' } },
  returns: { orderBy: { issuedAt: 'desc' }, take: 1 },
} satisfies Prisma.TradeInclude

export type FullTrade = Prisma.TradeGetPayload<{ include: typeof EVERYTHING }>

/** Whether a part of an address has the form of the sandbox's own ids (UUIDs). */
export const isId = (text: string) => /^[0-9a-f-]{36}$/.test(text)

/** The trade with this trade_no or, as merchants may use the same order number, the latest with this out_trade_no. */
export async function findTrade(number: string): Promise<FullTrade | null> {
  if (number.includes('\0')) return null // PostgreSQL accepts none
  return db().trade.findFirst({
    where: { OR: [{ tradeNo: number }, { outTradeNo: number }] },
    orderBy: { requestedAt: 'desc' },
    include: EVERYTHING,
  })
}

export const noSuchTrade = () => new ActionError('TRADE_NOT_EXIST', '没有这笔交易', 'There is no such trade')

/** Throws ActionError where there is none. */
export async function findTradeById(id: string): Promise<Trade> {
  const trade = await db().trade.findUnique({ where: { id } })
  if (!trade) throw noSuchTrade()
  return trade
}

/** The trade of a cashier's address, or null. */
export async function findCashierTrade(id: string): Promise<FullTrade | null> {
  if (!isId(id)) return null
  return db().trade.findUnique({ where: { id }, include: EVERYTHING })
}

/** The latest 50 trades whose numbers, subject, buyer or partner contain this text, with the number of undelivered notifications. */
export function listTrades(text: string) {
  const contains = text.replaceAll('\0', '')
  return db().trade.findMany({
    where: {
      OR: [
        { outTradeNo: { contains } },
        { tradeNo: { contains } },
        { buyerEmail: { contains } },
        { partner: { contains } },
        { request: { path: ['subject'], string_contains: contains } },
      ],
    },
    orderBy: { requestedAt: 'desc' },
    take: 50,
    include: { _count: { select: { deliveries: { where: { acknowledged: false } } } } },
  })
}

/** Deletes trades, deliveries and faults, and sets the clock back to the machine's. Merchants stay. */
export async function reset(): Promise<void> {
  await db().$transaction([db().trade.deleteMany(), db().fault.deleteMany(), db().clock.deleteMany()])
}
