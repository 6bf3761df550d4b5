import type { ReactNode } from 'react'
import { Field } from '@/app/ui/field'
import { FlashNote } from '@/app/ui/flash-note'
import { SubmitButton } from '@/app/ui/submit-button'
import type { Category } from '@/lib/catalog/categories'
import { localizedName } from '@/lib/catalog/products'
import type { FieldErrors, ProductFields } from '@/lib/catalog/product-fields'
import { type Language, LOCALES } from '@/lib/dictionary'
import { FactTable } from './fact-table'
import { PictureFields } from './picture-fields'
import { productFormWords } from './product-form-words'
import { VariantTable } from './variant-table'

interface Props {
  language: Language
  /** `new`, or the product's id. */
  id: string
  categories: Category[]
  fields: ProductFields
  errors: FieldErrors
}

/** The form of a new or existing product. Whatever button is pressed, what was typed is kept; only the last one saves it. */
export function ProductForm({ language, id, categories, fields, errors }: Props) {
  const words = productFormWords[language]
  type TextName = Exclude<
    keyof ProductFields,
    'pictures' | 'variants' | 'facts' | 'virtual' | 'freePostage' | 'onSale'
  >
  const text = (name: TextName) => ({
    name,
    defaultValue: fields[name],
    error: errors[name]?.[language],
    autoComplete: 'off',
  })
  const parts = { language, errors }
  return (
    <form
      action={`/merchant/products/${id}/save`}
      method="post"
      encType="multipart/form-data"
      noValidate
      className="mt-6 grid gap-6"
    >
      {/* the Enter key presses the first button */}
      <button aria-hidden="true" tabIndex={-1} className="sr-only">
        {words.save}
      </button>
      <Errors {...parts} />
      <input type="hidden" name="seenRevision" value={fields.seenRevision} />
      <Part id="pictures" title={words.pictures}>
        <PictureFields {...parts} pictures={fields.pictures} />
      </Part>
      <Part id="texts" title={words.texts}>
        <div className="grid gap-5 md:grid-cols-2">
          <Field {...text('name')} label={words.name} lang={LOCALES.zh} required />
          <Field {...text('nameEn')} label={words.nameEn} hint={words.nameEnHint} lang={LOCALES.en} />
          <Field
            {...text('description')}
            label={words.description}
            rows={3}
            hint={words.descriptionHint}
            lang={LOCALES.zh}
            required
          />
          <Field
            {...text('descriptionEn')}
            label={words.descriptionEn}
            rows={3}
            hint={words.descriptionHint}
            lang={LOCALES.en}
          />
          <Field
            {...text('details')}
            label={words.details}
            rows={6}
            hint={words.detailsHint}
            lang={LOCALES.zh}
          />
          <Field
            {...text('detailsEn')}
            label={words.detailsEn}
            rows={6}
            hint={words.detailsHint}
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
          <Field {...text('category')} label={words.category} required>
            <option value="">{words.choose}</option>
            {categories.map((category) => (
              <option key={category.slug} value={category.slug}>
                {localizedName(language, category)}
              </option>
            ))}
          </Field>
          <Field {...text('badge')} label={words.badge} hint={words.badgeHint} lang={LOCALES.zh} />
          <Field {...text('badgeEn')} label={words.badgeEn} lang={LOCALES.en} />
          <Field {...text('tags')} label={words.tags} hint={words.tagsHint} lang={LOCALES.zh} />
          <Field {...text('tagsEn')} label={words.tagsEn} lang={LOCALES.en} />
        </div>
      </Part>
      <Part id="variants" title={words.variants}>
        <VariantTable {...parts} variants={fields.variants} />
      </Part>
      <Part id="facts" title={words.facts}>
        <FactTable {...parts} facts={fields.facts} />
      </Part>
      <Part id="sale" title={words.sale}>
        <div>
          <Choice name="onSale" label={words.onSale} checked={fields.onSale} />
          <Choice name="freePostage" label={words.freePostage} checked={fields.freePostage} />
          <Choice name="virtual" label={words.virtual} checked={fields.virtual} />
        </div>
      </Part>
      <div>
        <SubmitButton pending={words.saving}>{words.save}</SubmitButton>
      </div>
    </form>
  )
}

const Part = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section id={id} aria-labelledby={`${id}-title`} className="card grid min-w-0 scroll-mt-4 gap-4 p-5">
    <h2 id={`${id}-title`}>{title}</h2>
    {children}
  </section>
)

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
    <FlashNote tone="bad">
      {seenRevision && <p>{seenRevision[language]}</p>}
      {count > 0 && <p>{productFormWords[language].toCorrect(count)}</p>}
    </FlashNote>
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
