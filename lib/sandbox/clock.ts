import { db } from './db'

/** The sandbox's time: the machine's, moved ahead by what `setNow` has added. All of the gateway's times are of it. */
export async function now(): Promise<Date> {
  const clock = await db().clock.findUnique({ where: { id: 1 } })
  return new Date(Date.now() + Number(clock?.offsetMs ?? 0))
}

/** Sets the sandbox's time; it goes on from there. */
export async function setNow(moment: Date): Promise<void> {
  const offsetMs = BigInt(moment.getTime() - Date.now())
  await db().clock.upsert({ where: { id: 1 }, create: { id: 1, offsetMs }, update: { offsetMs } })
}

const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** Milliseconds of a duration like `90s`, `2m`, `15h`, `7d`; undefined for anything else, or more than 400 days. */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d{1,8})([smhd])$/.exec(text)
  if (!match) return undefined
  const ms = Number(match[1]) * UNITS[match[2] as keyof typeof UNITS]
  return ms <= 400 * UNITS.d ? ms : undefined
}
