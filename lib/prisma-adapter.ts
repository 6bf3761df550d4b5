import { PrismaPg } from '@prisma/adapter-pg'
import { env } from './env'

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
      connectionTimeoutMillis: 10_000,
      onConnect: (client) => client.query("SET TIME ZONE 'UTC'"),
    },
    { schema: namespace },
  )
}
