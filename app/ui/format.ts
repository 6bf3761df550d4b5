import { formatYuan } from '@/lib/alipay/money'

const moment = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'medium',
  timeStyle: 'medium',
})

/** Fen as a buyer reads it: ¥0.01. */
export const yuan = (fen: number) => `¥${formatYuan(fen)}`

/** A moment in Beijing time. */
export const beijing = (date: Date) => moment.format(date)
