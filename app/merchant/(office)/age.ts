import { dictionary, type Language, plural } from '@/lib/dictionary'

const words = dictionary({
  zh: {
    now: '刚刚',
    minutes: (count: number) => `${count} 分钟`,
    hours: (count: number) => `${count} 小时`,
    days: (count: number) => `${count} 天`,
    ago: (time: string) => `${time}前`,
    waiting: (time: string) => `已等 ${time}`,
  },
  en: {
    now: 'just now',
    minutes: (count) => `${count} min`,
    hours: (count) => `${count} h`,
    days: (count) => plural(count, 'day'),
    ago: (time) => `${time} ago`,
    waiting: (time) => `waiting ${time}`,
  },
})

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** How long ago something was, in minutes, hours or days; by a clock that is ahead it is just now. */
export function ageInWords(since: Date, now: Date, language: Language, isWaiting = false): string {
  const said = words[language]
  const ms = now.getTime() - since.getTime()
  if (ms < MINUTE_MS) return said.now
  const time =
    ms < HOUR_MS
      ? said.minutes(Math.floor(ms / MINUTE_MS))
      : ms < DAY_MS
        ? said.hours(Math.floor(ms / HOUR_MS))
        : said.days(Math.floor(ms / DAY_MS))
  return isWaiting ? said.waiting(time) : said.ago(time)
}

/** Whether a buyer has waited for long. */
export const isLate = (since: Date, now: Date) => now.getTime() - since.getTime() >= DAY_MS / 2
