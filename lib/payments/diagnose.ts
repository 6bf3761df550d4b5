import type { Notification } from '@/generated/shop/client'
import type { Bilingual } from '../alipay/bilingual'
import type { Account } from '../alipay/request'
import { explainMalformed } from './diagnose-malformed'
import { explainSign } from './diagnose-sign'
import { explainVerdict } from './diagnose-verdict'
import { explainResponseTxt } from './diagnose-verify'

/** Why a message was judged as it was, in words: what is wrong, and what to do. */
export interface Finding extends Bilingual {
  /** The machine's name; once written, it keeps its meaning. */
  cause: string
  /** Proved over the message's bytes or said by the gateway; otherwise it is only likely. */
  certain: boolean
}

export type Diagnosed = Pick<
  Notification,
  'channel' | 'rawBytes' | 'receivedAt' | 'params' | 'responseTxt' | 'verdict' | 'reason'
>

/**
 * What lies behind a row's verdict, the likeliest first (spec.md T5.2S): a sign that differs is explained by trying
 * the usual mistakes over the raw bytes, with the account of today. Says nothing of a message that was applied, and
 * never what the right sign or the key would be.
 */
export function diagnose(row: Diagnosed, account: Account): Finding[] {
  if (row.verdict === 'bad_sign') return [explainSign(row.rawBytes, account)]
  if (row.verdict === 'malformed') return [explainMalformed(row, account)]
  if (row.verdict === 'bad_source') return explainResponseTxt(row)
  return explainVerdict(row.verdict)
}
