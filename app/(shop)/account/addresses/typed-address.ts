import { z } from 'zod'
import { ADDRESS_FIELDS, type Address } from '@/lib/addresses/address'
import { parseAddress } from '@/lib/addresses/parse-address'

export const AddressValues = z.record(z.enum(ADDRESS_FIELDS), z.string())

export const Pasted = z.object({ text: z.string(), isParsed: z.boolean() })
export type Pasted = z.infer<typeof Pasted>

/** What the flash keeps of an address that was not saved: the text as typed, and the pasted text if that was read. */
export const TypedAddress = z.object({
  values: AddressValues,
  paste: Pasted.optional(),
  isFull: z.boolean().optional(),
})
export type TypedAddress = z.infer<typeof TypedAddress>

/** The fields of an address form, by a function that reads one. */
export const addressValues = (text: (name: keyof Address) => string): Address =>
  AddressValues.parse(Object.fromEntries(ADDRESS_FIELDS.map((name) => [name, text(name)])))

/** The fields with what was found in a pasted text; the others stay as typed. */
export function withPasted<Typed extends Address>(
  typed: Typed,
  text: string,
): { values: Typed; paste: Pasted } {
  const found = parseAddress(text)
  if (!found) return { values: typed, paste: { text, isParsed: false } }
  const values = { ...typed, province: found.province, city: found.city, district: found.district }
  for (const name of ADDRESS_FIELDS) if (found[name]) values[name] = found[name]
  return { values, paste: { text: '', isParsed: true } }
}
