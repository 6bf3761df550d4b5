import { dictionary } from '@/lib/dictionary'

export const productWords = dictionary({
  zh: {
    position: '位置',
    shelf: '货架',
    noVariant: '这件商品现在没有可买的规格。',
    variant: '规格',
    quantity: '数量',
    buyNow: '立即购买',
    addToCart: '加入购物车',
    shipping: (way: string, fee: string) => `${way}：${fee}。`,
    freeFrom: (sum: string) => `商品满 ${sum}，快递运费由卖家承担。`,
    virtual: '无需物流，付款后自动发货。',
  },
  en: {
    position: 'You are here',
    shelf: 'Shop',
    noVariant: 'There is nothing of this product to buy at the moment.',
    variant: 'Options',
    quantity: 'Quantity',
    buyNow: 'Buy now',
    addToCart: 'Add to cart',
    shipping: (way, fee) => `${way}: ${fee}. `,
    freeFrom: (sum) => `Free from ${sum} of goods on.`,
    virtual: 'Nothing to ship: it is delivered as soon as it is paid.',
  },
})
