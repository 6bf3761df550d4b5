import type { Notification } from '@/generated/shop/client'
import { Channel, Verdict } from '@/generated/shop/enums'
import { parseBeijingTime } from '../alipay/beijing-time'
import { db } from '../db'
import { cutPage, readCursor } from '../keyset'
import { ANSWERS } from './answers'
import type { Moves } from './moves'

/** Conditions of a search, all optional. `from` is included, `to` is not. */
export interface LogFilter {
  verdict?: Verdict
  /** Every verdict that a notification is answered `fail` for. */
  refused?: boolean
  channel?: Channel
  orderNo?: string
  from?: Date
  to?: Date
}

export type FoundRow = Pick<
  Notification,
  | 'id'
  | 'channel'
  | 'receivedAt'
  | 'orderNo'
  | 'verdict'
  | 'answer'
  | 'milliseconds'
  | 'tradeStatus'
  | keyof Moves
  | 'code'
  | 'detail'
  | 'notes'
>

export interface LogPage {
  rows: FoundRow[]
  /** The cursor of the next page; null on the last one. */
  next: string | null
}

/** One page of the log entries that a filter finds, newest first; any text that is no cursor is the first page. */
export async function searchLog(
  { verdict, refused, channel, orderNo, from, to }: LogFilter,
  after?: string | null,
  size = 50,
): Promise<LogPage> {
  const cursor = readCursor(after)
  const before = cursor && new Date(cursor.value)
  const found = await db().notification.findMany({
    where: {
      verdict: verdict ?? (refused ? { in: REFUSALS } : undefined),
      channel,
      orderNo,
      receivedAt: { gte: from, lt: to },
      // An index can only use the first condition.
      AND: cursor && [
        { receivedAt: { lte: before } },
        { OR: [{ receivedAt: { lt: before } }, { id: { lt: cursor.id } }] },
      ],
    },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take: size + 1,
    omit: { rawBytes: true, params: true, stringToSign: true, sign: true, mysign: true, responseTxt: true },
  })
  return cutPage(found, size, ({ receivedAt }) => receivedAt)
}

/** Earlier than all messages, within the range of the database's type. */
const EARLIEST = new Date('2000-01-01')
/** The number of messages refused since then, at most 1000. */
export const countRefused = (since: Date) =>
  db().notification.count({ where: { verdict: { in: REFUSALS }, receivedAt: { gte: since } }, take: 1_000 })

const REFUSALS = Object.values(Verdict).filter((verdict) => ANSWERS[verdict] === 'fail')

type Query = Record<string, string | string[] | undefined>

/** Reads the filter from a query, ignoring invalid values. Times are in Beijing time. */
export function readLogQuery(query: Query): LogFilter {
  const text = (name: string) => {
    const value = query[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  // <input type="datetime-local"> leaves out seconds of 00.
  const time = (name: string) => {
    const value = text(name).replace('T', ' ')
    const moment = parseBeijingTime(value.length === 16 ? `${value}:00` : value)
    return moment && moment > EARLIEST ? moment : undefined
  }
  const orderNo = text('orderNo')
  return {
    verdict: Object.values(Verdict).find((verdict) => verdict === text('verdict')),
    refused: text('verdict') === 'refused' || undefined,
    channel: Object.values(Channel).find((channel) => channel === text('channel')),
    orderNo: /^[^\0]{1,64}$/u.test(orderNo) ? orderNo.toWellFormed() : undefined,
    from: time('from'),
    to: time('to'),
  }
}
