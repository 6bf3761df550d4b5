import { SaxesParser } from 'saxes'
import { type Charset, decode, parseCharset } from './charset'
import type { Params } from './params'
import { toRaw } from './params'
import { md5Sign, signsEqual, stringToSign } from './sign'

/** Answers are some KB; nothing longer than this is read. */
export const MAX_ANSWER_BYTES = 256 * 1024

/** `params` are the children of the one element under `response`; none where a service answers only that it is done. */
export type XmlAnswer =
  | { kind: 'malformed'; reason: string }
  | { kind: 'refused'; code: string }
  | { kind: 'bad_sign'; reason: string; params: Params; sign: string; mysign: string }
  | { kind: 'signed'; params: Params; sign: string; mysign: string }
  | { kind: 'done' }

/**
 * Reads the gateway's XML answer to a call of ours (protocol.md 1, 2.6 to 2.10, 4.7). Its charset is the one that the
 * declaration names, whatever the request's was. Whatever carries data has to be signed; a failure and a bare success
 * carry none, and no sign.
 */
export function readXmlAnswer(bytes: Uint8Array, key: string): XmlAnswer {
  if (bytes.length > MAX_ANSWER_BYTES) return malformed(`more than ${MAX_ANSWER_BYTES} bytes`)
  const charset = declaredCharset(bytes)
  const text = charset && decode(bytes, charset)
  if (!charset || text === undefined) return malformed('the bytes are not in the charset that it declares')
  const leaves = readLeaves(text)
  if (typeof leaves === 'string') return malformed(leaves)

  const success = leaves.get('alipay/is_success')
  const code = leaves.get('alipay/error')
  if (success === 'F' && code && /^\w{1,64}$/.test(code)) return { kind: 'refused', code }
  if (success !== 'T') return malformed('is_success is neither T nor F with an error')
  const params = responseParams(leaves)
  if (!params) return malformed('more than one element under response')
  const sign = leaves.get('alipay/sign') ?? ''
  if (params.size === 0 && sign === '') return { kind: 'done' }
  const mysign = md5Sign(stringToSign(toRaw(params, charset)), key)
  const checked = { params, sign, mysign }
  return signsEqual(sign, mysign)
    ? { kind: 'signed', ...checked }
    : { kind: 'bad_sign', reason: "the answer's sign is not the one computed here", ...checked }
}

const malformed = (reason: string): XmlAnswer => ({ kind: 'malformed', reason })

function declaredCharset(bytes: Uint8Array): Charset | undefined {
  const start = Buffer.from(bytes.subarray(0, 100)).toString('latin1')
  const encoding = /^(?:\xef\xbb\xbf)?<\?xml [^>]*?encoding=["']([\w-]+)["']/.exec(start)?.[1]
  return parseCharset(encoding ?? 'utf-8')
}

class NotAnAnswer extends Error {}

/** The text of every element without children, by its path; a sentence where it is not XML as the gateway writes it. */
function readLeaves(text: string): Map<string, string> | string {
  const leaves = new Map<string, string>()
  const open: { path: string; text: string; hasChildren: boolean }[] = []
  const parser = new SaxesParser()
  const addText = (piece: string) => {
    const element = open.at(-1)
    if (element) element.text += piece
  }
  parser.on('doctype', () => {
    throw new NotAnAnswer('a DOCTYPE, which no answer of the gateway has')
  })
  parser.on('opentag', ({ name, attributes }) => {
    const parent = open.at(-1)
    if (parent) parent.hasChildren = true
    const own = name === 'param' ? `param:${attributes.name}` : name
    open.push({ path: parent ? `${parent.path}/${own}` : own, text: '', hasChildren: false })
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const element = open.pop()
    if (!element || element.hasChildren) return
    if (leaves.has(element.path)) throw new NotAnAnswer(`${element.path} is there twice`)
    leaves.set(element.path, element.text)
  })
  try {
    parser.write(text).close()
  } catch (error) {
    return error instanceof NotAnAnswer ? error.message : 'not XML'
  }
  return leaves
}

function responseParams(leaves: Map<string, string>): Params | undefined {
  const found = [...leaves].flatMap(([path, value]) => {
    const [, element, name] = /^alipay\/response\/([^/]+)\/([^/]+)$/.exec(path) ?? []
    return element && name ? [{ element, name, value }] : []
  })
  if (new Set(found.map(({ element }) => element)).size > 1) return undefined
  return new Map(found.map(({ name, value }) => [name, value]))
}
