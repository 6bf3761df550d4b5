import { z } from 'zod'

const ORDER_ACTIONS = [
  'ship',
  'query',
  'close',
  'accept-price',
  'decline-price',
  'note',
  'refund',
  'decline-refund',
  'settle-refund',
] as const
export type OrderAction = (typeof ORDER_ACTIONS)[number]

/** The four ends of a call to the gateway; `done` without one; `invalid`: none was made; `sent_before`: another request shipped first. */
const KINDS = [
  'answered',
  'refused',
  'unreachable',
  'unbelievable',
  'done',
  'invalid',
  'sent_before',
] as const

/** The outcome of a merchant's action, carried in the address of the order's page. */
const ActionOutcome = z.object({
  action: z.enum(ORDER_ACTIONS),
  kind: z.enum(KINDS),
  /** The gateway's error code, where it refused. */
  code: z
    .string()
    .regex(/^[\w.]{1,64}$/)
    .catch(''),
  /** The id of the action's own GatewayCall. */
  call: z.string().catch(''),
})
export type ActionOutcome = z.infer<typeof ActionOutcome>

export const isOrderAction = (word: unknown): word is OrderAction =>
  ORDER_ACTIONS.some((action) => action === word)

export function outcomeQuery(
  action: OrderAction,
  outcome: Pick<ActionOutcome, 'kind'> & Partial<ActionOutcome>,
) {
  const { kind, code, call } = outcome
  const query = new URLSearchParams({ action, kind })
  if (kind === 'refused' && code) query.set('code', code)
  if (call) query.set('call', call)
  return query
}

/** Undefined if outcomeQuery did not write it. */
export const readOutcome = (query: Record<string, unknown>) => ActionOutcome.safeParse(query).data
