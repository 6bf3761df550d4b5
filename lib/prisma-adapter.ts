import { PrismaPg } from '@prisma/adapter-pg'
import { env } from './env'

/**
 * An adapter whose generated SQL names every table and enum as "namespace"."name"; raw SQL must do so itself.
 * Does not complain about a missing DATABASE_URL: `next build` runs without one; instrumentation.ts complains.
 */
export function adapterFor(namespace: 'shop' | 'sandbox') {
  return new PrismaPg(
    { connectionString: env().databaseUrl, max: 10, connectionTimeoutMillis: 10_000 },
    { schema: namespace },
  )
}
