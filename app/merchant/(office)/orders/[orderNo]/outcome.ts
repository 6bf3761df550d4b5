const ORDER_ACTIONS = ['ship', 'query', 'close', 'accept-price', 'decline-price', 'note'] as const
export type OrderAction = (typeof ORDER_ACTIONS)[number]

/** `invalid`: the gateway was not called; `sent_before`: another request shipped first. */
const KINDS = ['done', 'refused', 'unreachable', 'invalid', 'sent_before'] as const

/** The outcome of a merchant's action, carried in the address of the order's page. */
export interface Outcome {
  action: OrderAction
  kind: (typeof KINDS)[number]
  /** The gateway's error code, where it refused. */
  code: string
}

export const isOrderAction = (word: unknown): word is OrderAction =>
  ORDER_ACTIONS.some((action) => action === word)

/** What a query comes to, in the words of the other actions. */
const KIND_OF: Record<string, Outcome['kind']> = { answered: 'done', unbelievable: 'unreachable' }

export function outcomeQuery(action: OrderAction, result: { kind: string; code?: string }) {
  const query = new URLSearchParams({ action, kind: KIND_OF[result.kind] ?? result.kind })
  if (result.code) query.set('code', result.code)
  return query
}

/** Undefined if outcomeQuery did not write it. */
export function readOutcome({ action, kind, code = '' }: Record<string, unknown>): Outcome | undefined {
  const known = KINDS.find((word) => word === kind)
  if (!isOrderAction(action) || !known || typeof code !== 'string') return undefined
  return { action, kind: known, code: /^[\w.]{1,64}$/.test(code) ? code : '' }
}
