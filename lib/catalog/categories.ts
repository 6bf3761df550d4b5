/** What the shelf is divided into, in its order. Product.category holds the id. */
export const CATEGORIES = [
  { id: 'tea', zh: '茶叶', en: 'Tea' },
  { id: 'pot', zh: '壶与盖碗', en: 'Pots and gaiwans' },
  { id: 'cup', zh: '杯具', en: 'Cups' },
  { id: 'card', zh: '礼品卡', en: 'Gift cards' },
  { id: 'test', zh: '试单', en: 'Test purchase' },
] as const

export type CategoryId = (typeof CATEGORIES)[number]['id']

export const isCategory = (word: unknown): word is CategoryId => CATEGORIES.some(({ id }) => id === word)
