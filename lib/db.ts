import { setTimeout as wait } from 'node:timers/promises'
import { Prisma, PrismaClient } from '@/generated/shop/client'
import { adapterFor, TRANSACTION_OPTIONS } from './prisma-adapter'
import { remember } from './remember'

/** The Prisma client of the shop's database. */
export const db = () =>
  remember(
    'shop database',
    () => new PrismaClient({ adapter: adapterFor('shop'), transactionOptions: TRANSACTION_OPTIONS }),
  )

/** How often a transaction is tried. */
const TRIES = 5

/** Milliseconds, at most, between two tries: each waits another time, so that the same two do not meet again. */
const LONGEST_WAIT_MS = 100

/**
 * Runs work in a transaction, and again where a deadlock or a serialization failure has undone it: so the work does nothing
 * outside of the transaction.
 */
export async function transaction<T>(work: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await db().$transaction(work)
    } catch (error) {
      if (!isUndone(error) || tries === TRIES) throw error
    }
    await wait(Math.random() * LONGEST_WAIT_MS)
  }
}

/** P2034 is Prisma's name for both; raw SQL keeps PostgreSQL's (P2010). */
const isUndone = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  (error.code === 'P2034' || (error.code === 'P2010' && /Code: `(40P01|40001)`/.test(error.message)))
