import Link from 'next/link'
import { readFlash } from '@/app/forms/flash'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { Field } from '@/app/ui/field'
import { FlashNote } from '@/app/ui/flash-note'
import { pageTitle } from '@/app/ui/page-title'
import { SubmitButton } from '@/app/ui/submit-button'
import { listCategories } from '@/lib/catalog/categories'
import { LOCALES } from '@/lib/dictionary'
import { language } from '@/lib/language'
import { CategoryRow } from './category-row'
import { categoryWords } from './category-words'
import { TypedCategory } from './typed-category'

export const generateMetadata = pageTitle(categoryWords, 'title')

/** The categories in the order of the shelf, each with its names, and a form that adds one. */
export default async function CategoriesPage({ searchParams }: PageProps<'/merchant/products/categories'>) {
  await requireMerchant()
  const query = await searchParams
  const typed = await readFlash(query, TypedCategory)
  const spoken = await language()
  const words = categoryWords[spoken]
  const categories = await listCategories()
  const { done } = query
  const success = typeof done === 'string' && Object.hasOwn(words.done, done) && words.done[done]
  const added = typed?.isNew ? typed : undefined
  return (
    <>
      <p className="text-sm">
        <Link href="/merchant/products" prefetch={false} className="link">
          {words.products}
        </Link>
      </p>
      <h1 className="mt-1">{words.title}</h1>
      <p className="mt-2 max-w-prose text-muted">{words.intro}</p>
      {success && (
        <FlashNote tone="go" className="mt-4">
          {success}
        </FlashNote>
      )}
      {done === 'not_empty' && (
        <FlashNote tone="bad" className="mt-4">
          {words.notEmpty}
        </FlashNote>
      )}
      <ul aria-label={words.title} className="card mt-6 divide-y divide-line">
        {categories.map((category, index) => (
          <CategoryRow
            key={category.slug}
            language={spoken}
            category={category}
            typed={typed && !typed.isNew && typed.fields.slug === category.slug ? typed : undefined}
            isTop={index === 0}
            isBottom={index === categories.length - 1}
          />
        ))}
      </ul>
      <section aria-labelledby="add-title" className="card mt-6 p-5">
        <h2 id="add-title">{words.add}</h2>
        <form
          action="/merchant/products/categories/change"
          method="post"
          noValidate
          className="mt-4 grid items-start gap-4 md:grid-cols-3"
        >
          <Field
            name="name"
            label={words.name}
            lang={LOCALES.zh}
            defaultValue={added?.fields.name}
            error={added?.errors.name?.[spoken]}
            autoComplete="off"
            required
          />
          <Field
            name="nameEn"
            label={words.nameEn}
            lang={LOCALES.en}
            defaultValue={added?.fields.nameEn}
            error={added?.errors.nameEn?.[spoken]}
            autoComplete="off"
          />
          <Field
            name="slug"
            label={words.slug}
            hint={words.slugHint}
            defaultValue={added?.fields.slug}
            error={added?.errors.slug?.[spoken]}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <div>
            <SubmitButton name="do" value="add" className="button-plain">
              {words.add}
            </SubmitButton>
          </div>
        </form>
      </section>
    </>
  )
}
