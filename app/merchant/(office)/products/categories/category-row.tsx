import type { listCategories } from '@/lib/catalog/categories'
import { localizedName } from '@/lib/catalog/products'
import { type Language, LOCALES } from '@/lib/dictionary'
import { categoryWords } from './category-words'
import type { TypedCategory } from './typed-category'

interface Props {
  language: Language
  category: Awaited<ReturnType<typeof listCategories>>[number]
  /** What was refused. */
  typed: TypedCategory | undefined
  isTop: boolean
  isBottom: boolean
}

const SMALL = 'size-9 cursor-pointer rounded-md text-muted hover:bg-line hover:text-ink disabled:invisible'

/** A category with its names to change, and the buttons that move and delete it. */
export function CategoryRow({ language, category, typed, isTop, isBottom }: Props) {
  const words = categoryWords[language]
  const name = localizedName(language, category)
  const { name: error, nameEn: errorEn } = typed?.errors ?? {}
  const field = (key: 'name' | 'nameEn', label: string, hasError: boolean) => ({
    name: key,
    'aria-label': label,
    'aria-invalid': hasError || undefined,
    'aria-describedby': hasError ? `${category.slug}-error` : undefined,
    defaultValue: typed?.fields[key] ?? category[key],
    autoComplete: 'off',
    className: `field ${hasError ? 'border-bad' : ''}`,
  })
  return (
    <li className="grid gap-2 p-4 md:grid-cols-[minmax(0,1fr)_7rem_auto] md:items-start md:gap-4">
      <form action="/merchant/products/categories/change" method="post" className="grid gap-2">
        <div className="grid grid-cols-2 gap-2 sm:grid-cols-[1fr_1fr_auto_auto_auto]">
          <input type="hidden" name="slug" value={category.slug} />
          <input {...field('name', words.nameOf(name), error !== undefined)} lang={LOCALES.zh} />
          <input {...field('nameEn', words.nameEnOf(name), errorEn !== undefined)} lang={LOCALES.en} />
          <button name="do" value="rename" aria-label={words.renameOf(name)} className="button-plain">
            {words.rename}
          </button>
          <span className="flex items-center sm:contents">
            <button name="do" value="up" disabled={isTop} aria-label={words.moveUp(name)} className={SMALL}>
              ↑
            </button>
            <button
              name="do"
              value="down"
              disabled={isBottom}
              aria-label={words.moveDown(name)}
              className={SMALL}
            >
              ↓
            </button>
          </span>
        </div>
        {(error ?? errorEn) && (
          <p id={`${category.slug}-error`} role="alert" className="text-sm text-bad">
            {(error ?? errorEn)?.[language]}
          </p>
        )}
      </form>
      <p className="text-sm text-muted md:py-2.5">
        {words.count(category.products)}
        <span className="block text-tiny">{category.slug}</span>
      </p>
      {category.products === 0 ? (
        <details className="text-sm">
          <summary aria-label={words.deleteOf(name)} className="button-text button-small text-bad">
            {words.delete}
          </summary>
          <form
            action="/merchant/products/categories/change"
            method="post"
            className="mt-2 grid justify-items-start gap-2"
          >
            <input type="hidden" name="slug" value={category.slug} />
            <p>{words.askDelete(name)}</p>
            <button name="do" value="delete" className="button-danger button-small">
              {words.deleteForGood}
            </button>
          </form>
        </details>
      ) : (
        <span className="w-16 max-md:hidden" />
      )}
    </li>
  )
}
