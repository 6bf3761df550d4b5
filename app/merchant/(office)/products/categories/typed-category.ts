import { z } from 'zod'
import type { CategoryFields } from '@/lib/catalog/edit-categories'
import type { FieldErrors } from '@/lib/catalog/product-fields'

const text = z.string()

/** What the flash keeps of a category that was not added or renamed. */
export const TypedCategory = z.object({
  isNew: z.boolean(),
  fields: z.object({ slug: text, name: text, nameEn: text }) satisfies z.ZodType<CategoryFields>,
  errors: z.record(text, z.object({ zh: text, en: text })) satisfies z.ZodType<FieldErrors>,
})
export type TypedCategory = z.infer<typeof TypedCategory>
