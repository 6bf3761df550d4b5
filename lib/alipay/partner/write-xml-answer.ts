import { type Charset, encode } from '../charset'
import { escapeHtml } from '../escape-html'
import { signParams } from './sign'

/** Parameters in the order of the document. */
export type XmlParams = readonly (readonly [name: string, value: string])[]

/** A success: the request repeated, and the data of the service under `response/<element>`, if there are any. */
export interface XmlSuccess {
  request?: XmlParams
  response?: { element: string; params: XmlParams }
}

/**
 * `is_success` T, signed over the children of the response's element (protocol.md 2.6, 4.7), in bytes of the merchant's
 * charset, which the declaration names. Throws UnencodableError.
 */
export function xmlSuccess({ request, response }: XmlSuccess, key: string, charset: Charset): Buffer {
  const repeated = request?.map(
    ([name, value]) => `<param name="${escapeHtml(name)}">${escapeHtml(value)}</param>`,
  )
  const answered = response && element('response', element(response.element, elements(response.params)))
  const sign = response && elements([['sign', signParams(response.params, key, charset)], ['sign_type', 'MD5']]) // prettier-ignore
  return document(
    [element('is_success', 'T'), repeated && element('request', repeated.join('')), answered, sign].join(''),
    charset,
  )
}

/** `is_success` F with an error code; real ones carry no sign (protocol.md 4.7). */
export function xmlFailure(code: string, charset: Charset): Buffer {
  return document(element('is_success', 'F') + element('error', escapeHtml(code)), charset)
}

const element = (name: string, content: string) => `<${name}>${content}</${name}>`
const elements = (params: XmlParams) =>
  params.map(([name, value]) => element(name, escapeHtml(value))).join('')

function document(content: string, charset: Charset): Buffer {
  const encoding = charset === 'utf-8' ? 'utf-8' : 'GBK'
  return encode(`<?xml version="1.0" encoding="${encoding}"?>${element('alipay', content)}`, charset)
}
