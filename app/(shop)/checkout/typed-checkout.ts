import { z } from 'zod'
import { CHECKOUT_FIELDS, type CheckoutField, type CheckoutFields } from '@/lib/checkout/checkout'
import { Pasted } from '../account/addresses/typed-address'

const CheckoutProblem = z.enum(['changed', 'soldOut', 'busy', 'noAddress'])
export type CheckoutProblem = z.infer<typeof CheckoutProblem>

const Values = z.record(z.enum(CHECKOUT_FIELDS), z.string())

/** What the flash keeps of a refused checkout: the text as typed, and the problem if it is not in the text. */
export const TypedCheckout = z.object({
  values: Values,
  /** The id of a saved address, or '' for the one in the fields. */
  savedId: z.string(),
  /** The address in the fields goes into the address book. */
  isKept: z.boolean(),
  /** The form was sent to take this text apart, and not to order. */
  paste: Pasted.optional(),
  problem: CheckoutProblem.optional(),
  /** The form's idempotency key. If the shop was busy, the form is shown with it again and still makes one order. */
  formId: z.string(),
})
export type TypedCheckout = z.infer<typeof TypedCheckout>

/** All fields of the checkout form, by a function that reads one. */
export const checkoutValues = (text: (name: CheckoutField) => string): CheckoutFields =>
  Values.parse(Object.fromEntries(CHECKOUT_FIELDS.map((name) => [name, text(name)])))
