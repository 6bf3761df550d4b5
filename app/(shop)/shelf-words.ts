import { dictionary, plural } from '@/lib/dictionary'

export const shelfWords = dictionary({
  zh: {
    title: '全部商品',
    categories: '分类',
    all: '全部商品',
    found: (q: string, count: number) => `“${q}”：${count} 件商品`,
    empty: '还没有商品',
    emptyText: '店主正在准备，过几天再来看看。',
    nothingFound: '没有找到相关商品',
    nothingFoundText: '换个词试试，例如“绿茶”“茶壶”，或者看看全部商品。',
    seeAll: '全部商品',
    from: (price: string) => `${price} 起`,
  },
  en: {
    title: 'All products',
    categories: 'Categories',
    all: 'All products',
    found: (q, count) => `“${q}”: ${plural(count, 'product')}`,
    empty: 'Nothing is on sale yet',
    emptyText: 'The shop is being set up. Please come back in a few days.',
    nothingFound: 'Nothing found',
    nothingFoundText: 'Try another word, such as “green tea” or “teapot”, or see all products.',
    seeAll: 'All products',
    from: (price) => `from ${price}`,
  },
})
