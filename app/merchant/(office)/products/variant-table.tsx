import { SubmitButton } from '@/app/ui/submit-button'
import type { FieldErrors, VariantFields } from '@/lib/catalog/product-fields'
import { type Language, LOCALES } from '@/lib/dictionary'
import { productFormWords } from './product-form-words'
import { RowCell, RowHead } from './row-cell'

interface Props {
  language: Language
  variants: VariantFields[]
  errors: FieldErrors
}

/** The variants as a table; on a telephone each is a card. */
export function VariantTable({ language, variants, errors }: Props) {
  const words = productFormWords[language]
  const heads = [words.variantName, words.variantNameEn, words.price, words.stock, words.removeVariant]
  return (
    <>
      <p className="text-sm text-muted">{words.variantsHint}</p>
      {errors.variants && <p className="text-bad">{errors.variants[language]}</p>}
      <table className="w-full max-md:block">
        <RowHead labels={heads} />
        <tbody className="max-md:grid max-md:gap-4">
          {variants.map((variant, row) => {
            const cell = (name: 'name' | 'nameEn' | 'price' | 'stock') => ({
              name: `variants.${row}.${name}`,
              defaultValue: variant[name],
              error: errors[`variants.${row}.${name}`]?.[language],
            })
            return (
              <tr
                key={row}
                className="max-md:grid max-md:gap-2 max-md:border-b max-md:border-line max-md:pb-4"
              >
                <RowCell {...cell('name')} label={words.variantName} lang={LOCALES.zh} />
                <RowCell {...cell('nameEn')} label={words.variantNameEn} lang={LOCALES.en} />
                <RowCell {...cell('price')} label={words.price} inputMode="decimal" />
                <RowCell {...cell('stock')} label={words.stock} inputMode="numeric" />
                <td className="align-top max-md:block">
                  <input type="hidden" name={`variants.${row}.id`} value={variant.id} />
                  <input type="hidden" name={`variants.${row}.seenStock`} value={variant.seenStock} />
                  {variant.id !== '' && (
                    <label className="flex min-h-11 w-fit items-center gap-2 whitespace-nowrap">
                      <input
                        type="checkbox"
                        name={`variants.${row}.removed`}
                        defaultChecked={variant.removed}
                        className="size-5 accent-accent"
                      />
                      <span className="md:sr-only">{words.removeVariant}</span>
                    </label>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <div>
        <SubmitButton name="do" value="add-variant" className="button-plain button-small">
          {words.addVariant}
        </SubmitButton>
      </div>
    </>
  )
}
