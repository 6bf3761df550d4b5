import { dictionary } from '@/lib/dictionary'

/** What the lists of orders and of products share. */
export const listWords = dictionary({
  zh: { filters: '筛选', firstPage: '回到第一页', nextPage: '下一页' },
  en: { filters: 'Filters', firstPage: 'Back to the first page', nextPage: 'Next page' },
})
