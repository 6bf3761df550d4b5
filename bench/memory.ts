import { readFileSync } from 'node:fs'
import { withBenchShop } from './bench-shop'
import type { Figure } from './figure'
import { load } from './load'
import { payments } from './orders'

const FEW = 1_000
const MANY = 100_000
const STEP = 1_000

/** On a busy machine the stub's word may come too late, which is answered `fail`: what counts here is the memory. */
const ANY_ANSWER = /^(success|fail)$/

/** The resident memory of the shop's process after 1,000 notifications and after 100,000. */
export const memory = () =>
  withBenchShop(1, async (shop): Promise<Figure[]> => {
    const send = async (count: number) => {
      for (let sent = 0; sent < count; sent += STEP)
        await load(`${shop.url}/api/alipay/notify`, await payments(shop.database, STEP), {
          expected: ANY_ANSWER,
        })
      return megabytes(shop.servers[0]?.pid ?? 0)
    }
    const [few, many] = [await send(FEW), await send(MANY - FEW)]
    const from = `${few.toFixed(0)} MB, then ${many.toFixed(0)} MB`
    return [{ name: `memory after ${MANY} notifications / after ${FEW}`, value: many / few, most: 1.1, from }]
  })

const megabytes = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
