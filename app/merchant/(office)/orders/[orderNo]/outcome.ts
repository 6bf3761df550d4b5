const ORDER_ACTIONS = ['ship', 'query', 'close', 'accept-price', 'decline-price', 'note'] as const
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
export interface ActionOutcome {
  action: OrderAction
  kind: (typeof KINDS)[number]
  /** The gateway's error code, where it refused. */
  code: string
  /** The id of the action's own GatewayCall. */
  call: string
}

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
export function readOutcome(query: Record<string, unknown>): ActionOutcome | undefined {
  const { action, kind, code = '', call = '' } = query
  const known = KINDS.find((word) => word === kind)
  if (!isOrderAction(action) || !known || typeof code !== 'string' || typeof call !== 'string')
    return undefined
  return { action, kind: known, code: /^[\w.]{1,64}$/.test(code) ? code : '', call }
}
