import { dictionary, type Language, LOCALES } from '@/lib/dictionary'
import { formatYuan } from '@/lib/alipay/money'

const money = new Intl.NumberFormat(LOCALES.zh, { style: 'currency', currency: 'CNY' })

const moment = (locale: string) =>
  new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'medium' })
const moments = dictionary({ zh: moment(LOCALES.zh), en: moment(LOCALES.en) })

/** Fen as a buyer reads it, in either language: ¥1,000.01. */
export const yuan = (fen: number) => money.format(formatYuan(fen) as Intl.StringNumericLiteral)

/** A moment in Beijing time. */
export const beijing = (date: Date, language: Language) => moments[language].format(date)
