/** Where a spreadsheet would read a formula, also behind spaces or in full width (docs/threats.md 65). */
const FORMULA = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r]/

/**
 * A line of a CSV file (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe before it; a
 * number of more than 11 digits gets a tab behind it, or Excel would round it.
 */
export function csvLine(cells: string[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

function cell(text: string) {
  const safe = FORMULA.test(text) ? `'${text}` : /^\d{12,}$/.test(text) ? `${text}\t` : text
  return `"${safe.replaceAll('"', '""')}"`
}

/** Before the first line: Excel then reads UTF-8. */
export const BOM = '\ufeff'
