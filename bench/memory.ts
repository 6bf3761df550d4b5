import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { type BenchShop, withBenchShop } from './bench-shop'
import type { Figure } from './figure'
import { load } from './load'
import { payments } from './orders'

const FEW = 1_000
const MANY = 100_000
const STEP = 1_000
/** What is still under way ends meanwhile: effects, idle connections, timers. */
const REST_MS = 30_000

/** On a busy machine the stub's word may come too late, which is answered `fail`: what counts here is the memory. */
const ANY_ANSWER = /^(success|fail)$/

/** What is alive in the shop's process after 1,000 notifications and after 100,000, and the resident memory at both times. */
export const memory = () =>
  withBenchShop(
    1,
    async (shop): Promise<Figure[]> => {
      const send = async (count: number) => {
        for (let sent = 0; sent < count; sent += STEP)
          await load(`${shop.url}/api/alipay/notify`, await payments(shop.database, STEP), {
            expected: ANY_ANSWER,
          })
        const before = resident(shop)
        await pause(REST_MS)
        return { resident: before, alive: await alive(shop) }
      }
      const [few, many] = [await send(FEW), await send(MANY - FEW)]
      const from = `${few.alive.toFixed(0)} MB, then ${many.alive.toFixed(0)} MB; resident right after the load ${few.resident.toFixed(0)} and ${many.resident.toFixed(0)} MB`
      const name = `alive after ${MANY} notifications / after ${FEW}`
      return [{ name, value: many.alive / few.alive, most: 1.1, from }]
    },
    { env: { NODE_OPTIONS: `--import ${pathToFileURL('bench/collect-garbage.js')}` } },
  )

/** Megabytes. */
const resident = ({ servers }: BenchShop) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${servers[0]?.pid}/status`, 'utf8'))?.[1]) / 1024

/** Megabytes that a collection of the garbage leaves. */
async function alive({ servers: [server] }: BenchShop): Promise<number> {
  if (!server) throw new Error('No shop runs')
  const printed = () =>
    Array.from(server.output().matchAll(/^alive: ([\d.]+) MB$/gm), ([, megabytes]) => megabytes)
  const before = printed().length
  process.kill(server.pid, 'SIGUSR2')
  while (printed().length === before) await pause(50)
  return Number(printed().at(-1))
}
