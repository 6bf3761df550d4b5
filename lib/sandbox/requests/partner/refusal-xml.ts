import { type Charset, encode } from '../../../alipay/charset'
import { xmlFailure } from '../../../alipay/partner/write-xml-answer'
import type { GatewayRefusal } from '../refusal'

/**
 * A refusal as a server is told it: the real gateway's XML, which has the code alone, and behind it in a comment, which
 * no program reads, why (protocol.md 1).
 */
export function refusalXml({ code, reason }: GatewayRefusal, charset: Charset): Buffer {
  const text = `${reason.en} / ${reason.zh}`
    .replace(/-(?=-|$)/g, '- ')
    .replace(/[\x00-\x1f\ufffe\uffff]/g, ' ')
  const comment = Array.from(`<!-- ${text} -->`, (character) => encodable(character, charset))
  return Buffer.concat([xmlFailure(code, charset), ...comment])
}

function encodable(character: string, charset: Charset): Buffer {
  try {
    return encode(character, charset)
  } catch {
    return Buffer.from('?')
  }
}
