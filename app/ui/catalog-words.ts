import type { CartLine } from '@/lib/catalog/cart'
import type { Shipping } from '@/lib/orders/shipping'
import { yuan } from './format'

const FEW = 5

export function stockInWords(stock: number): string {
  if (stock === 0) return '已售完'
  return stock <= FEW ? `只剩 ${stock} 件` : '有货'
}

/** Why a line of the cart is not ordered, and what to do. */
export function problemInWords({ problem, stock }: Pick<CartLine, 'problem' | 'stock'>): string | undefined {
  if (problem === 'withdrawn') return '已经下架，不能购买，请移除。'
  if (problem === 'sold_out') return '已售完，暂时不能购买，请移除或等补货。'
  return problem === 'short' ? `只剩 ${stock} 件，请把数量改成 ${stock} 以内。` : undefined
}

export const WAY_WORDS: Record<Shipping['type'], string> = {
  EXPRESS: '快递',
  EMS: 'EMS',
  POST: '平邮',
  DIRECT: '无需物流',
}

/** The postage as the buyer bears it. */
export const feeInWords = ({ feeFen, payer }: Pick<Shipping, 'feeFen' | 'payer'>) =>
  payer === 'BUYER' ? `运费 ${yuan(feeFen)}，买家承担` : '卖家承担运费'

/** What is wrong with what was asked for, by its word in an address (?problem=). */
export const PROBLEM_WORDS: Record<string, string> = {
  quantity: '数量要写 1 到 999 的整数。什么也没有改变，请改好再试。',
  sold_out: '这一款已售完，请选别的规格，或者等补货。',
  short: '库存不够这么多，请把数量改少一些。',
  full: '购物车已经满了（最多 50 种），请先结算或移除一些。',
}
