import { formatYuan } from './alipay/money'
import { LOCALES } from './dictionary'

const thousands = new Intl.NumberFormat(LOCALES.zh)

/** An amount in fen as both languages write it: ¥1,000.01. */
export const yuan = (fen: number) =>
  formatYuan(fen).replace(/\d+/, (whole) => `¥${thousands.format(Number(whole))}`)
