import { z } from 'zod'
import { CHECKOUT_FIELDS, type CheckoutField, type CheckoutFields } from '@/lib/checkout/checkout'

const CheckoutProblem = z.enum(['changed', 'soldOut', 'busy'])
export type CheckoutProblem = z.infer<typeof CheckoutProblem>

const Values = z.record(z.enum(CHECKOUT_FIELDS), z.string())

/** What the flash keeps of a refused checkout: the text as typed, and the problem if it is not in the text. */
export const TypedCheckout = z.object({
  values: Values,
  problem: CheckoutProblem.optional(),
  /** The form's idempotency key. If the shop was busy, the form is shown with it again and still makes one order. */
  formId: z.string(),
})
export type TypedCheckout = z.infer<typeof TypedCheckout>

/** All fields of the checkout form, by a function that reads one. */
export const checkoutValues = (text: (name: CheckoutField) => string): CheckoutFields =>
  Values.parse(Object.fromEntries(CHECKOUT_FIELDS.map((name) => [name, text(name)])))
