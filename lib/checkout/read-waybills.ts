/** The most orders that are shipped at a time. */
export const MOST_WAYBILLS = 200

/** A pasted line. */
export interface WaybillLine {
  /** Counted from 1, with the blank lines, as the text field shows them. */
  line: number
  orderNo: string
  waybill: string
  /** Empty where the line names none. */
  carrier: string
}

export type ReadWaybills =
  { ok: true; lines: WaybillLine[] } | { ok: false; code: 'no_lines' } | { ok: false; code: 'too_many' }

/**
 * Reads pasted lines `order number, waybill[, carrier]`, separated by tabs, commas or spaces, full-width ones included, as a
 * spreadsheet, its CSV file or a person writes them. A first line without a digit is a heading. Only the carrier may hold
 * spaces.
 */
export function readWaybills(text: string): ReadWaybills {
  const rows = text
    .replaceAll('\0', '')
    .toWellFormed()
    .split(/\r\n|\r|\n/)
    .map((row, index) => ({ line: index + 1, cells: cellsOf(row) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const lines = rows.filter(({ cells }, index) => index > 0 || /\d/.test(cells[0] ?? ''))
  if (lines.length === 0) return { ok: false, code: 'no_lines' }
  if (lines.length > MOST_WAYBILLS) return { ok: false, code: 'too_many' }
  return {
    ok: true,
    lines: lines.map(({ line, cells: [orderNo = '', waybill = '', ...carrier] }) => ({
      line,
      orderNo,
      waybill,
      carrier: carrier.filter(Boolean).join(' '),
    })),
  }
}

/** One tab or comma separates two cells, and so does any number of spaces; two tabs have an empty cell between them. */
function cellsOf(row: string): string[] {
  const cells = row
    .replace(/[，、]/g, ',')
    .replace(/[^\S\t]/g, ' ')
    .replace(/["＂]/g, '')
    .replace(/[ \t]*,[ \t]*/g, ',') // the CSV export ends long numbers with a tab
    .trimStart()
    .trimEnd()
    .split(/,| *\t *| +/)
  return cells.map((cell, index) => (index < 2 ? halfWidth(cell).replace(/^[='’]+/, '') : cell))
}

/** The ASCII characters of full-width ones, which an input method writes. */
const halfWidth = (text: string) =>
  text.replace(/[！-～]/g, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfee0))
