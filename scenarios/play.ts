import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Scenario, Step } from './scenario'

/** A buyer in a shop: a browser, or a program in its place. */
export interface Buyer {
  /** Orders a product, named by its slug. Returns the order's number. */
  order(slug: string, quantity: number): Promise<string>
  /** Sends the order's signed form to the gateway. Returns the gateway's origin. */
  handOver(): Promise<string>
  /** Opens the address to which the gateway sends the browser back. */
  comeBack(url: string): Promise<void>
  /** Submits a form of the order's page, named by the end of its address, with these fields changed. */
  submit(orderNo: string, form: string, fields: Fields): Promise<void>
}

/** The merchant, at the order's page of the back office. */
export type Merchant = Pick<Buyer, 'submit'>

/** Does to an order what the shop does by itself after so many days. */
export type LetDaysPass = (orderNo: string, days: number) => Promise<void>

interface Players {
  buyer: Buyer
  merchant?: Merchant | undefined
  letDaysPass?: LetDaysPass | undefined
}

export type Fields = Record<string, string>
const Fields = z.record(z.string(), z.string())

const Trade = z.object({
  interface: z.enum(['partner', 'open']),
  trade_status: z.string().nullable(),
  refund_status: z.string().nullable(),
  return_url: z.string().nullable(),
  deliveries: z.array(z.object({ id: z.string(), state: z.enum(['delivered', 'waiting', 'given_up']) })),
})
export type Trade = z.infer<typeof Trade>

const Refusal = z.object({ error: z.string(), message: z.string() })

/**
 * Plays the steps of a scenario and calls `onStep` before each. Returns the order's number and the gateway's origin. Throws
 * where a step is refused that should not be, or the other way round.
 */
export async function play(
  { steps, interface: paidBy }: Scenario,
  { buyer, merchant, letDaysPass }: Players,
  onStep: (step: string) => void = () => {},
) {
  let orderNo = ''
  let gateway = ''
  for (const step of steps) {
    const { do: name, refused, ...fields } = step
    onStep([name, ...Object.values(fields)].join(' '))
    if (name === 'order') {
      const { product, quantity } = Ordered.parse(fields)
      orderNo = await buyer.order(product, quantity)
    } else if (name === 'wait') await letDaysPass?.(orderNo, z.number().parse(fields.days))
    else if (name === 'hand-over') {
      gateway = await buyer.handOver()
      const { interface: found } = await tradeAt(gateway, orderNo)
      if (found !== paidBy)
        throw new Error(
          `The scenario is one of the interface "${paidBy}", and the shop is paid by "${found}".`,
        )
    } else if (name === 'buyer' || name === 'merchant') {
      const { form = '', ...typed } = Fields.parse(fields)
      await (name === 'buyer' ? buyer : merchant)?.submit(orderNo, form, typed)
    } else if (name === 'come-back') {
      const { return_url } = await tradeAt(gateway, orderNo)
      if (!return_url) throw new Error('The gateway sends no browser back from an unpaid trade.')
      await buyer.comeBack(return_url)
    } else if (name === 'delivered') await untilDelivered(gateway, orderNo, z.number().parse(fields.count))
    else if (name === 'resend') {
      const { deliveries } = await tradeAt(gateway, orderNo)
      const delivery = deliveries[z.number().parse(fields.number) - 1]
      if (!delivery) throw new Error(`The trade has only ${deliveries.length} notifications.`)
      await callControl(gateway, `deliveries/${delivery.id}/resend`, {}, refused)
    } else await callControl(gateway, pathOf(name, orderNo), withTrade(name, orderNo, fields), refused)
  }
  return { orderNo, gateway }
}

const Ordered = z.object({ product: z.string().default('test-tea'), quantity: z.number().default(1) })

/** A trade at the gateway, by its trade_no or out_trade_no. */
export async function tradeAt(gateway: string, number: string): Promise<Trade> {
  const response = await fetch(`${gateway}/sandbox/api/trades/${number}`)
  return Trade.parse(await response.json())
}

/** The number of deliveries in each state. */
export function countDeliveries({ deliveries }: Trade) {
  const counts: Partial<Record<Trade['deliveries'][number]['state'], number>> = {}
  for (const { state } of deliveries) counts[state] = (counts[state] ?? 0) + 1
  return counts
}

/** Milliseconds to wait for notifications, which the gateway posts beside the answers to its callers. */
const PATIENCE_MS = 10_000

async function untilDelivered(gateway: string, orderNo: string, count: number) {
  for (const until = Date.now() + PATIENCE_MS; ; await wait(50)) {
    const { delivered = 0 } = countDeliveries(await tradeAt(gateway, orderNo))
    if (delivered >= count) return
    if (Date.now() > until) throw new Error(`${delivered} of ${count} notifications were delivered.`)
  }
}

const WITHOUT_TRADE = ['clock', 'faults', 'recover']

const pathOf = (name: string, orderNo: string) =>
  WITHOUT_TRADE.includes(name) ? name : `trades/${orderNo}/${name}`

/** The fields of a step; a fault is ordered for the scenario's trade only. */
const withTrade = (name: string, orderNo: string, fields: Omit<Step, 'do' | 'refused'>) =>
  name === 'faults' ? { trade: orderNo, ...fields } : fields

async function callControl(gateway: string, path: string, fields: object, refused: string | undefined) {
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
