import { isFree } from '../scripts/port.js'
import { copyFirstDatabase } from './first-database'
import type { Sandbox } from './sandbox'
import { startServer } from './servers'

export interface Seat {
  port: number
  databasePort: number
}

/** The ports of the chapters' servers, below those that the system gives to clients. */
export const SEATS = await freeSeats(10 * Number(process.env.TEST_PARALLEL_INDEX ?? 0))

/** Each worker of Playwright has ten ports of its own; a hundred higher while an earlier run still has them. */
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
 * Starts a shop for the first time, with the goods of e2e/products.json. Its gateway is its own sandbox unless the settings
 * say otherwise.
 */
export async function openShop(seat: Seat, settings: Settings = {}) {
  copyFirstDatabase(seat.databasePort)
  return startServer({ ...seat, env: settings })
}

/**
 * Registers an account for the shop of this seat, and returns the settings that make the shop use it. `notifyPort` is where
 * its notifications are sent: the shop itself, or a relay.
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
