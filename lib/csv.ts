/** Before the first line: without it, spreadsheet programs take UTF-8 for the charset of the country. */
export const CSV_START = '\ufeff'

/**
 * One line of a CSV file (RFC 4180), its end included. A text that a spreadsheet would run as a formula is given an
 * apostrophe in front: subjects, addresses and parameters come from strangers.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return cells.map(cell).join(',') + '\r\n'
}

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const harmless = /^[\s]*[=+\-@]|^[\t\r\n]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
