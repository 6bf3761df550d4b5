import type { Sort } from '@/lib/catalog/shelf'
import { dictionary, plural } from '@/lib/dictionary'

export const shelfWords = dictionary({
  zh: {
    title: '全部商品',
    categories: '分类',
    all: '全部商品',
    sort: '排序',
    sorts: {
      recommended: '店主推荐',
      newest: '新品在前',
      cheapest: '价格从低到高',
      dearest: '价格从高到低',
    } as Record<Sort, string>,
    found: (q: string, count: number) => `“${q}”：${count} 件商品`,
    empty: '还没有商品',
    emptyText: '店主正在准备，过几天再来看看。',
    nothingFound: '没有找到相关商品',
    nothingFoundText: '换个词试试，例如“绿茶”“茶壶”，或者看看全部商品。',
    seeAll: '全部商品',
    pages: '分页',
    page: (page: number) => `第 ${page} 页`,
    previous: '上一页',
    next: '下一页',
    total: (count: number) => `共 ${count} 件`,
    /** What stands before and after the price of the cheapest variant. */
    from: ['', '起'] as readonly [string, string],
  },
  en: {
    title: 'All products',
    categories: 'Categories',
    all: 'All products',
    sort: 'Sort by',
    sorts: {
      recommended: 'Our choice',
      newest: 'Newest first',
      cheapest: 'Price, low to high',
      dearest: 'Price, high to low',
    },
    found: (q, count) => `“${q}”: ${plural(count, 'product')}`,
    empty: 'Nothing is on sale yet',
    emptyText: 'The shop is being set up. Please come back in a few days.',
    nothingFound: 'Nothing found',
    nothingFoundText: 'Try another word, such as “green tea” or “teapot”, or see all products.',
    seeAll: 'All products',
    pages: 'Pages',
    page: (page) => `Page ${page}`,
    previous: 'Previous',
    next: 'Next',
    total: (count) => plural(count, 'product'),
    from: ['from', ''],
  },
})
