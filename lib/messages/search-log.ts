import type { Notification } from '@/generated/shop/client'
import { Channel, Verdict } from '@/generated/shop/enums'
import { db } from '../db'
import { cutPage, type Page, readCursor } from '../keyset'
import { ANSWERS } from './answers'

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

/** What a list of log entries does not show. */
const HIDDEN = {
  rawBytes: true,
  params: true,
  stringToSign: true,
  sign: true,
  mysign: true,
  responseTxt: true,
} as const

export type FoundRow = Omit<Notification, keyof typeof HIDDEN>

/** One page of the log entries that a filter finds, newest first; any text that is no cursor is the first page. */
export async function searchLog(
  { verdict, refused, channel, orderNo, from, to }: LogFilter,
  after?: string | null,
  size = 50,
): Promise<Page<FoundRow>> {
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
    omit: HIDDEN,
  })
  return cutPage(found, size, ({ receivedAt }) => receivedAt)
}

/** How many messages were refused since then, counted up to 1000. */
export const countRefused = (since: Date) =>
  db().notification.count({ where: { verdict: { in: REFUSALS }, receivedAt: { gte: since } }, take: 1_000 })

const REFUSALS = VERDICTS.filter((verdict) => ANSWERS[verdict] === 'fail')
