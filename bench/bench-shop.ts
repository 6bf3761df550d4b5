import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import pg from 'pg'
import { startServer } from '../e2e/servers'
import { OPEN_KEYS, openApp } from '../lib/alipay/testing/open-account'
import { throwAwayPostgres } from '../scripts/postgres.js'

const FOLDER = 'data/bench-shop'
const PORT = 13180
const GATEWAY_PORT = 13189
const LEFT_OUT = /^(bench|docs|examples|\.)|^package-lock\.json$/
/** The account of a shop with a gateway of its own, so that it starts without the sandbox. */
export const ACCOUNT = { partner: '2088123456789012', key: '0123456789abcdef0123456789abcdef' }

/** The interface by which the shop is paid. */
export type Interface = 'partner' | 'open'

const SETTINGS: Record<Interface, Record<string, string>> = {
  partner: { ALIPAY_KEY: ACCOUNT.key, ALIPAY_SELLER_EMAIL: 'seller@example.com' },
  open: {
    ALIPAY_APP_ID: openApp.appId,
    ALIPAY_APP_PRIVATE_KEY: OPEN_KEYS.privateKey,
    ALIPAY_PUBLIC_KEY: OPEN_KEYS.alipayPublicKey,
  },
}

interface Options {
  paidBy?: Interface
  env?: Record<string, string>
}

/**
 * The shop, built with the routes of bench/routes beside its own, in a folder of its own; on a real PostgreSQL server, with
 * fsync. `count` processes share the database.
 */
async function startBenchShop(count: number, { paidBy = 'partner', env = {} }: Options) {
  copyShop()
  const postgres = await throwAwayPostgres({ fsync: true })
  if (!postgres) throw new Error('The benchmarks need a PostgreSQL server: apt-get install postgresql')
  const servers: Awaited<ReturnType<typeof startServer>>[] = []
  // one after the other: the first migrates and builds
  for (let index = 0; index < count; index++)
    servers.push(
      await startServer({
        port: PORT + index,
        databasePort: 1,
        folder: FOLDER,
        env: {
          DATABASE_URL: postgres.url,
          ALIPAY_GATEWAY_URL: `http://127.0.0.1:${GATEWAY_PORT}/gateway.do`,
          ALIPAY_PARTNER: ACCOUNT.partner,
          ...SETTINGS[paidBy],
          LOG_FILE: 'bench.log',
          ...env,
        },
      }),
    )
  const database = new pg.Pool({ connectionString: postgres.url, max: 2 })
  return {
    servers,
    url: servers[0]?.url ?? '',
    databaseUrl: postgres.url,
    database,
    async stop() {
      await database.end()
      await Promise.all(servers.map((server) => server.stop()))
      await postgres.stop()
    },
  }
}

export type BenchShop = Awaited<ReturnType<typeof startBenchShop>>

/** Copies what changed and deletes what is gone, so that a second run does not build again. */
function copyShop() {
  const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'])
    .toString()
    .split('\0')
    .filter((path) => path && existsSync(path) && !LEFT_OUT.test(path))
  const routes = filesIn('bench/routes')
  const sources = new Map([
    ...tracked.map((path) => [path, path] as const),
    ...routes.map((path) => [`app/bench/${path}`, `bench/routes/${path}`] as const),
  ])
  for (const room of ['app', 'lib'])
    for (const path of filesIn(join(FOLDER, room)))
      if (!sources.has(`${room}/${path}`)) rmSync(join(FOLDER, room, path))
  for (const [path, source] of sources) {
    const made = statSync(join(FOLDER, path), { throwIfNoEntry: false })
    if (made?.mtimeMs !== statSync(source).mtimeMs)
      cpSync(source, join(FOLDER, path), { preserveTimestamps: true })
  }
  cpSync('generated', `${FOLDER}/generated`, { recursive: true, preserveTimestamps: true })
  // the packages are found in the folders above; a link to all of them would be searched for class names by Tailwind
  mkdirSync(`${FOLDER}/node_modules`, { recursive: true })
  cpSync('node_modules/.package-lock.json', `${FOLDER}/node_modules/.package-lock.json`)
  if (!existsSync(`${FOLDER}/node_modules/next`))
    symlinkSync('../../../node_modules/next', `${FOLDER}/node_modules/next`)
}

const filesIn = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
        statSync(join(folder, path)).isFile(),
      )
    : []

/** Runs a part of the benchmark on a shop of `count` processes and its gateway, and stops them. */
export async function withBenchShop<T>(
  count: number,
  work: (shop: BenchShop) => Promise<T>,
  options: Options = {},
): Promise<T> {
  const stub = await startVerifyStub()
  const shop = await startBenchShop(count, options)
  try {
    return await work(shop)
  } finally {
    await shop.stop()
    stub.close()
  }
}

/** A verify address that says `true` at once to everything. */
async function startVerifyStub() {
  const server = createServer((_request, response) => response.end('true'))
  await new Promise<void>((resolve) => server.listen(GATEWAY_PORT, '127.0.0.1', resolve))
  return server
}
