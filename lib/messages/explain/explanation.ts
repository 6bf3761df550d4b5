import type { Notification } from '@/generated/shop/client'
import type { Bilingual } from '../../dictionary'

/** Why a message was judged as it was, in words: what is wrong, and what to do. */
export interface Explanation extends Bilingual {
  /** A code for programs, which keeps its meaning. */
  cause: string
  /** Proved by the message's bytes or by the gateway's word; otherwise only likely. */
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
