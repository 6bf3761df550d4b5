import { randomUUID } from 'node:crypto'
import { z } from 'zod'

/** A hidden field that is unique for each form that is shown, so that a form sent twice makes one order. */
export const IdempotencyKey = () => <input type="hidden" name="form" value={newIdempotencyKey()} />

export const newIdempotencyKey = (): string => randomUUID()

/** The key of a form that was sent; a new one for forms that are not the shop's own. */
export const readIdempotencyKey = (form: FormData): string =>
  z.uuid().safeParse(form.get('form')).data ?? newIdempotencyKey()
