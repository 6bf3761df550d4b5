interface Search {
  filter: string
  category?: string
  text: string
  from?: string
  to?: string
  sort?: string
}

/** What an address does not say, since it is what a list shows anyway. */
const DEFAULTS = ['', 'all', 'newest']

/** A search as parameters of an address or as hidden fields, without what means all. */
export const searchFields = ({ filter, category = '', text, from = '', to = '', sort = '' }: Search) =>
  Object.entries({ filter, category, q: text, from, to, sort }).filter(([name, value]) =>
    name === 'q' ? value !== '' : !DEFAULTS.includes(value),
  )

/** The address of a search, or of a later page of it. */
export function searchPath(path: string, search: Search, after?: string | null): string {
  const query = new URLSearchParams(searchFields(search))
  if (after) query.set('after', after)
  return query.size > 0 ? `${path}?${query}` : path
}
