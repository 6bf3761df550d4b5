import type { CartLine } from '@/lib/catalog/cart'
import { dictionary } from '@/lib/dictionary'
import type { Shipping } from '@/lib/orders/shipping'
import { yuan } from './format'

/** A stock of this size or less is shown as short. */
export const FEW = 5

type Line = Pick<CartLine, 'problem' | 'stock'>
type Postage = Pick<Shipping, 'feeFen' | 'payer'>

export const catalogWords = dictionary({
  zh: {
    stock(stock: number) {
      if (stock === 0) return '已售完'
      return stock <= FEW ? `仅剩 ${stock} 件` : '有货'
    },
    /** Why a line of the cart cannot be ordered, and what to do. */
    lineProblem({ problem, stock }: Line): string | undefined {
      if (problem === 'withdrawn') return '已下架，不能购买，请移除。'
      if (problem === 'sold_out') return '已售完，请移除，或者等补货。'
      return problem === 'short' ? `只剩 ${stock} 件，请把数量改成 ${stock} 以内。` : undefined
    },
    ways: { EXPRESS: '快递', EMS: 'EMS', POST: '平邮', DIRECT: '无需物流' } as Record<
      Shipping['type'],
      string
    >,
    /** The postage and who pays it. */
    fee: ({ feeFen, payer }: Postage) => (payer === 'BUYER' ? `运费 ${yuan(feeFen)}` : '包邮'),
    /** The same, in a column of amounts. */
    feeAmount: ({ feeFen, payer }: Postage) => (payer === 'BUYER' ? yuan(feeFen) : '包邮'),
    /** Keyed by the code in the page's address (?problem=). */
    problems: {
      quantity: '数量请填 1 到 999 的整数，没有改动，请修改后再试。',
      sold_out: '这一款已售完，请选择其他规格，或者等补货。',
      short: '库存不足，请减少数量。',
      too_much: '一个订单最多 1000000.00 元，没有下单。请减少数量。',
      busy: '现在下单的人太多，这一次没有成功，没有下单。请再点一次。',
      full: '购物车已满（最多 50 种商品），请先结算或移除一些。',
    } as Readonly<Record<string, string>>,
  },
  en: {
    stock(stock) {
      if (stock === 0) return 'Sold out'
      return stock <= FEW ? `Only ${stock} left` : 'In stock'
    },
    lineProblem({ problem, stock }) {
      if (problem === 'withdrawn') return 'No longer on sale. Please remove it.'
      if (problem === 'sold_out') return 'Sold out for now. Please remove it, or wait until it is back.'
      return problem === 'short' ? `Only ${stock} left. Please order ${stock} or fewer.` : undefined
    },
    ways: { EXPRESS: 'Express', EMS: 'EMS', POST: 'Surface mail', DIRECT: 'Nothing to ship' },
    fee: ({ feeFen, payer }) => (payer === 'BUYER' ? `delivery ${yuan(feeFen)}` : 'free delivery'),
    feeAmount: ({ feeFen, payer }) => (payer === 'BUYER' ? yuan(feeFen) : 'Free'),
    problems: {
      quantity: 'The quantity must be a whole number from 1 to 999. Nothing was changed.',
      sold_out: 'This one is sold out. Please choose another, or wait until it is back.',
      short: 'Not enough in stock. Please choose a smaller quantity.',
      too_much:
        'The goods of one order may cost 1000000.00 yuan at most. Please choose a smaller quantity. No order was placed.',
      busy: 'Too many people are ordering at this moment. No order was placed. Please press again.',
      full: 'The cart is full (50 kinds at most). Please check out or remove some first.',
    },
  },
})
