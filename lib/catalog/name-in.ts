import type { Language } from '../dictionary'

/** What a product or a variant is called in a language; in Chinese where it has no English name. */
export const nameIn = (language: Language, { name, nameEn }: { name: string; nameEn: string }) =>
  (language === 'en' && nameEn) || name
