interface Search {
  filter: string
  category?: string
  text: string
}

/** A search as parameters of an address or as hidden fields, without what means all. */
export const searchFields = ({ filter, category = '', text }: Search) =>
  Object.entries({ filter: filter === 'all' ? '' : filter, category, q: text }).filter(
    ([, value]) => value !== '',
  )

/** The address of a search, or of a later page of it. */
export function searchPath(path: string, search: Search, after?: string | null): string {
  const query = new URLSearchParams(searchFields(search))
  if (after) query.set('after', after)
  return query.size > 0 ? `${path}?${query}` : path
}
