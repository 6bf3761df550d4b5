import type { Notification } from '@/generated/shop/client'
import { Channel, Verdict } from '@/generated/shop/enums'
import { db } from '../db'
import { ANSWERS } from './answers'
import type { Moves } from './moves'

export const VERDICTS = Object.values(Verdict)
export const CHANNELS = Object.values(Channel)

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

/** How many messages were refused since then, counted up to 1000. */
export const countRefused = (since: Date) =>
  db().notification.count({ where: { verdict: { in: REFUSALS }, receivedAt: { gte: since } }, take: 1_000 })

const REFUSALS = VERDICTS.filter((verdict) => ANSWERS[verdict] === 'fail')
