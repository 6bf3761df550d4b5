import type { Bilingual } from '../dictionary'
import type { OrderDraft } from '../orders/create-order'

/** An order to be made of what was read, or what is wrong with it, field by field. */
export type Drafted<Field extends string> =
  { ok: true; draft: Omit<OrderDraft, 'buyerId'> } | { ok: false; errors: Partial<Record<Field, Bilingual>> }
