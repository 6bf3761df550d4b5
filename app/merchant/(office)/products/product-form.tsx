import { Field } from '@/app/ui/field'
import { SubmitButton } from '@/app/ui/submit-button'
import { CATEGORIES, isCategory } from '@/lib/catalog/products'
import type { FieldErrors, ProductFields } from '@/lib/catalog/product-fields'
import { type Language, LOCALES } from '@/lib/dictionary'
import { productFormWords } from './product-form-words'
import { VariantFieldset } from './variant-fields'

interface Props {
  language: Language
  /** `new`, or the product's id. */
  id: string
  fields: ProductFields
  errors: FieldErrors
}

/** The form of a new or existing product. */
export function ProductForm({ language, id, fields, errors }: Props) {
  const words = productFormWords[language]
  const text = (name: 'slug' | 'name' | 'nameEn' | 'description' | 'descriptionEn') => ({
    name,
    defaultValue: fields[name],
    error: errors[name]?.[language],
    autoComplete: 'off',
  })
  return (
    <form action={`/merchant/products/${id}/save`} method="post" noValidate className="mt-6 space-y-6">
      <Errors language={language} errors={errors} />
      <input type="hidden" name="seenRevision" value={fields.seenRevision} />
      <section aria-labelledby="texts-title" className="card space-y-5 p-5">
        <h2 id="texts-title" className="text-lg font-medium">
          {words.texts}
        </h2>
        <div className="grid gap-5 md:grid-cols-2">
          <Field {...text('name')} label={words.name} lang={LOCALES.zh} required />
          <Field {...text('nameEn')} label={words.nameEn} hint={words.nameEnHint} lang={LOCALES.en} />
          <Field
            {...text('description')}
            label={words.description}
            rows={4}
            hint={words.descriptionHint}
            lang={LOCALES.zh}
            required
          />
          <Field
            {...text('descriptionEn')}
            label={words.descriptionEn}
            rows={4}
            hint={words.descriptionHint}
            lang={LOCALES.en}
          />
          <Field
            {...text('slug')}
            label={words.slug}
            hint={words.slugHint}
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <Field
            name="category"
            label={words.category}
            defaultValue={isCategory(fields.category) ? fields.category : ''}
            error={errors.category?.[language]}
            required
          >
            <option value="">{words.choose}</option>
            {CATEGORIES.map(({ id, ...name }) => (
              <option key={id} value={id}>
                {name[language]}
              </option>
            ))}
          </Field>
        </div>
      </section>
      <section id="variants" aria-labelledby="variants-title" className="card space-y-5 p-5">
        <h2 id="variants-title" className="text-lg font-medium">
          {words.variants}
        </h2>
        {errors.variants && <p className="text-bad">{errors.variants[language]}</p>}
        {fields.variants.map((variant, row) => (
          <VariantFieldset key={row} language={language} row={row} variant={variant} errors={errors} />
        ))}
      </section>
      <section aria-labelledby="sale-title" className="card p-5">
        <h2 id="sale-title" className="mb-2 text-lg font-medium">
          {words.sale}
        </h2>
        <Choice name="onSale" label={words.onSale} checked={fields.onSale} />
        <Choice name="freePostage" label={words.freePostage} checked={fields.freePostage} />
        <Choice name="virtual" label={words.virtual} checked={fields.virtual} />
      </section>
      {/* the Enter key presses the first button */}
      <div className="flex flex-wrap gap-3">
        <SubmitButton pending={words.saving}>{words.save}</SubmitButton>
        <SubmitButton name="more" value="1" className="button-plain">
          {words.addVariant}
        </SubmitButton>
      </div>
    </form>
  )
}

/** What is wrong with the form as a whole, and the number of its wrong fields. */
function Errors({
  language,
  errors: { seenRevision, ...fields },
}: {
  language: Language
  errors: FieldErrors
}) {
  const count = Object.keys(fields).length
  if (!seenRevision && count === 0) return null
  return (
    <div role="alert" className="card border-l-4 border-l-bad p-4 text-bad">
      {seenRevision && <p>{seenRevision[language]}</p>}
      {count > 0 && <p>{productFormWords[language].toCorrect(count)}</p>}
    </div>
  )
}

function Choice({ name, label, checked }: { name: string; label: string; checked: boolean }) {
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input type="checkbox" name={name} defaultChecked={checked} className="size-5 shrink-0 accent-accent" />
      {label}
    </label>
  )
}
