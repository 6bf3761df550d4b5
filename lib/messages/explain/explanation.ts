import type { Notification } from '@/generated/shop/client'
import type { Bilingual } from '../../dictionary'

/** Why a message was judged as it was, in words: what is wrong, and what to do. */
export interface Explanation extends Bilingual {
  /** The machine's name; once written, it keeps its meaning. */
  cause: string
  /** Proved over the message's bytes or said by the gateway; otherwise it is only likely. */
  certain: boolean
}

export type ExplainedMessage = Pick<
  Notification,
  | 'channel'
  | 'rawBytes'
  | 'trimmedFrom'
  | 'receivedAt'
  | 'params'
  | 'responseTxt'
  | 'verdict'
  | 'code'
  | 'detail'
  | 'notes'
>
