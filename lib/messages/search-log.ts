import type { Notification } from '@/generated/shop/client'
import { Channel, Verdict } from '@/generated/shop/enums'
import { parseBeijingTime } from '../alipay/beijing-time'
import { db } from '../db'
import { isUuid } from '../uuid'
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

/** Keyset pagination: the entry after which older ones follow, by the two columns that order the log. */
export interface LogPosition {
  receivedAt: Date
  id: string
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
  /** The position of the next page; null on the last one. */
  next: LogPosition | null
}

/** One page of the log entries that a filter finds, newest first. */
export async function searchLog(
  { verdict, refused, channel, orderNo, from, to }: LogFilter,
  after: LogPosition | null = null,
  size = 50,
): Promise<LogPage> {
  const found = await db().notification.findMany({
    where: {
      verdict: verdict ?? (refused ? { in: REFUSALS } : undefined),
      channel,
      orderNo,
      receivedAt: { gte: from, lt: to },
      // An index can only use the first condition.
      AND: after
        ? [
            { receivedAt: { lte: after.receivedAt } },
            { OR: [{ receivedAt: { lt: after.receivedAt } }, { id: { lt: after.id } }] },
          ]
        : [],
    },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take: size + 1,
    omit: { rawBytes: true, params: true, stringToSign: true, sign: true, mysign: true, responseTxt: true },
  })
  const rows = found.slice(0, size)
  const last = rows.at(-1)
  return { rows, next: found.length > size && last ? { receivedAt: last.receivedAt, id: last.id } : null }
}

/** Earlier than all messages, within the range of the database's type. */
const EARLIEST = new Date('2000-01-01')
/** The number of messages refused since then, at most 1000. */
export const countRefused = (since: Date) =>
  db().notification.count({ where: { verdict: { in: REFUSALS }, receivedAt: { gte: since } }, take: 1_000 })

const REFUSALS = Object.values(Verdict).filter((verdict) => ANSWERS[verdict] === 'fail')

type Query = Record<string, string | string[] | undefined>

/** Reads filter and position from a query, ignoring invalid values. Times are in Beijing time. */
export function readLogQuery(query: Query): { filter: LogFilter; after: LogPosition | null } {
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
  const [at, id] = text('after').split('_')
  const receivedAt = new Date(/^\d{1,15}$/.test(at ?? '') ? Number(at) : NaN)
  return {
    filter: {
      verdict: Object.values(Verdict).find((verdict) => verdict === text('verdict')),
      refused: text('verdict') === 'refused' || undefined,
      channel: Object.values(Channel).find((channel) => channel === text('channel')),
      orderNo: /^[^\0]{1,64}$/u.test(orderNo) ? orderNo.toWellFormed() : undefined,
      from: time('from'),
      to: time('to'),
    },
    after: id && isUuid(id) && !Number.isNaN(receivedAt.getTime()) ? { receivedAt, id } : null,
  }
}

/** A position as a query parameter. */
export const positionText = ({ receivedAt, id }: LogPosition) => `${receivedAt.getTime()}_${id}`
