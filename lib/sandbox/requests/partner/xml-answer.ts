import { type Charset, UnencodableError } from '../../../alipay/charset'
import { type XmlSuccess, xmlSuccess } from '../../../alipay/partner/write-xml-answer'

/** An answer in the charset of the question; in UTF-8, and declared so, where a trade of older days does not fit into it. */
export function signedXml(success: XmlSuccess, key: string, charset: Charset): Buffer {
  try {
    return xmlSuccess(success, key, charset)
  } catch (error) {
    if (error instanceof UnencodableError) return xmlSuccess(success, key, 'utf-8')
    throw error
  }
}
