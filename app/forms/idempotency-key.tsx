import { randomUUID } from 'node:crypto'
import { z } from 'zod'

/** Tells the sendings of a form from those of another showing of the same page: twice the same makes one order. */
export const FormId = () => <input type="hidden" name="form" value={newFormId()} />

export const newFormId = (): string => randomUUID()

/** The id of the form that was sent; a new one for what is none, which only our own pages make. */
export const readFormId = (form: FormData): string => z.uuid().safeParse(form.get('form')).data ?? newFormId()
