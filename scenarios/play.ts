import { z } from 'zod'
import type { Scenario, Step } from './scenario'

/** Who buys: a browser, or a program in its place. */
export interface Buyer {
  /** Takes one of a product, named by its slug, from the shelf. Answers the order's number. */
  order(slug: string): Promise<string>
  /** Takes the order's signed form to the gateway, and answers its origin. */
  handOver(): Promise<string>
}

const Trade = z.object({
  trade_status: z.string().nullable(),
  refund_status: z.string().nullable(),
  deliveries: z.array(z.object({ state: z.enum(['delivered', 'waiting', 'given_up']) })),
})
export type Trade = z.infer<typeof Trade>

const Refusal = z.object({ error: z.string(), message: z.string() })

/**
 * Plays the steps of a scenario; `tell` hears of each. Answers the order's number and the origin of the gateway. Throws
 * where a step is refused that should not be, or the other way round.
 */
export async function play({ steps }: Scenario, buyer: Buyer, tell: (step: string) => void = () => {}) {
  let orderNo = ''
  let gateway = ''
  for (const step of steps) {
    const { do: name, refused, ...fields } = step
    tell([name, ...Object.values(fields)].join(' '))
    if (name === 'order') orderNo = await buyer.order(z.string().default('test-tea').parse(fields.product))
    else if (name === 'hand-over') gateway = await buyer.handOver()
    else await control(gateway, pathOf(name, orderNo), nameTrade(name, orderNo, fields), refused)
  }
  return { orderNo, gateway }
}

/** What the gateway says of a trade, by its trade_no or out_trade_no. */
export async function tradeAt(gateway: string, number: string): Promise<Trade> {
  const response = await fetch(`${gateway}/sandbox/api/trades/${number}`)
  return Trade.parse(await response.json())
}

/** How many deliveries are in which state. */
export function countDeliveries({ deliveries }: Trade) {
  const counts: Partial<Record<Trade['deliveries'][number]['state'], number>> = {}
  for (const { state } of deliveries) counts[state] = (counts[state] ?? 0) + 1
  return counts
}

const OF_THE_GATEWAY = ['clock', 'faults', 'recover']

const pathOf = (name: string, orderNo: string) =>
  OF_THE_GATEWAY.includes(name) ? name : `trades/${orderNo}/${name}`

/** A fault is for the trade of the scenario alone. */
const nameTrade = (name: string, orderNo: string, fields: Omit<Step, 'do' | 'refused'>) =>
  name === 'faults' ? { trade: orderNo, ...fields } : fields

async function control(gateway: string, path: string, fields: object, refused: string | undefined) {
  const response = await fetch(`${gateway}/sandbox/api/${path}`, {
    method: 'POST',
    body: JSON.stringify(fields),
  })
  const text = await response.text()
  if (response.ok && !refused) return
  if (response.ok) throw new Error(`${path} should have been refused with ${refused}, and was not`)
  const refusal = response.headers.get('content-type')?.includes('json') && Refusal.parse(JSON.parse(text))
  if (!refusal) throw new Error(`${path}: HTTP ${response.status}`)
  if (refusal.error !== refused) throw new Error(`${path}: ${refusal.error}, ${refusal.message}`)
}
