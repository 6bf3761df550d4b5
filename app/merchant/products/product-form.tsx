import { type Language, LOCALES } from '@/lib/dictionary'
import { CATEGORIES, isCategory } from '@/lib/catalog/products'
import type { FieldErrors, ProductFields } from '@/lib/catalog/product-fields'
import { Field } from '@/app/ui/field'
import { SubmitButton } from '@/app/ui/submit-button'
import { productFormWords } from './product-form-words'

import { VariantFieldset } from './variant-fields'

interface Props {
  language: Language
  /** `new`, or the id of one that is there. */
  id: string
  fields: ProductFields
  errors: FieldErrors
}

/** A product to be written or changed. */
export function ProductForm({ language, id, fields, errors }: Props) {
  const words = productFormWords[language]
  const first = firstInvalid(errors)
  const text = (name: 'slug' | 'name' | 'nameEn' | 'description' | 'descriptionEn') => ({
    name,
    defaultValue: fields[name],
    error: errors[name]?.[language],
    autoComplete: 'off',
    autoFocus: name === first,
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
          <Category language={language} value={fields.category} error={errors.category?.[language]} />
        </div>
      </section>
      <section id="variants" aria-labelledby="variants-title" className="card space-y-5 p-5">
        <h2 id="variants-title" className="text-lg font-medium">
          {words.variants}
        </h2>
        {errors.variants && <p className="text-bad">{errors.variants[language]}</p>}
        {fields.variants.map((variant, row) => (
          <VariantFieldset
            key={row}
            language={language}
            row={row}
            variant={variant}
            errors={errors}
            first={first}
          />
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
      {/* the first button is the one that the Enter key presses */}
      <div className="flex flex-wrap gap-3">
        <SubmitButton pending={words.saving}>{words.save}</SubmitButton>
        <SubmitButton name="more" value="1" className="button-plain">
          {words.addVariant}
        </SubmitButton>
      </div>
    </form>
  )
}

/** The field that the cursor goes to. */
const firstInvalid = (errors: FieldErrors) => Object.keys(errors).find((name) => name !== 'variants')

/** What is wrong with the form as a whole, and how many of its fields say more. */
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

interface CategoryProps {
  language: Language
  value: string
  error: string | undefined
}

function Category({ language, value, error }: CategoryProps) {
  const words = productFormWords[language]
  return (
    <div>
      <label htmlFor="category" className="font-medium">
        {words.category}
      </label>
      <select
        id="category"
        name="category"
        defaultValue={isCategory(value) ? value : ''}
        required
        aria-describedby={error && 'category-hint'}
        aria-invalid={error ? true : undefined}
        className={`field mt-1 ${error ? 'border-bad' : ''}`}
      >
        <option value="">{words.choose}</option>
        {CATEGORIES.map(({ id, ...name }) => (
          <option key={id} value={id}>
            {name[language]}
          </option>
        ))}
      </select>
      {error && (
        <p id="category-hint" className="mt-1 text-sm text-bad">
          {error}
        </p>
      )}
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
