import type { Language } from '@/lib/dictionary'

/** The chapters in their order: learn/zh/01-three-paths.mdx is the first. */
export const CHAPTERS = [
  'three-paths',
  'before-you-start',
  'settings',
  'request',
  'signature',
  'three-steps',
  'on-your-machine',
  'on-a-server',
  'error-codes',
  'lost-orders',
  'order-of-states',
  'open-platform',
] as const

/** The pages after them, learn/zh/questions.mdx and so on. */
export const APPENDICES = ['questions', 'glossary', 'other-languages', 'contradictions'] as const

export const SLUGS = [...CHAPTERS, ...APPENDICES]
export type Slug = (typeof SLUGS)[number]
export const isSlug = (word: string): word is Slug => SLUGS.some((slug) => slug === word)

/** A chapter's number, from 1; undefined for the pages after the chapters. */
export const numberOf = (slug: Slug) => CHAPTERS.findIndex((chapter) => chapter === slug) + 1 || undefined

/** The file of a text in its language's folder. */
export function fileOf(slug: Slug): string {
  const number = numberOf(slug)
  return number ? `${String(number).padStart(2, '0')}-${slug}` : slug
}

/** A text, compiled when the shop was built. */
export const readText = async (slug: Slug, language: Language) =>
  language === 'zh'
    ? await import(`../../../learn/zh/${fileOf(slug)}.mdx`) as typeof import('*.mdx')
    : await import(`../../../learn/en/${fileOf(slug)}.mdx`) as typeof import('*.mdx') // prettier-ignore
