import { SubmitButton } from '@/app/ui/submit-button'
import type { FactFields, FieldErrors } from '@/lib/catalog/product-fields'
import { type Language, LOCALES } from '@/lib/dictionary'
import { productFormWords } from './product-form-words'
import { RowCell, RowHead } from './row-cell'

interface Props {
  language: Language
  facts: FactFields[]
  errors: FieldErrors
}

/** The lines of the product's table, in both languages. */
export function FactTable({ language, facts, errors }: Props) {
  const words = productFormWords[language]
  return (
    <>
      <p className="text-sm text-muted">{words.factsHint}</p>
      {facts.length > 0 && (
        <table className="w-full max-md:block md:[&_th:nth-child(odd)]:w-[18%]">
          <RowHead labels={[words.label, words.value, words.labelEn, words.valueEn]} />
          <tbody className="max-md:grid max-md:gap-4">
            {facts.map((fact, row) => {
              const cell = (name: keyof FactFields) => ({
                name: `facts.${row}.${name}`,
                defaultValue: fact[name],
                error: errors[`facts.${row}.${name}`]?.[language],
              })
              return (
                <tr
                  key={row}
                  className="max-md:grid max-md:gap-2 max-md:border-b max-md:border-line max-md:pb-4"
                >
                  <RowCell {...cell('label')} label={words.label} lang={LOCALES.zh} />
                  <RowCell {...cell('value')} label={words.value} lang={LOCALES.zh} />
                  <RowCell {...cell('labelEn')} label={words.labelEn} lang={LOCALES.en} />
                  <RowCell {...cell('valueEn')} label={words.valueEn} lang={LOCALES.en} />
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      <div>
        <SubmitButton name="do" value="add-fact" className="button-plain button-small">
          {words.addFact}
        </SubmitButton>
      </div>
    </>
  )
}
