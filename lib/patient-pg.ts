import { setTimeout as wait } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'

/** Milliseconds between the tries: 6 s in all, while a gateway waits 10 s for the answer to a notification. */
const WAITS_MS = [50, 100, 200, 400, 800, 1_600, 3_200]

/** Begins SQL that may run twice: a SELECT, and raw SQL that says so because it does nothing the second time. */
const REPEATABLE = /^\s*(SELECT\b|\/\* repeatable \*\/)/

/**
 * Repeats what a broken connection, a failover, a deadlock or a serialization failure has stopped: the begin of a
 * transaction, and a statement of its own that has certainly done nothing or is REPEATABLE. Everything else fails, since a
 * connection that is lost during a commit leaves the outcome unknown. Transactions: lib/db.ts.
 */
export class PatientPg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const { queryRaw, executeRaw, startTransaction } = adapter
    adapter.queryRaw = (query) => patiently(() => queryRaw.call(adapter, query), REPEATABLE.test(query.sql))
    adapter.executeRaw = (query) =>
      patiently(() => executeRaw.call(adapter, query), REPEATABLE.test(query.sql))
    adapter.startTransaction = (isolation) => patiently(() => startTransaction.call(adapter, isolation), true)
    return adapter
  }
}

async function patiently<T>(work: () => Promise<T>, isRepeatable: boolean): Promise<T> {
  for (const milliseconds of WAITS_MS) {
    try {
      return await work()
    } catch (error) {
      const words = wordsOf(error)
      const isSafe = isRepeatable ? [...NOTHING_DONE, ...UNKNOWN] : NOTHING_DONE
      if (!isSafe.some((word) => words.includes(word))) throw error
    }
    await wait(milliseconds)
  }
  return work()
}

/** Serialization failure, deadlock, read-only (no longer the primary), starting up, too many connections; not reached. */
const NOTHING_DONE = ['40001', '40P01', '25006', '57P03', '53300', 'DatabaseNotReachable', 'ECONNREFUSED']

/** The server was stopped or crashed (57P...), or the connection broke. PgBouncer says 08P01 of all its own errors. */
const UNKNOWN = [
  ...['57P01', '57P02', '08000', '08003', '08006', '08P01', 'EPIPE', 'ConnectionClosed', 'SocketTimeout'],
  'Connection terminated unexpectedly', // of pg, without a code
]

/** What an error is called, by pg or by the adapter, which knows some codes and passes on the others. */
function wordsOf(error: unknown): unknown[] {
  if (!(error instanceof Error)) return []
  const cause: object = typeof error.cause === 'object' && error.cause !== null ? error.cause : {}
  return [
    error.message,
    'code' in error && error.code,
    'kind' in cause && cause.kind,
    'originalCode' in cause && cause.originalCode,
  ]
}
