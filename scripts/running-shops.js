// The running shops of this folder. Each has a file data/running/<process id>.json, by which the other commands find it.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { say } from './say.js'

const FOLDER = 'data/running'

/** The settings of the shop's account that the file holds; never a secret. */
const TOLD = [
  ...[
    'ALIPAY_GATEWAY_URL',
    'ALIPAY_PARTNER',
    'ALIPAY_SELLER_EMAIL',
    'ALIPAY_INPUT_CHARSET',
    'ALIPAY_SANDBOX',
  ],
  ...['ALIPAY_APP_ID', 'ALIPAY_PUBLIC_KEY', 'ALIPAY_PRODUCT'],
  ...['ALIPAY_NOTIFY_URL', 'ALIPAY_RETURN_URL', 'ALIPAY_SHOW_URL'],
]

/**
 * @typedef {{
 *   pid: number, startedAt: string, port: number, host: string, shopUrl: string,
 *   databasePort: number | null, sandbox: boolean, settings: Record<string, string>
 * }} RunningShop `databasePort` is null where the shop has a DATABASE_URL
 */

/** Writes the file of this process' shop; it is removed when the process ends. @param {import('../lib/env').Env} env */
export function announceShop({ port, host, shopUrl, databaseUrl, databasePort, sandbox }) {
  /** @type {RunningShop} */
  const shop = {
    pid: process.pid,
    startedAt: new Date().toISOString(),
    port,
    host,
    shopUrl,
    databasePort: databaseUrl ? null : databasePort,
    sandbox,
    settings: Object.fromEntries(
      TOLD.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
    ),
  }
  const file = join(FOLDER, `${process.pid}.json`)
  try {
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(file, JSON.stringify(shop, null, 2))
  } catch (error) {
    console.error(
      say(
        `${file} 写不进去（${error}）：npm run doctor、reconcile 等命令找不到这家店，要自己设 PORT 和 DATABASE_PORT`,
        `${file} cannot be written (${error}): npm run doctor, reconcile and others need PORT and DATABASE_PORT`,
      ),
    )
    return
  }
  process.on('exit', () => rmSync(file, { force: true }))
}

/** The shops of this folder that run, the one started last first. The file of a killed process is removed. */
export async function runningShops() {
  if (!existsSync(FOLDER)) return []
  const found = []
  for (const name of readdirSync(FOLDER).filter((name) => /^\d+\.json$/.test(name))) {
    const file = join(FOLDER, name)
    const shop = readShop(file)
    if (!shop || !isAlive(shop.pid)) rmSync(file, { force: true })
    else if (await listens(localHost(shop.host), shop.port)) found.push(shop) // the process id may have been used again
  }
  return found.sort((one, other) => (one.startedAt < other.startedAt ? 1 : -1))
}

/** @param {string} file @returns {RunningShop | undefined} */
function readShop(file) {
  try {
    const shop = JSON.parse(readFileSync(file, 'utf8'))
    return Number.isInteger(shop.pid) && Number.isInteger(shop.port) ? shop : undefined
  } catch {
    return undefined
  }
}

/** Whether a process with this id runs. @param {number} pid */
export function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM' // the process of another user
  }
}

/** Where a server that listens at HOST is reached from this machine. @param {string} host */
export const localHost = (host) => (host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host)

/** @param {string} host @param {number} port @returns {Promise<boolean>} */
function listens(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2_000 })
    const answer = (/** @type {boolean} */ yes) => () => {
      socket.destroy()
      resolve(yes)
    }
    socket.on('connect', answer(true)).on('error', answer(false)).on('timeout', answer(false))
  })
}
