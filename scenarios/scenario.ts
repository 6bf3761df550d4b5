import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'

/**
 * A life of a trade, told in a file of this folder: what shop, buyer and seller do, and what must hold at the end. The
 * same file is played by `npm run scenario` and by the browser test.
 */
const Step = z
  .object({
    /** Of the shop: `order`, `hand-over`. Of the gateway: a trade's action, `clock`, `faults`, `recover`. */
    do: z.string(),
    /** The gateway's code, where the step must be refused. */
    refused: z.string().optional(),
  })
  .catchall(z.unknown()) // the other fields are the step's own, as the sandbox's control API takes them
export type Step = z.infer<typeof Step>

const Count = z.number().int().positive()

const Scenario = z.strictObject({
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  /** Ids of docs/spec.md. */
  covers: z.array(z.string()).min(1),
  steps: z.array(z.union([z.string().transform((name): Step => ({ do: name })), Step])).min(1),
  end: z.strictObject({
    trade_status: z.string(),
    refund_status: z.string().nullable(),
    /** How many notifications the gateway has delivered, is still trying to deliver, or has given up. */
    deliveries: z.strictObject({ delivered: Count, waiting: Count, given_up: Count }).partial(),
    /** The order's state and events, as its page tells them. */
    state: z.string(),
    events: z.array(z.string()),
  }),
})
export type Scenario = z.infer<typeof Scenario>

const FOLDER = new URL('./', import.meta.url)

/** The names of all scenarios. */
export const listScenarios = () =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort()

/** Throws where there is none of this name, or where it is not written as one. */
export function readScenario(name: string): Scenario {
  if (!listScenarios().includes(name)) throw new Error(`There is no scenario ${name}.`)
  const result = Scenario.safeParse(JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')))
  if (result.success) return result.data
  throw new Error(`scenarios/${name}.json is not a scenario:\n${z.prettifyError(result.error)}`)
}
