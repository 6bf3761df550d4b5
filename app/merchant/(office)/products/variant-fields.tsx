import { Field } from '@/app/ui/field'
import { localizedName } from '@/lib/catalog/products'
import type { FieldErrors, VariantFields } from '@/lib/catalog/product-fields'
import { type Language, LOCALES } from '@/lib/dictionary'
import { productFormWords } from './product-form-words'

interface Props {
  language: Language
  row: number
  variant: VariantFields
  errors: FieldErrors
}

export function VariantFieldset({ language, row, variant, errors }: Props) {
  const words = productFormWords[language]
  const isNew = variant.id === ''
  const field = (name: 'name' | 'nameEn' | 'price' | 'stock') => ({
    name: `variants.${row}.${name}`,
    defaultValue: variant[name],
    error: errors[`variants.${row}.${name}`]?.[language],
    autoComplete: 'off',
  })
  return (
    <fieldset className="rounded-md border border-line p-4">
      <legend className="px-1 text-sm text-muted">
        {isNew && words.newVariant}
        {!isNew &&
          (localizedName(language, variant) ? (
            <span translate="no">{localizedName(language, variant)}</span>
          ) : (
            words.variant
          ))}
      </legend>
      <input type="hidden" name={`variants.${row}.id`} value={variant.id} />
      <input type="hidden" name={`variants.${row}.seenStock`} value={variant.seenStock} />
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-[2fr_2fr_1fr_1.5fr]">
        <Field {...field('name')} label={words.variantName} hint={words.variantNameHint} lang={LOCALES.zh} />
        <Field {...field('nameEn')} label={words.nameEn} lang={LOCALES.en} />
        <Field {...field('price')} label={words.price} inputMode="decimal" />
        <Field
          {...field('stock')}
          label={words.stock}
          inputMode="numeric"
          hint={isNew ? undefined : words.stockHint}
        />
      </div>
      {!isNew && (
        <label className="mt-3 flex min-h-11 w-fit items-center gap-2">
          <input
            type="checkbox"
            name={`variants.${row}.removed`}
            defaultChecked={variant.removed}
            className="size-5 accent-accent"
          />
          {words.removeVariant}
        </label>
      )}
    </fieldset>
  )
}
