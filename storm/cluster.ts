import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { once } from 'node:events'
import {
  chownSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

const FILES = ['etcd.yml', 'haproxy.cfg', 'pgbouncer.ini', 'userlist.txt', 'nginx.conf']
const NODES = ['db1', 'db2'] as const
type Node = (typeof NODES)[number]

/** Milliseconds: nothing that is waited for takes longer, also on a busy machine. */
const PATIENCE_MS = 300_000

export type Cluster = Awaited<ReturnType<typeof startCluster>>

/**
 * The parts of deploy/ha, from its own files, in a temporary folder on addresses 127.x.y.z of their own. Everything ends
 * with this process, by process id, unless this one is killed with -9.
 */
export async function startCluster(binaries: string) {
  const folder = mkdtempSync(join(tmpdir(), 'danbao-storm-'))
  const net = `127.${randomInt(1, 255)}.${randomInt(255)}`
  const password = randomBytes(12).toString('hex')
  const user = serverUser()
  const addresses = {
    DOOR: `${net}.1`,
    SHOP1: `${net}.11`,
    SHOP2: `${net}.12`,
    SHOP3: `${net}.13`,
    POOL: `${net}.20`,
    DB1: `${net}.31`,
    DB2: `${net}.32`,
    ETCD: `${net}.40`,
  }
  const values: Record<string, string> = {
    ...addresses,
    NETWORK: '127.0.0.0/8',
    CONFIG: folder,
    DATA: folder,
    POSTGRESQL_BIN: binaries,
    SUPERUSER_PASSWORD: password,
    REPLICATION_PASSWORD: password,
    SHOP_PASSWORD: password,
    TTL: '8',
    LOOP_WAIT: '1',
    RETRY_TIMEOUT: '3',
  }
  const addressOf: Record<Node, string> = { db1: addresses.DB1, db2: addresses.DB2 }
  const running = new Map<string, ChildProcess>()

  own(folder)
  for (const name of FILES) render(name, name, values)
  for (const NODE of NODES) {
    mkdirSync(join(folder, NODE), { mode: 0o700 })
    own(join(folder, NODE))
    render('patroni.yml', `${NODE}.yml`, { ...values, NODE, NODE_ADDRESS: addressOf[NODE] })
  }
  write('nginx-main.conf', NGINX_MAIN)
  process.on('exit', endNow)

  function own(path: string) {
    if (user) chownSync(path, user.uid, user.gid)
  }
  function write(name: string, text: string) {
    writeFileSync(join(folder, name), text, { mode: 0o600 })
    own(join(folder, name))
  }
  function render(template: string, name: string, all: Record<string, string>) {
    const text = readFileSync(new URL(`../deploy/ha/${template}`, import.meta.url), 'utf8')
    write(
      name,
      text.replace(/\$\{(\w+)\}/g, (_, key: string) => {
        if (all[key] === undefined) throw new Error(`deploy/ha/${template}: nothing is known of ${key}`)
        return all[key]
      }),
    )
  }

  function start(name: string, command: string, ...args: string[]) {
    const log = openSync(join(folder, `${name}.log`), 'a')
    // a group of its own: Ctrl-C in a terminal reaches only this process, which ends the others
    const child = spawn(command, args, { ...user, cwd: folder, stdio: ['ignore', log, log], detached: true })
    closeSync(log)
    child.on('error', (error) => console.error(`${name}: ${error.message}`))
    running.set(name, child)
  }
  async function end(name: string, signal: NodeJS.Signals) {
    const child = running.get(name)
    running.delete(name)
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }

  const startNode = (node: Node) => start(node, 'patroni', `${node}.yml`)
  const startPgBouncer = () => start('pgbouncer', '/usr/sbin/pgbouncer', 'pgbouncer.ini')

  /** As when its machine loses power: Patroni and all processes of its PostgreSQL at once. */
  function killNode(node: Node) {
    const patroni = running.get(node)
    running.delete(node)
    for (const pid of [patroni?.pid, ...familyOf(postgresOf(join(folder, node)))]) killNow(pid)
  }

  function endNow() {
    for (const node of NODES) killNode(node)
    for (const { pid } of running.values()) for (const each of familyOf(pid)) killNow(each)
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
  }

  const isAt = async (node: Node, page: string) => {
    const signal = AbortSignal.timeout(1_000)
    const response = await fetch(`http://${addressOf[node]}:8008/${page}`, { signal }).catch(() => undefined)
    return response?.status === 200
  }
  const nodeAt = async (page: string) => {
    for (const node of NODES) if (await isAt(node, page)) return node
  }
  const primary = () => until('a primary', () => nodeAt('primary'))
  const syncStandby = () => until('a synchronous standby', () => nodeAt('synchronous'))

  start('etcd', '/usr/bin/etcd', '--config-file', 'etcd.yml')
  await until('etcd', () => answers(`http://${addresses.ETCD}:2379/health`))
  for (const node of NODES) startNode(node)
  const first = await primary()
  await syncStandby()
  await asSuperuser(addressOf[first], password, [
    `CREATE ROLE danbao LOGIN PASSWORD '${password}'`,
    'CREATE DATABASE danbao OWNER danbao',
  ])
  start('haproxy', '/usr/sbin/haproxy', '-db', '-f', 'haproxy.cfg')
  startPgBouncer()
  start('nginx', '/usr/sbin/nginx', '-p', folder, '-c', join(folder, 'nginx-main.conf'), '-e', 'stderr')
  const databaseUrl = `postgresql://danbao:${password}@${addresses.POOL}:6432/danbao`
  await until('the database through PgBouncer', () => isReachable(databaseUrl))

  return {
    folder,
    databaseUrl,
    /** Where the world reaches the shops. */
    door: `http://${addresses.DOOR}:8080`,
    shops: [addresses.SHOP1, addresses.SHOP2, addresses.SHOP3],
    /** Where there is room for a gateway. */
    gateway: `${net}.90`,
    primary,
    syncStandby,
    /**
     * Kills the primary's machine; returns which it was. Half a second before, what it writes no longer reaches the standby: a
     * commit that does not wait for the standby is lost.
     */
    async killPrimary() {
      const node = await primary()
      const sender = familyOf(postgresOf(join(folder, node))).find((pid) =>
        titleOf(pid).includes('walsender'),
      )
      if (sender === undefined) throw new Error('nothing is sent to the standby')
      process.kill(sender, 'SIGSTOP')
      await wait(500)
      killNode(node)
      return node
    },
    startNode,
    async restartPgBouncer() {
      await end('pgbouncer', 'SIGTERM')
      startPgBouncer()
    },
  }
}

/** What a Debian site stands in; nginx -c takes no other way to name folders for a user who is not root. */
const NGINX_MAIN = `daemon off;
pid nginx.pid;
worker_processes 1;
events { worker_connections 4096; }
http {
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  include nginx.conf;
}
`

/** PostgreSQL refuses to run as root; its packages make a user for it. */
function serverUser() {
  if (process.getuid?.() !== 0) return
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** The PostgreSQL server with this data folder, by its process id; undefined where it does not run. */
function postgresOf(folder: string): number | undefined {
  try {
    return Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n', 1)[0])
  } catch {
    return undefined
  }
}

/** A process and its children. */
function familyOf(pid: number | undefined): number[] {
  if (pid === undefined) return []
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
    return [pid, ...children.filter(Boolean).map(Number)]
  } catch {
    return [] // it has ended
  }
}

/** What a process calls itself. */
const titleOf = (pid: number) => readFileSync(`/proc/${pid}/cmdline`, 'utf8')

function killNow(pid: number | undefined) {
  try {
    if (pid) process.kill(pid, 'SIGKILL')
  } catch {
    // it has ended by itself
  }
}

/** Asks again and again. Throws where the answer stays false or undefined. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> {
  const end = Date.now() + PATIENCE_MS
  for (;;) {
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer
    if (Date.now() > end) throw new Error(`${what}: not there after ${PATIENCE_MS / 1000} s`)
    await wait(50)
  }
}

const answers = (url: string) =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  )

async function isReachable(connectionString: string) {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('SELECT 1')
    await client.end()
    return true
  } catch {
    return false
  }
}

async function asSuperuser(host: string, password: string, statements: string[]) {
  const client = new pg.Client({ host, user: 'postgres', password, database: 'postgres' })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}
