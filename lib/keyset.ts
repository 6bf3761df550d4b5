/**
 * Keyset pagination: a page begins after the last row of the page before it, which a cursor names by the two columns that
 * order the list. The millionth page costs no more than the first.
 */
export interface Cursor {
  /** A number, or a moment in milliseconds. */
  value: number
  id: string
}

/** A row's cursor as an address carries it. */
export const cursorOf = ({ value, id }: { value: number | Date; id: string }) => `${Number(value)}.${id}`

/** Returns undefined for anything that is no cursor, which is the first page. */
export function readCursor(text: string | null | undefined): Cursor | undefined {
  const [, value, id] = /^(\d{1,13})\.([\w-]{1,64})$/.exec(text ?? '') ?? []
  return value && id ? { value: Number(value), id } : undefined
}

export interface Page<Row> {
  rows: Row[]
  /** The cursor of the next page; null on the last one. */
  next: string | null
}

/** Cuts the rows found, one more than a page has, to the page. */
export function cutPage<Row extends { id: string }>(
  found: Row[],
  size: number,
  valueOf: (row: Row) => number | Date,
): Page<Row> {
  const rows = found.slice(0, size)
  const last = rows.at(-1)
  return { rows, next: found.length > size && last ? cursorOf({ value: valueOf(last), id: last.id }) : null }
}
