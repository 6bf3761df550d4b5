import { dictionary, type Language, LOCALES } from '@/lib/dictionary'
import { formatYuan } from '@/lib/alipay/money'

const thousands = new Intl.NumberFormat(LOCALES.zh)

const moment = (locale: string) =>
  new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'medium' })
const moments = dictionary({ zh: moment(LOCALES.zh), en: moment(LOCALES.en) })

const minute = (locale: string) =>
  new Intl.DateTimeFormat(locale, {
    timeZone: 'Asia/Shanghai',
    ...{ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  })
const minutes = dictionary({ zh: minute(LOCALES.zh), en: minute(LOCALES.en) })

/** An amount in fen as both languages write it: ¥1,000.01. */
export const yuan = (fen: number) =>
  formatYuan(fen).replace(/\d+/, (whole) => `¥${thousands.format(Number(whole))}`)

/** A date and time in Beijing time. */
export const beijing = (date: Date, language: Language) => moments[language].format(date)

/** The same to the minute, without the year. */
export const beijingMinute = (date: Date, language: Language) => minutes[language].format(date)
