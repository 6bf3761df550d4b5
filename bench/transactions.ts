import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import pg from 'pg'
import { prepareValue } from 'pg/lib/utils.js'
import { migrate } from '../scripts/migrate.js'
import { serverBinaries, throwAwayPostgres } from '../scripts/postgres.js'
import { ACCOUNT } from './bench-shop'
import type { Figure } from './figure'
import { median } from './load'
import { orderNoOf, payments } from './orders'

const CLIENTS = 10
const COUNT = 1_000
const ROUNDS = 5

/** First notifications through the project's code, without HTTP and with a gateway that confirms at once, beside pgbench. */
export async function transactions(): Promise<Figure[]> {
  const postgres = await throwAwayPostgres({ fsync: true })
  if (!postgres) throw new Error('The benchmarks need a PostgreSQL server: apt-get install postgresql')
  await migrate(postgres.url)
  Object.assign(process.env, {
    DATABASE_URL: postgres.url,
    ALIPAY_GATEWAY_URL: 'http://127.0.0.1:9/gateway.do',
    ALIPAY_PARTNER: ACCOUNT.partner,
    ALIPAY_KEY: ACCOUNT.key,
    ALIPAY_SELLER_EMAIL: 'seller@example.com',
    LOG_FILE: '/dev/null',
  })
  const { receiveMessage } = await import('../lib/messages/receive-message')
  const { ownGateway } = await import('../lib/gateway/own-gateway')
  const { db } = await import('../lib/db')
  const gateway = { ...ownGateway(), confirm: async () => ({ kind: 'confirmed', word: 'true' }) as const }
  const database = new pg.Pool({ connectionString: postgres.url, max: 2 })
  const receive = async (bytes: Uint8Array) => {
    const arrival = { channel: 'notify', bytes: new Uint8Array(bytes), remoteAddress: '' } as const
    const { verdict } = await receiveMessage(arrival, gateway)
    if (verdict !== 'applied') throw new Error(`A notification was ${verdict}.`)
  }
  const ours = async () => {
    const bodies = await payments(database, COUNT)
    const started = performance.now()
    const work = async () => {
      for (let body = bodies.pop(); body; body = bodies.pop()) await receive(body)
    }
    await Promise.all(Array.from({ length: CLIENTS }, work))
    return COUNT / ((performance.now() - started) / 1000)
  }
  try {
    const script = await recorded(database, receive)
    await ours()
    const rounds: { ours: number; plain: number }[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const plain = await pgbench(postgres.url, script, database)
      rounds.push({ ours: await ours(), plain })
    }
    const of = (read: (round: (typeof rounds)[number]) => number) => median(rounds.map(read))
    return [
      {
        name: 'transactions through the project’s code / pgbench',
        least: 0.6,
        value: of(({ ours, plain }) => ours / plain),
        from: `${of(({ ours }) => ours).toFixed(0)}/s, pgbench ${of(({ plain }) => plain).toFixed(0)}/s, ${CLIENTS} clients`,
      },
    ]
  } finally {
    await database.end()
    await db().$disconnect()
    await postgres.stop()
  }
}

/** What one notification sends to the database, as a pgbench script for the order of number :n. */
async function recorded(database: pg.Pool, receive: (bytes: Uint8Array) => Promise<void>): Promise<string> {
  const [body = new Uint8Array()] = await payments(database, 1)
  const [, orderNo = ''] = /out_trade_no=(\w+)/.exec(Buffer.from(body).toString('latin1')) ?? []
  const statements: { text: string; values: unknown[] }[] = []
  const query = pg.Client.prototype.query
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the overloads of pg's query
  pg.Client.prototype.query = function (this: pg.Client, ...args: any[]) {
    const [{ text, values }] = args
    if (values) statements.push({ text, values })
    return Reflect.apply(query, this, args)
  } as typeof query
  await receive(body).finally(() => (pg.Client.prototype.query = query))
  const number = `'2026' || lpad(:n::text, 16, '0')`
  const literal = (value: unknown) => {
    const prepared: unknown = prepareValue(value)
    if (prepared === null || prepared === undefined) return 'NULL'
    const text = Buffer.isBuffer(prepared) ? `\\x${prepared.toString('hex')}` : String(prepared)
    // pgbench takes a colon for the beginning of a variable, also in quotes
    const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a')
    const quoted = `E'${escaped}'`
    const own = text.includes(orderNo) ? `replace(${quoted}, '${orderNo}', ${number})` : quoted
    const [uuid] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(text) ?? []
    return uuid ? `replace(${own}, '${uuid}', gen_random_uuid()::text)` : own
  }
  const lines = statements.map(({ text, values }) =>
    text
      .replaceAll(/--.*$/gm, '')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/\$(\d+)/g, (_, index: string) => `(${literal(values[Number(index) - 1])})`),
  )
  return [
    '\\set i :i + 1',
    '\\set n :base + :client_id * 1000000 + :i',
    ...lines.map((line) => `${line};`),
  ].join('\n')
}

let rounds = 0

async function pgbench(url: string, script: string, database: pg.Pool): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'danbao-pgbench-'))
  const file = join(folder, 'notification.sql')
  writeFileSync(file, script)
  const base = 100_000_000_000 + (rounds += 1) * 100_000_000
  const each = COUNT / CLIENTS
  for (let client = 0; client < CLIENTS; client++)
    await database.query(
      `INSERT INTO "shop"."Order" ("id", "orderNo", "buyerId", "subject", "totalFen")
       SELECT ${orderNoOf('n')}, ${orderNoOf('n')}, 'bench', '绿茶', 1
       FROM generate_series($1::bigint + 1, $1::bigint + $2::bigint) AS n`,
      [base + client * 1_000_000, each],
    )
  const said = execFileSync(
    join(serverBinaries() ?? '', 'pgbench'),
    [
      '-n',
      '-M',
      'extended',
      '-c',
      String(CLIENTS),
      '-t',
      String(each),
      '-D',
      'i=0',
      '-D',
      `base=${base}`,
      '-f',
      file,
      url,
    ],
    { encoding: 'utf8' },
  )
  rmSync(folder, { recursive: true })
  return Number(/tps = ([\d.]+)/.exec(said)?.[1])
}
