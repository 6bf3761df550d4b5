import { db } from './db'

/** The sandbox's time, which is the time of all that the gateway does: the machine's, moved ahead by `moveTo`. */
export async function now(): Promise<Date> {
  return new Date(Date.now() + (await aheadMs()))
}

/** By how many milliseconds the clock has been moved ahead. */
export async function aheadMs(): Promise<number> {
  const clock = await db().clock.findUnique({ where: { id: 1 } })
  return Number(clock?.offsetMs ?? 0)
}

/** Moves the sandbox's time ahead to a moment, from where it goes on. A moment in the past changes nothing. */
export async function moveTo(moment: Date): Promise<void> {
  const offsetMs = BigInt(moment.getTime() - Date.now())
  await db().clock.createMany({ data: { id: 1 }, skipDuplicates: true })
  await db().clock.updateMany({ where: { id: 1, offsetMs: { lt: offsetMs } }, data: { offsetMs } })
}

const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** A duration like `90s`, `2m`, `15h`, `7d` in milliseconds; undefined for anything else. */
export function durationMs(text: string): number | undefined {
  const match = /^(\d{1,8})([smhd])$/.exec(text)
  return match ? Number(match[1]) * UNITS[match[2] as keyof typeof UNITS] : undefined
}

/** The same of a typed duration, which is at most 400 days. */
export function parseDuration(text: string): number | undefined {
  const ms = durationMs(text)
  return ms !== undefined && ms <= 400 * UNITS.d ? ms : undefined
}
