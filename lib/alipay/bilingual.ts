/** A text in both languages of the project. */
export interface Bilingual {
  zh: string
  en: string
}

export type Language = keyof Bilingual
