import type { Bilingual } from '../alipay/error-codes'

/** The shelves of the shop; a product's `category` is one of these words. */
export const CATEGORIES = {
  leaf: { zh: '茶叶', en: 'Tea' },
  pot: { zh: '茶壶', en: 'Pots' },
  cup: { zh: '茶杯', en: 'Cups' },
  gift: { zh: '礼品', en: 'Gifts' },
} satisfies Record<string, Bilingual>
export type Category = keyof typeof CATEGORIES

export const isCategory = (word: unknown): word is Category =>
  typeof word === 'string' && Object.hasOwn(CATEGORIES, word)
