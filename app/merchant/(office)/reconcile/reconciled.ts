import { z } from 'zod'
import type { Finding } from '@/lib/payments/reconcile'

/** What the flash keeps of a reconciliation. */
export const Reconciled = z.object({
  findings: z.array(
    z.object({
      orderNo: z.string(),
      kind: z.enum(['settled', 'applied', 'no_trade', 'person', 'unreachable']),
      detail: z.object({ zh: z.string(), en: z.string() }),
    }),
  ) satisfies z.ZodType<Finding[]>,
  /** Whether more orders wait for the next run. */
  more: z.boolean(),
})
export type Reconciled = z.infer<typeof Reconciled>
