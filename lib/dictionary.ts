/** A text in both languages. */
export interface Bilingual {
  zh: string
  en: string
}

export type Language = keyof Bilingual

export const LANGUAGES = ['zh', 'en'] as const satisfies Language[]

export const isLanguage = (word: unknown): word is Language => LANGUAGES.some((language) => language === word)

/** BCP 47 tags, for browsers, `Intl` and screen readers. */
export const LOCALES: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' }

/**
 * The words of a page in both languages, as texts or as functions that make one. The type is that of the Chinese words: a
 * missing, an extra or a different English entry is a type error.
 */
export const dictionary = <Words>(words: {
  zh: Words
  en: NoInfer<Words>
}): Readonly<Record<Language, Words>> => words

const english = new Intl.PluralRules('en')

/** A count with its noun in English: `1 item`, `3 items`. */
export const plural = (count: number, one: string, others = `${one}s`) =>
  `${count} ${english.select(count) === 'one' ? one : others}`
