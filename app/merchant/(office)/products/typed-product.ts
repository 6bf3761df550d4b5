import { z } from 'zod'
import type { FactFields, FieldErrors, ProductFields, VariantFields } from '@/lib/catalog/product-fields'

const text = z.string()

const Variant = z.object({
  id: text,
  name: text,
  nameEn: text,
  price: text,
  stock: text,
  seenStock: text,
  removed: z.boolean(),
}) satisfies z.ZodType<VariantFields>

const Fact = z.object({
  label: text,
  labelEn: text,
  value: text,
  valueEn: text,
}) satisfies z.ZodType<FactFields>

/** What the flash keeps of a product form that was not saved. */
export const TypedProduct = z.object({
  fields: z.object({
    slug: text,
    name: text,
    nameEn: text,
    description: text,
    descriptionEn: text,
    details: text,
    detailsEn: text,
    category: text,
    badge: text,
    badgeEn: text,
    tags: text,
    tagsEn: text,
    virtual: z.boolean(),
    freePostage: z.boolean(),
    onSale: z.boolean(),
    seenRevision: text,
    pictures: z.array(text),
    variants: z.array(Variant),
    facts: z.array(Fact),
  }) satisfies z.ZodType<ProductFields>,
  errors: z.record(text, z.object({ zh: text, en: text })) satisfies z.ZodType<FieldErrors>,
})
export type TypedProduct = z.infer<typeof TypedProduct>
