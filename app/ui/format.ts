import { dictionary, type Language, LOCALES } from '@/lib/dictionary'

export { yuan } from '@/lib/yuan'

const moment = (locale: string) =>
  new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'medium' })
const moments = dictionary({ zh: moment(LOCALES.zh), en: moment(LOCALES.en) })

const minute = (locale: string) =>
  new Intl.DateTimeFormat(locale, {
    timeZone: 'Asia/Shanghai',
    ...{ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  })
const minutes = dictionary({ zh: minute(LOCALES.zh), en: minute(LOCALES.en) })

/** A date and time in Beijing time. */
export const beijing = (date: Date, language: Language) => moments[language].format(date)

/** The same to the minute, without the year. */
export const beijingMinute = (date: Date, language: Language) => minutes[language].format(date)
