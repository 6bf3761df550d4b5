import { dictionary, plural } from '@/lib/dictionary'

export const cartWords = dictionary({
  zh: {
    title: '购物车',
    empty: '购物车是空的。',
    toShelf: '去货架看看',
    unitPrice: (price: string) => `单价 ${price}`,
    quantityOf: (name: string) => `${name} 的数量`,
    update: '更新',
    updateOf: (name: string) => `更新 ${name} 的数量`,
    remove: '移除',
    removeOf: (name: string) => `移除 ${name}`,
    total: '合计',
    goods: (count: number) => `商品合计（${count} 件）`,
    leftOut: (kinds: number) => `有 ${kinds} 种不能下单，没有算在内。`,
    shipping: (way: string, fee: string) => `${way}${fee}，结算时可以换。`,
    nothingToShip: '无需物流。',
    checkOut: '去结算',
  },
  en: {
    title: 'Cart',
    empty: 'Your cart is empty.',
    toShelf: 'Have a look at the shop',
    unitPrice: (price) => `${price} each`,
    quantityOf: (name) => `Quantity of ${name}`,
    update: 'Update',
    updateOf: (name) => `Update the quantity of ${name}`,
    remove: 'Remove',
    removeOf: (name) => `Remove ${name}`,
    total: 'Total',
    goods: (count) => `Goods (${plural(count, 'item')})`,
    leftOut: (kinds) =>
      `${plural(kinds, 'line')} cannot be ordered now and ${kinds === 1 ? 'is' : 'are'} not counted.`,
    shipping: (way, fee) => `${way}, ${fee}. You can change this at checkout.`,
    nothingToShip: 'Nothing to ship.',
    checkOut: 'Check out',
  },
})
