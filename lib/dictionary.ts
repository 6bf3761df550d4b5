/** A text in both languages of the project. */
export interface Bilingual {
  zh: string
  en: string
}

export type Language = keyof Bilingual

export const LANGUAGES = ['zh', 'en'] as const satisfies Language[]

export const isLanguage = (word: unknown): word is Language => LANGUAGES.some((language) => language === word)

/** What browsers, `Intl` and screen readers call the languages. */
export const LOCALES: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' }

/**
 * The words of a page or of a few in both languages, as texts or as functions that make one. The Chinese ones say which
 * there are: what English lacks, has too much or takes otherwise is a type error.
 */
export const dictionary = <Words>(words: {
  zh: Words
  en: NoInfer<Words>
}): Readonly<Record<Language, Words>> => words

const english = new Intl.PluralRules('en')

/** How many of what in English: `1 item`, `3 items`. Chinese needs no help. */
export const plural = (count: number, one: string, others = `${one}s`) =>
  `${count} ${english.select(count) === 'one' ? one : others}`
