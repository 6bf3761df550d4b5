import { z } from 'zod'
import type { FieldErrors, ProductFields } from '@/lib/catalog/product-fields'

const text = z.string()

/** What the flash keeps of a product form that was not saved. */
export const TypedProduct = z.object({
  fields: z.object({
    slug: text,
    name: text,
    nameEn: text,
    description: text,
    descriptionEn: text,
    category: text,
    virtual: z.boolean(),
    freePostage: z.boolean(),
    onSale: z.boolean(),
    seenRevision: text,
    variants: z.array(
      z.object({
        id: text,
        name: text,
        nameEn: text,
        price: text,
        stock: text,
        seenStock: text,
        removed: z.boolean(),
      }),
    ),
  }) satisfies z.ZodType<ProductFields>,
  errors: z.record(text, z.object({ zh: text, en: text })) satisfies z.ZodType<FieldErrors>,
})
export type TypedProduct = z.infer<typeof TypedProduct>
