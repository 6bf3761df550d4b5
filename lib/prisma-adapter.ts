import { env } from './env'
import { PatientPg } from './patient-pg'
import { UtcClient } from './utc-client'

/** The longest wait for a connection, and the longest transaction. */
const QUEUE_MS = 30_000

/** Prisma's own limits, 2 and 5 seconds, would abort most of 80 simultaneous checkouts. */
export const TRANSACTION_OPTIONS = { maxWait: QUEUE_MS, timeout: QUEUE_MS }

/**
 * An adapter whose generated SQL names every table and enum as "namespace"."name"; raw SQL must do so itself.
 * A missing DATABASE_URL is reported by instrumentation-node.ts, since `next build` runs without one.
 */
export function adapterFor(namespace: 'shop' | 'sandbox') {
  return new PatientPg(
    {
      connectionString: env().databaseUrl,
      max: 10,
      connectionTimeoutMillis: QUEUE_MS,
      Client: UtcClient,
    },
    { schema: namespace },
  )
}
