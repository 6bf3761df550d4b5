import type { Notification } from '@/generated/shop/client'
import { Channel, Verdict } from '@/generated/shop/enums'
import { parseBeijingTime } from '../alipay/beijing-time'
import { db } from '../db'
import { cutPage, readCursor } from '../keyset'
import { ANSWERS } from './answers'
import type { Moves } from './moves'

/** What is looked for in the log; nothing given, nothing left out. `from` is included, `to` is not. */
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
  /** The cursor of the older rows; null on the last page. */
  next: string | null
}

/** The rows that a filter finds, newest first, after the cursor of an earlier page; any other text is the first page. */
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
      // the first condition is the one that an index can begin at
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

/** Before all messages, and within what every database can hold. */
const EARLIEST = new Date('2000-01-01')
/** How many messages were refused since then, counted up to 1000. */
export const countRefused = (since: Date) =>
  db().notification.count({ where: { verdict: { in: REFUSALS }, receivedAt: { gte: since } }, take: 1_000 })

const REFUSALS = Object.values(Verdict).filter((verdict) => ANSWERS[verdict] === 'fail')

type Query = Record<string, string | string[] | undefined>

/** The filter that an address names; what makes no sense in it is left out. Times are Beijing's. */
export function readLogQuery(query: Query): LogFilter {
  const text = (name: string) => {
    const value = query[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  // What <input type="datetime-local"> sends: seconds only where they are not 00.
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
