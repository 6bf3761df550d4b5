import { Client } from 'pg'

declare module 'pg' {
  interface Client {
    /** What is sent with the request for a connection; not in the types of pg. */
    getStartupConf(): Record<string, string>
  }
}

/**
 * A connection on UTC, since Prisma's adapter sends and reads times without their offset. It is said when it connects, which a
 * pooler in transaction mode keeps for each of its clients; a SET would belong to a session that the next statement may not have.
 */
export class UtcClient extends Client {
  override getStartupConf() {
    return { ...super.getStartupConf(), TimeZone: 'UTC' }
  }
}
