const OFFSET_MS = 8 * 60 * 60 * 1000 // UTC+8 all year (protocol.md 1)

/** A moment as the gateway writes it: Beijing time, `yyyy-MM-dd HH:mm:ss`. */
export function formatBeijingTime(moment: Date): string {
  return new Date(moment.getTime() + OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ')
}

/** Reads `yyyy-MM-dd HH:mm:ss` in Beijing time, milliseconds ignored; undefined for anything else. */
export function parseBeijingTime(text: string): Date | undefined {
  const match = /^([12]\d{3}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d{1,3})?$/.exec(text) // milliseconds: protocol.md 8, no. 22
  if (!match) return undefined
  const moment = new Date(`${match[1]}T${match[2]}+08:00`)
  if (Number.isNaN(moment.getTime())) return undefined
  return formatBeijingTime(moment) === `${match[1]} ${match[2]}` ? moment : undefined // 30 February would be 2 March
}
