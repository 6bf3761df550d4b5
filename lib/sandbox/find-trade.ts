import type { Prisma } from '@/generated/sandbox/client'
import { db } from './db'

const EVERYTHING = {
  events: { orderBy: { id: 'asc' } },
  deliveries: { orderBy: { position: 'asc' }, include: { attempts: { orderBy: { id: 'asc' } } } },
  returns: { orderBy: { issuedAt: 'desc' }, take: 1 },
} satisfies Prisma.TradeInclude

export type FullTrade = Prisma.TradeGetPayload<{ include: typeof EVERYTHING }>

/** PostgreSQL takes no NUL, and an address may hold one. */
const isFindable = (text: string) => !text.includes('\0')

/** The trade with this trade_no, or the latest whose out_trade_no it is; merchants may use the same order number. */
export async function findTrade(number: string): Promise<FullTrade | null> {
  if (!isFindable(number)) return null
  return db().trade.findFirst({
    where: { OR: [{ tradeNo: number }, { outTradeNo: number }] },
    orderBy: { requestedAt: 'desc' },
    include: EVERYTHING,
  })
}

/** The trade of a cashier's address. */
export async function findCashierTrade(id: string): Promise<FullTrade | null> {
  if (!isFindable(id)) return null
  return db().trade.findUnique({ where: { id }, include: EVERYTHING })
}

/** The latest 50 trades. */
export function listTrades(): Promise<FullTrade[]> {
  return db().trade.findMany({ orderBy: { requestedAt: 'desc' }, take: 50, include: EVERYTHING })
}

/** Empties trades and deliveries and sets the clock to the machine's. Merchants stay. */
export async function reset(): Promise<void> {
  await db().$transaction([db().trade.deleteMany(), db().clock.deleteMany()])
}
