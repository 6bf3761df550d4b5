import { parseBeijingTime } from '@/lib/alipay/beijing-time'
import { CHANNELS, type LogFilter, VERDICTS } from '@/lib/messages/search-log'

/** Before all messages, and within what PostgreSQL can hold. */
const EARLIEST = new Date('2000-01-01')

/** The filter of an address, times in Beijing time; what makes no sense is left out. */
export function readLogSearch(query: Record<string, unknown>): LogFilter {
  const text = (name: string) => {
    const value = query[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  // <input type="datetime-local"> sends seconds only where they are not 00
  const time = (name: string) => {
    const value = text(name).replace('T', ' ')
    const moment = parseBeijingTime(value.length === 16 ? `${value}:00` : value)
    return moment && moment > EARLIEST ? moment : undefined
  }
  const orderNo = text('orderNo')
  return {
    verdict: VERDICTS.find((verdict) => verdict === text('verdict')),
    refused: text('verdict') === 'refused' || undefined,
    channel: CHANNELS.find((channel) => channel === text('channel')),
    orderNo: /^[^\0]{1,64}$/u.test(orderNo) ? orderNo.toWellFormed() : undefined,
    from: time('from'),
    to: time('to'),
  }
}
