const DAY_MS = 24 * 60 * 60 * 1000
const OFFSET_MS = 8 * 60 * 60 * 1000 // UTC+8 all year

/** The midnight in Beijing at which the day of a moment began, or a day so many days before it. */
export function beijingMidnight(moment: Date, daysBefore = 0): Date {
  const day = Math.floor((moment.getTime() + OFFSET_MS) / DAY_MS) - daysBefore
  return new Date(day * DAY_MS - OFFSET_MS)
}

/** The day of a moment in Beijing, `yyyy-MM-dd`. */
export const beijingDay = (moment: Date) => new Date(moment.getTime() + OFFSET_MS).toISOString().slice(0, 10)
