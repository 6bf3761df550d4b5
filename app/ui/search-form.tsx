import { MOST_CHARACTERS } from '@/lib/catalog/shelf'
import { wordsIn } from '@/lib/language'
import { frameWords } from './frame-words'
import { Icon } from './line-icon'
import { SearchField } from './search-field'

interface Props {
  id: string
  className?: string
}

/** Searches all goods. */
export async function SearchForm({ id, className = '' }: Props) {
  const words = await wordsIn(frameWords)
  return (
    <form role="search" action="/" className={`relative ${className}`}>
      <label htmlFor={id} className="sr-only">
        {words.search}
      </label>
      <Icon
        name="search"
        className="pointer-events-none absolute top-1/2 left-3.5 w-4.5 -translate-y-1/2 text-muted"
      />
      <SearchField
        id={id}
        placeholder={words.searchHint}
        maxLength={MOST_CHARACTERS}
        className="min-h-11 w-full rounded-full border border-transparent bg-ink/6 py-1.5 pr-4 pl-10 text-[0.9375rem] placeholder:text-muted placeholder:opacity-100 hover:border-line"
      />
    </form>
  )
}
