import Link from 'next/link'
import type { ReactNode } from 'react'
import { wordsIn } from '@/lib/language'
import { MOST_COUNTED } from '@/lib/orders/search-orders'
import { searchPath } from './list-search'
import { listWords } from './list-words'

interface ListProps {
  path: string
  search: Parameters<typeof searchPath>[1]
}

interface FilterLinksProps extends ListProps {
  names: Record<string, string>
  counts?: Record<string, number>
}

/** The filters of a list, of which one is chosen. */
export async function FilterLinks({ path, search, names, counts }: FilterLinksProps) {
  const words = await wordsIn(listWords)
  return (
    <nav aria-label={words.filters} className="mt-4 flex flex-wrap gap-2 text-sm">
      {Object.entries(names).map(([filter, name]) => (
        <Link
          key={filter}
          href={searchPath(path, { ...search, filter })}
          prefetch={false}
          aria-current={filter === search.filter ? 'page' : undefined}
          className="rounded-full border border-line bg-card px-3 py-1.5 hover:border-accent aria-[current]:border-accent aria-[current]:bg-accent aria-[current]:text-on-accent"
        >
          {name} {counts && <span className="tabular-nums">{upToMost(counts[filter] ?? 0)}</span>}
        </Link>
      ))}
    </nav>
  )
}

/** A count as it is shown: beyond MOST_COUNTED nothing is counted. */
export const upToMost = (count: number) => (count > MOST_COUNTED ? `${MOST_COUNTED}+` : String(count))

interface PageLinksProps extends ListProps {
  /** The cursors of this page, undefined for the first, and of the next, if there is one. */
  after: string | undefined
  next: string | null | undefined
  children?: ReactNode
}

/** The links below a list: to its first and its next page, and others. */
export async function PageLinks({ path, search, after, next, children }: PageLinksProps) {
  const words = await wordsIn(listWords)
  return (
    <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
      {after && (
        <Link href={searchPath(path, search)} prefetch={false} className="link">
          {words.firstPage}
        </Link>
      )}
      {next && (
        <Link href={searchPath(path, search, next)} prefetch={false} className="link">
          {words.nextPage}
        </Link>
      )}
      {children}
    </p>
  )
}
