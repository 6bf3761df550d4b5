/**
 * Yuan as written on the wire to fen, the unit inside. Takes "0.01", "5", "5.1"; undefined for anything else: signs,
 * spaces, exponents, full-width digits, a third decimal, leading zeros.
 */
export function parseYuan(text: string): number | undefined {
  const match = /^(0|[1-9]\d{0,8})(?:\.(\d{1,2}))?$/.exec(text)
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined
}

/** Like parseYuan, with an optional minus sign, for `discount` (protocol.md 2.2). */
export function parseSignedYuan(text: string): number | undefined {
  const fen = parseYuan(text.replace(/^-/, ''))
  return fen !== undefined && text.startsWith('-') ? -fen : fen
}

/** Fen to yuan with two decimals: 1 is "0.01", -300 is "-3.00". Throws RangeError for anything but whole fen. */
export function formatYuan(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not an amount in fen: ${fen}`)
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
