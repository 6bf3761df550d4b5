import { type Charset, encode, UnencodableError } from '../../../alipay/charset'
import { xmlFailure, type XmlParams, xmlSuccess } from '../../../alipay/partner/write-xml-answer'
import type { GatewayRefusal } from '../refusal'
import type { Authentic } from './authenticate'

/** The outcome of a call from a merchant's server: signed XML in the merchant's charset, or a refusal. */
export type ServiceAnswer = { kind: 'answered'; xml: Buffer } | GatewayRefusal

/**
 * Data of a trade, with the request repeated, in the charset of the request; in UTF-8, and declared so, where the trade's
 * text does not fit into it.
 */
export function tradeXml(
  { text, merchant: { key }, charset }: Authentic,
  element: string,
  params: XmlParams,
): ServiceAnswer {
  const request = Object.entries(text).filter(([name]) => name !== 'sign' && name !== 'sign_type')
  const success = { request, response: { element, params } }
  try {
    return { kind: 'answered', xml: xmlSuccess(success, key, charset) }
  } catch (error) {
    if (error instanceof UnencodableError) return { kind: 'answered', xml: xmlSuccess(success, key, 'utf-8') }
    throw error
  }
}

/**
 * A refusal as a server gets it: the real gateway's XML, which has the code alone, and after it the reason in a comment,
 * which no program reads (protocol.md 1).
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
