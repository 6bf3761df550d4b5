import { z } from 'zod'
import { kept } from '@/app/forms/flash'
import { LineResult } from '@/lib/checkout/ship-many'

/** What the flash keeps between the form, its preview and its results: what was typed, and what became of each line. */
export const TypedWaybills = z.object({
  lines: z.string(),
  carrier: z.string(),
  results: z.array(LineResult).optional(),
})
export type TypedWaybills = z.infer<typeof TypedWaybills>

/** The fields of the form; the lines are limited by the form's own size. */
export const typedWaybills = (field: (name: string) => string): TypedWaybills => ({
  lines: field('lines').toWellFormed(),
  carrier: kept(field('carrier')),
})

/** Lines as they are pasted, of what is still to be shipped. */
export const linesAgain = (results: LineResult[]) =>
  results
    .filter(({ code }) => code !== 'shipped' && code !== 'shipped_before')
    .map(({ orderNo, waybill, carrier }) => [orderNo, waybill, carrier].join(', '))
    .join('\n')
