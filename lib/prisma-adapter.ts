import { PrismaPg } from '@prisma/adapter-pg'
import { env } from './env'

/** How long a request waits for its turn at the database, and how long a transaction may take, in milliseconds. */
const QUEUE_MS = 30_000

/** Room for a queue: Prisma's own limits, 2 and 5 seconds, end most of 80 checkouts that come at once. */
export const TRANSACTION_OPTIONS = { maxWait: QUEUE_MS, timeout: QUEUE_MS }

/**
 * An adapter whose generated SQL names every table and enum as "namespace"."name"; raw SQL must do so itself.
 * Every session is on UTC, whatever the server's time zone is: the adapter sends and reads moments without their offset.
 * Does not complain about a missing DATABASE_URL: `next build` runs without one; instrumentation.ts complains.
 */
export function adapterFor(namespace: 'shop' | 'sandbox') {
  return new PrismaPg(
    {
      connectionString: env().databaseUrl,
      max: 10,
      connectionTimeoutMillis: QUEUE_MS,
      onConnect: (client) => client.query("SET TIME ZONE 'UTC'"),
    },
    { schema: namespace },
  )
}
