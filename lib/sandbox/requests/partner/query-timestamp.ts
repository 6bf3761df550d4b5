import { xmlFailure, xmlSuccess } from '../../../alipay/partner/write-xml-answer'
import { charsetOf } from '../../trade/charset-of'
import { findMerchant } from '../../merchants/merchants'
import { issueTimestampKey } from './anti-phishing-key'

/** query_timestamp (protocol.md 2.10), which is asked unsigned: a value for anti_phishing_key, good for 30 seconds. */
export async function queryTimestamp(partner: string | null): Promise<Buffer> {
  const merchant = partner && !partner.includes('\0') ? await findMerchant(partner) : null
  if (!merchant) return xmlFailure('ILLEGAL_PARTNER', 'gbk')
  const key = await issueTimestampKey(merchant)
  const response = { element: 'timestamp', params: [['encrypt_key', key] as const] }
  return xmlSuccess({ response }, merchant.key, charsetOf(merchant))
}
