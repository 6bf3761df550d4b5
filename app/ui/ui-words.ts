import { dictionary } from '@/lib/dictionary'

/** The words of small parts that stand on many pages. */
export const uiWords = dictionary({
  zh: {
    copy: (value: string) => `复制 ${value}`,
    copied: '已复制',
  },
  en: {
    copy: (value) => `Copy ${value}`,
    copied: 'Copied',
  },
})
