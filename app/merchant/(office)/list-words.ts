import { dictionary } from '@/lib/dictionary'

/** What the lists of orders and of products share. */
export const listWords = dictionary({
  zh: { filters: '筛选', firstPage: '返回第一页', nextPage: '下一页' },
  en: { filters: 'Filters', firstPage: 'First page', nextPage: 'Next page' },
})
