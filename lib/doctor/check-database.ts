import pg from 'pg'
import { reasonOf } from '../alipay/http'
import type { Env } from '../env'
import { compareMigrations, programMigrations, type Select } from '../migrations'
import { check, type Line, say } from './report'
import { isRemote, type World } from './world'

/** `client` is a usable connection, if there is one; the caller ends it. */
export interface Database {
  lines: Line[]
  client?: pg.Client
}

const embeddedUrl = ({ databasePort }: Env) => `postgresql://postgres@127.0.0.1:${databasePort}/postgres`

/** Whether the database is there, is up to date, can be written, and keeps order numbers unique (T5.2-2A, F6). */
export async function checkDatabase(env: Env, { timeoutMs }: World, shopRuns: boolean): Promise<Database> {
  const line = check('T4.5b', 'database')
  const embedded = !env.databaseUrl || env.databaseUrl === embeddedUrl(env)
  if (embedded && !shopRuns)
    return {
      lines: [line.skipped('自带的数据库和店一起运行，店没有开', 'the embedded database runs with the shop')],
    }
  const client = new pg.Client({
    connectionString: env.databaseUrl ?? embeddedUrl(env),
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
  })
  client.on('error', () => {}) // the next query fails and reports it
  try {
    await client.connect()
  } catch (error) {
    return {
      lines: [
        line.error(
          `数据库连不上（${reasonOf(error)}）`,
          `the database cannot be reached (${reasonOf(error)})`,
          say(
            '启动数据库，核对 DATABASE_URL 和防火墙',
            'Start the database; check DATABASE_URL and the firewall',
          ),
        ),
      ],
    }
  }
  const reached =
    embedded && isRemote(env)
      ? line.warning(
          '收真钱，用的却是自带的数据库，断电会丢数据',
          'real money in the embedded database, which a power cut can harm',
          say('把 DATABASE_URL 设成 PostgreSQL 服务器', 'Set DATABASE_URL to a PostgreSQL server'),
        )
      : line.ok(
          `数据库连得上${embedded ? '（自带的）' : ''}`,
          `the database answers${embedded ? ' (embedded)' : ''}`,
        )
  try {
    const migrated = await checkMigrated(client)
    if (migrated.level === 'error') return { lines: [reached, migrated], client }
    const lines = [reached, migrated, await checkWritable(client), await checkUnique(client)]
    return { lines: [...lines, await checkEventTimes(client)], client }
  } catch (error) {
    const why = reasonOf(error)
    const remedy = say('看数据库的日志和用户的权限', "Look at the database's log and the user's rights")
    return { lines: [line.error(`数据库出错（${why}）`, `the database fails (${why})`, remedy)], client }
  }
}

async function checkMigrated(client: pg.Client): Promise<Line> {
  const line = check('T4.5b', 'database-migrated')
  const select: Select = async (sql) => (await client.query(sql)).rows
  const { missing, unknown } = await compareMigrations(select, programMigrations())
  if (unknown.length > 0)
    return line.error(
      `数据库比程序新，有 ${unknown.length} 次程序不认识的迁移：${unknown.join('、')}`,
      `the database is newer than this program, which does not know ${unknown.length} of its migrations: ${unknown.join(', ')}`,
      say(
        '用 git pull 换成较新的程序，或者恢复迁移以前的备份',
        'Update the program with git pull, or put back a backup from before them',
      ),
    )
  return missing.length === 0
    ? line.ok('数据库的表是最新的', 'the tables are up to date')
    : line.error(
        `数据库缺 ${missing.length} 次迁移：${missing.join('、')}`,
        `the database lacks ${missing.length} migrations: ${missing.join(', ')}`,
        say('用 npm start 启动一次，它会补上', 'Start once with npm start, which applies them'),
      )
}

/** Writes a row in a transaction that is rolled back. */
async function checkWritable(client: pg.Client): Promise<Line> {
  const line = check('T5.2-2A', 'database-writable')
  try {
    await client.query('BEGIN')
    await client.query(`INSERT INTO "shop"."Setting" ("name", "value") VALUES ('doctor', '')`)
    return line.ok('数据库写得进去', 'the database can be written')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return line.error(
      `数据库写不进去：${why}`,
      `the database cannot be written: ${why}`,
      say(
        '给 DATABASE_URL 的用户写权限，不要连到只读的副本',
        'Let the user of DATABASE_URL write, and connect to no read-only replica',
      ),
    )
  } finally {
    await client.query('ROLLBACK').catch(() => {})
  }
}

async function checkUnique(client: pg.Client): Promise<Line> {
  const line = check('F6', 'order-unique')
  const { rowCount } = await client.query(
    `SELECT 1 FROM pg_indexes WHERE schemaname = 'shop' AND tablename = 'Order'
     AND indexdef LIKE 'CREATE UNIQUE INDEX%("orderNo")'`,
  )
  return rowCount
    ? line.ok('数据库不收重复的订单号', 'the database takes no order number twice')
    : line.error(
        '数据库没有订单号的唯一约束',
        'the database has no unique index on order numbers',
        say('恢复 "Order" 表 "orderNo" 的唯一索引', 'Restore the unique index on "orderNo" of "Order"'),
      )
}

interface Shifted {
  count: number
  hours: number
  first: string
  last: string
}

/**
 * Whether events have another time than their message: before the column had a time zone, it held the server's local time.
 * Compares only kinds that always come with a message, allowing for the quarters of an hour by which time zones differ.
 */
async function checkEventTimes(client: pg.Client): Promise<Line> {
  const line = check('T4.5b', 'event-times')
  const { rows } = await client.query<Shifted>(`
    SELECT count(*)::int AS count, quarters / 4.0::float8 AS hours, min("id")::text AS first, max("id")::text AS last
    FROM (
      SELECT event."id", news.quarters FROM "shop"."OrderEvent" AS event
      JOIN "shop"."Order" AS shop_order ON shop_order."id" = event."orderId"
      CROSS JOIN LATERAL (
        SELECT quarters FROM "shop"."Notification" AS news
        CROSS JOIN LATERAL (SELECT extract(epoch FROM event."createdAt" - news."receivedAt") AS apart) AS distance
        CROSS JOIN LATERAL (SELECT round(apart / 900) AS quarters) AS rounded
        WHERE news."orderNo" = shop_order."orderNo" AND news."verdict" = 'applied'
          AND quarters BETWEEN -48 AND 56 AND abs(apart - quarters * 900) < 60
        ORDER BY quarters <> 0, abs(apart - quarters * 900) LIMIT 1
      ) AS news
      WHERE event."kind" IN ('paid', 'paid_late', 'shipped', 'finished', 'refunded')
    ) AS compared
    WHERE quarters <> 0 GROUP BY quarters ORDER BY count DESC LIMIT 1`)
  const [shifted] = rows
  if (!shifted)
    return line.ok('订单记录的时间和通知的一致', 'the events of orders have the times of their messages')
  const { count, hours, first, last } = shifted
  const sql = `UPDATE "shop"."OrderEvent" SET "createdAt" = "createdAt" - interval '${hours} hours' WHERE "id" BETWEEN ${first} AND ${last} AND "kind" IN ('paid', 'paid_late', 'shipped', 'finished', 'refunded')`
  return line.warning(
    `订单记录里有 ${count} 条的时间差了 ${hours} 小时：是旧版本按数据库服务器的时区写的`,
    `${count} events of orders are ${hours} hours off: an older version wrote them in the time zone of the database server`,
    say(`先备份数据库，再执行：${sql}`, `Back up the database, then run: ${sql}`),
  )
}
