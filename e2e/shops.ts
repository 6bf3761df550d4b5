import { isFree } from '../scripts/port.js'
import { copyFirstDatabase } from './first-database'
import type { Sandbox } from './sandbox'
import { startServer } from './servers'

export interface Seat {
  port: number
  databasePort: number
}

/** Where the servers of the chapters listen. Below the ports that the system hands out to clients. */
export const SEATS = await freeSeats(10 * Number(process.env.TEST_PARALLEL_INDEX ?? 0))

/** Each of Playwright's workers has ten numbers of its own; a hundred on where an earlier run has not ended yet. */
async function freeSeats(from: number) {
  for (let first = from; ; first += 100) {
    const seat = (number: number): Seat => ({
      port: 13110 + first + number,
      databasePort: 15410 + first + number,
    })
    const seats = { main: seat(0), gbk: seat(1), relayed: seat(2), mortal: seat(3), refused: seat(4) }
    const ports = Object.values(seats).flatMap(({ port, databasePort }) => [port, databasePort])
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return seats
  }
}

export type Settings = Record<string, string>

/**
 * A shop at its first start, but for the goods on its shelf: those of e2e/products.json. Its gateway is its own sandbox,
 * unless the settings say otherwise.
 */
export async function openShop(seat: Seat, settings: Settings = {}) {
  copyFirstDatabase(seat.databasePort)
  return startServer({ ...seat, env: settings })
}

/**
 * Registers an account of its own for the shop of this seat, and answers the settings that make the shop use it.
 * `notifyPort` is where its notifications go: to itself, unless something stands between.
 */
export async function registerShop(gateway: Sandbox, seat: Seat, notifyPort: number = seat.port) {
  const partner = `20881000000${seat.port}`
  const key = `${seat.port}`.padEnd(32, 'Danbao7')
  const seller_email = `seller-${seat.port}@example.com`
  const allowed_hosts = [...new Set([notifyPort, seat.port])].map((port) => `127.0.0.1:${port}`)
  await gateway.register({ partner, key, seller_email, allowed_hosts })
  return {
    ALIPAY_GATEWAY_URL: gateway.gatewayUrl,
    ALIPAY_PARTNER: partner,
    ALIPAY_KEY: key,
    ALIPAY_SELLER_EMAIL: seller_email,
    ALIPAY_NOTIFY_URL: `http://127.0.0.1:${notifyPort}/api/alipay/notify`,
  }
}
