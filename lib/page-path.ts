const HEADER = 'x-path'

/** Adds a request's own path and query to its headers, replacing what a client sent there: Next passes them to no page. */
export const setPagePath = (headers: Headers, { pathname, search }: URL) =>
  headers.set(HEADER, pathname + search)

/** The path and query of a page's request; null where proxy.ts leaves the request out. */
export const pagePath = (headers: Headers) => headers.get(HEADER)
