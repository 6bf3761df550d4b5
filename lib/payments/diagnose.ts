import type { Account } from '../alipay/request'
import { explainMalformed } from './diagnose-malformed'
import { explainNotes } from './diagnose-notes'
import { explainSign } from './diagnose-sign'
import { explainVerdict } from './diagnose-verdict'
import { explainResponseTxt } from './diagnose-verify'
import type { Diagnosed, Finding } from './finding'

/**
 * What lies behind a row's verdict, the likeliest first (spec.md T5.2S): a sign that differs is explained by trying
 * the usual mistakes over the raw bytes, with the account of today. Says nothing of a message that was applied as a
 * whole and has no notes, and never what the right sign or the key would be.
 */
export function diagnose(row: Diagnosed, account: Account): Finding[] {
  return [...explain(row, account), ...explainNotes(row, account)]
}

function explain(row: Diagnosed, account: Account): Finding[] {
  if (row.verdict === 'bad_sign') return [explainSign(row.rawBytes, account)]
  if (row.verdict === 'malformed') return [explainMalformed(row, account)]
  if (row.verdict === 'bad_source') return explainResponseTxt(row)
  return explainVerdict(row)
}
