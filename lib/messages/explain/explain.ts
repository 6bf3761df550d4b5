import { isMd5Sign } from '../../alipay/partner/sign'
import type { OpenSettings } from '../../gateway/open-gateway'
import type { PartnerAccount } from '../../gateway/partner-request'
import { explainMalformed } from './malformed'
import { explainNotes } from './notes'
import { explainOpenSign } from './open-sign'
import { explainSign } from './sign'
import { explainVerdict } from './verdict'
import { explainSource } from './source'
import type { ExplainedMessage, Explanation } from './explanation'

/**
 * What lies behind a verdict, the most likely cause first (spec.md T5.2S). A wrong sign is explained by trying the usual
 * mistakes over the raw bytes with the present account. Empty for a message applied as a whole and without notes. Never
 * contains the right sign or a key.
 */
export function explain(row: ExplainedMessage, account: PartnerAccount | OpenAccount): Explanation[] {
  // a message of the open platform has no notes that need an account
  return [...explainResult(row, account), ...('appId' in account ? [] : explainNotes(row, account))]
}

/** An application of the open platform, by the keys that a sign can be tried with. */
type OpenAccount = Pick<OpenSettings, 'appId' | 'privateKey' | 'alipayPublicKey'>

function explainResult(row: ExplainedMessage, account: PartnerAccount | OpenAccount): Explanation[] {
  if (row.trimmedFrom !== null) return [explainTrimmed(row.rawBytes.length, row.trimmedFrom)]
  const isOpen = 'appId' in account
  if (row.verdict === 'bad_sign')
    return [isOpen ? explainOpenSign(row.rawBytes, account) : explainSign(row.rawBytes, account, isMd5Sign)]
  if (row.verdict === 'malformed') return [explainMalformed(row, isOpen ? undefined : account)]
  if (row.verdict === 'bad_source') return explainSource(row)
  return explainVerdict(row)
}

/** Bytes that are not all there cannot be examined. */
const explainTrimmed = (kept: number, all: number): Explanation => ({
  cause: 'trimmed',
  certain: true,
  zh: `这条消息有 ${all} 字节，没有证实，只保留了前 ${kept} 字节，无法再分析。支付宝的通知约 1 KB：这条多半不是它发的，或者有程序往里加了东西。`,
  en: `This message has ${all} bytes, nothing proves it, and only the first ${kept} are kept, so it cannot be examined further. Alipay’s are about 1 KB: this is probably not one, or a program has added to it.`,
})
