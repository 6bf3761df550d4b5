import type { Notification } from '@/generated/shop/client'
import { Channel, Verdict } from '@/generated/shop/enums'
import { db } from '../db'
import { ANSWERS } from './answers'
import { statusIn } from './message-log'

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

/** The row after which to go on, older ones: the two columns that order the log. */
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
  | 'transition'
  | 'reason'
  | 'notes'
> & { tradeStatus: string | null }

export interface LogPage {
  rows: FoundRow[]
  /** Where the older rows begin; null on the last page. */
  next: LogPosition | null
}

/** The rows that a filter finds, newest first, one page at a time. The millionth page costs no more than the first. */
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
      // The first half alone is what an index can jump to.
      AND: after
        ? [
            { receivedAt: { lte: after.receivedAt } },
            { OR: [{ receivedAt: { lt: after.receivedAt } }, { id: { lt: after.id } }] },
          ]
        : [],
    },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take: size + 1,
    select: {
      ...{ id: true, channel: true, receivedAt: true, orderNo: true, verdict: true, answer: true },
      ...{ milliseconds: true, transition: true, reason: true, notes: true, params: true },
    },
  })
  const rows = found.slice(0, size).map(({ params, ...row }) => ({ ...row, tradeStatus: statusIn(params) }))
  const last = rows.at(-1)
  return { rows, next: found.length > size && last ? { receivedAt: last.receivedAt, id: last.id } : null }
}

/** How many messages were refused since then, counted up to 1000. */
export const countRefused = (since: Date) =>
  db().notification.count({ where: { verdict: { in: REFUSALS }, receivedAt: { gte: since } }, take: 1_000 })

const REFUSALS = VERDICTS.filter((verdict) => ANSWERS[verdict] === 'fail')
