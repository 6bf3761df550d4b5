import { z } from 'zod'
import type { BoughtAgain as Result } from '@/lib/orders/buy-again'

const names = z.array(z.string())

/** What the flash tells the cart of the goods of an order that were bought again. */
export const BoughtAgain = z.object({
  added: names,
  fewer: names,
  gone: names,
  full: names,
}) satisfies z.ZodType<Result>
export type BoughtAgain = z.infer<typeof BoughtAgain>
