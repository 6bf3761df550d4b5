import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/**
 * One step of a scenario. A scenario is a JSON file of this folder with the steps of shop, buyer and seller and the state
 * that must be reached. `npm run scenario` and a browser test play the same files.
 */
const Step = z
  .object({
    /**
     * In the shop: `order` (a `quantity` of a `product`), `hand-over`; `come-back` opens the return address; `buyer` and
     * `merchant` submit the `form` of the order's page; `wait` lets `days` pass. At the gateway: a trade's action, `clock`,
     * `faults`, `recover`; `resend` a notification, 1 being the first; `delivered` waits until so many are.
     */
    do: z.string(),
    /** The gateway's code, where the step must be refused. */
    refused: z.string().optional(),
  })
  .catchall(z.unknown()) // the other fields go to the control API as they are
export type Step = z.infer<typeof Step>

const Count = z.number().int().positive()

const Scenario = z.strictObject({
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  /** Ids of requirements in docs/spec.md. */
  covers: z.array(z.string()).min(1),
  /** The interface by which the shop is paid. */
  interface: z.enum(['partner', 'open']).default('partner'),
  steps: z.array(z.union([z.string().transform((name): Step => ({ do: name })), Step])).min(1),
  end: z.strictObject({
    trade_status: z.string(),
    refund_status: z.string().nullable(),
    /** The number of notifications that are delivered, still being retried, or given up. */
    deliveries: z.strictObject({ delivered: Count, waiting: Count, given_up: Count }).partial(),
    /** The order's state and events, as its English page shows them. */
    state: z.string(),
    events: z.array(z.string()),
    /** How many of its messages have each verdict. */
    verdicts: z.record(z.string(), Count).optional(),
  }),
})
export type Scenario = z.infer<typeof Scenario>

/** By the working folder, because a bundle of the shop does not lie beside them. */
const FOLDER = path.resolve('scenarios')
const LESSONS = path.join(FOLDER, 'learn')

/** The names of all scenarios, or of those of one interface. */
export const listScenarios = (paidBy?: Scenario['interface']) =>
  namesIn(FOLDER).filter((name) => !paidBy || readScenario(name).interface === paidBy)

/** The names of those in the folder `learn`, which the chapters of /learn tell of beside the others. */
export const listLessons = () => namesIn(LESSONS)

const namesIn = (folder: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort()

export const hasMerchant = ({ steps }: Scenario) => steps.some((step) => step.do === 'merchant')

/** Whether days pass in the shop, for which a player needs its database. */
export const waits = ({ steps }: Scenario) => steps.some((step) => step.do === 'wait')

/** Throws where there is no such scenario, or its file is malformed. */
export function readScenario(name: string): Scenario {
  const file = [FOLDER, LESSONS]
    .map((folder) => path.join(folder, `${name}.json`))
    .find((file) => existsSync(file))
  if (!file) throw new Error(`There is no scenario ${name}.`)
  const result = Scenario.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (result.success) return result.data
  throw new Error(`${file} is not a scenario:\n${z.prettifyError(result.error)}`)
}
