import type { Metadata } from 'next'
import type { Language } from '@/lib/dictionary'
import { wordsIn } from '@/lib/language'

/** A page's generateMetadata: its title by a key of its words, in the visitor's language. */
export const pageTitle =
  <Key extends string>(words: Readonly<Record<Language, Record<Key, string>>>, key: Key) =>
  async (): Promise<Metadata> => ({ title: (await wordsIn(words))[key] })
