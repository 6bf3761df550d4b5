/** What a spreadsheet takes for a formula, also behind spaces or in full width (docs/threats.md 65). */
const FORMULA = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r]/

/**
 * A line of a CSV file (RFC 4180). A formula gets an apostrophe before it (CSV injection), a number of more than 11 digits
 * a tab behind it, because Excel would round it.
 */
export function csvLine(cells: string[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

function cell(text: string) {
  const safe = FORMULA.test(text) ? `'${text}` : /^\d{12,}$/.test(text) ? `${text}\t` : text
  return `"${safe.replaceAll('"', '""')}"`
}

/** Stands before the first line and makes Excel read UTF-8. */
export const BOM = '\ufeff'
