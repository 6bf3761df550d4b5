import type { Metadata } from 'next'
import type { Language } from '@/lib/dictionary'
import { wordsIn } from '@/lib/language'

/** A page's generateMetadata: its title, picked from its words. */
export const titleFrom =
  <Words>(words: Readonly<Record<Language, Words>>, pick: (words: Words) => string) =>
  async (): Promise<Metadata> => ({ title: pick(await wordsIn(words)) })
