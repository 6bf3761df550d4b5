import { z } from 'zod'
import { CHECKOUT_FIELDS } from '@/lib/checkout/checkout'

const CheckoutProblem = z.enum(['changed', 'soldOut', 'busy'])
export type CheckoutProblem = z.infer<typeof CheckoutProblem>

/** What is kept of a checkout that made no order: the text as typed, and why, where it is not the text. */
export const TypedCheckout = z.object({
  values: z.record(z.enum(CHECKOUT_FIELDS), z.string()),
  problem: CheckoutProblem.optional(),
  /** Of the form that was sent; where the shop was busy, it is sent again as the same, so that it makes one order. */
  formId: z.string(),
})
export type TypedCheckout = z.infer<typeof TypedCheckout>
