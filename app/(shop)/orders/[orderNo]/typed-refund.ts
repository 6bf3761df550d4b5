import { z } from 'zod'

/** What the flash keeps of a request for a refund that was not made, and whether its fields were the cause. */
export const TypedRefund = z.object({ amount: z.string(), reason: z.string(), isWrong: z.boolean() })
export type TypedRefund = z.infer<typeof TypedRefund>
