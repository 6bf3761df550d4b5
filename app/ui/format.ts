import { dictionary, type Language, LOCALES } from '@/lib/dictionary'

export { yuan } from '@/lib/yuan'

const moment = (locale: string) =>
  new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'medium' })
const moments = dictionary({ zh: moment(LOCALES.zh), en: moment(LOCALES.en) })

/** A date and time in Beijing time. */
export const beijing = (date: Date, language: Language) => moments[language].format(date)
