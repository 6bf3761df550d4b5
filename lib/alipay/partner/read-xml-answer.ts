import { SaxesParser } from 'saxes'
import { MAX_ANSWER_BYTES } from '../http'
import { type Charset, encode, firstUnencodable, parseCharset, textForPeople } from '../charset'
import type { Checked } from '../message'
import { type RawParams, rawParams } from '../params'
import { readParams } from '../read-params'
import type { Reason, ReasonCode } from '../reason-codes'
import { md5Sign, signsEqual } from './sign'
import { stringToSign } from './string-to-sign'

/** `params` are the children of the one element under `response`. `done` is a success without data. */
export type XmlAnswer =
  | (Reason & { kind: 'malformed' })
  | { kind: 'refused'; code: string }
  | (Reason & Checked & { kind: 'bad_sign' })
  | (Checked & { kind: 'signed' })
  | { kind: 'done' }

/**
 * Reads the gateway's XML answer to a call (protocol.md 1, 2.6 to 2.10, 4.7), in the charset of its declaration. An answer
 * with data must be signed; a failure and a bare success have no sign. The sign is checked over the bytes of the values.
 */
export function readXmlAnswer(bytes: Uint8Array, key: string): XmlAnswer {
  if (bytes.length > MAX_ANSWER_BYTES) return malformed('too_long', String(MAX_ANSWER_BYTES))
  const charset = declaredCharset(bytes)
  if (!charset) return malformed('unknown_charset')
  const document = readLeaves(withoutOddities(Buffer.from(bytes).toString('latin1'), charset))
  if (!document.ok) return malformed(document.code, document.detail)
  const { leaves } = document

  const success = leaves.get('alipay/is_success')
  const code = leaves.get('alipay/error')
  if (success === 'F' && code && /^\w{1,64}$/.test(code)) return { kind: 'refused', code }
  if (success !== 'T') return malformed('no_is_success')
  const raw = responseParams(leaves)
  if (!raw) return malformed('two_responses')
  const sign = leaves.get('alipay/sign') ?? ''
  if (raw.size === 0 && sign === '') return { kind: 'done' }
  const read = readParams(raw, charset)
  if (!read.ok) return malformed(read.code, read.detail)
  const { params, unreadable } = read
  const signed = stringToSign(raw)
  const mysign = md5Sign(signed, key)
  const checked = { params, unreadable, signedText: textForPeople(signed, charset), sign, mysign }
  return signsEqual(sign, mysign)
    ? { kind: 'signed', ...checked }
    : { kind: 'bad_sign', code: 'wrong_sign', ...checked }
}

const malformed = (code: ReasonCode, detail?: string): XmlAnswer => ({ kind: 'malformed', code, detail })

function declaredCharset(bytes: Uint8Array): Charset | undefined {
  const start = Buffer.from(bytes.subarray(0, 100)).toString('latin1')
  const encoding = /^(?:\xef\xbb\xbf)?<\?xml [^>]*?encoding=["']([\w-]+)["']/.exec(start)?.[1]
  return parseCharset(encoding ?? 'utf-8')
}

/**
 * Added to bytes below 32 while the parser runs: XML allows few of them and turns CR into LF, but values are signed with
 * them. All other bytes are characters up to U+00FF.
 */
const PLACEHOLDERS = 0x100

/**
 * The document, one character per byte, prepared so that a strict parser changes no value: control characters in texts
 * are replaced, and references beyond ASCII are written as bytes. The markup is ASCII in every charset here.
 */
function withoutOddities(xml: string, charset: Charset): string {
  return xml.replace(/^\xef\xbb\xbf/, '').replace(/<!\[CDATA\[[^]*?\]\]>|>[^<]+<\//g, (piece) => {
    const text = piece.startsWith('<')
      ? piece
      : piece.replace(/&#(x[0-9a-f]+|\d+);/gi, (reference, digits: string) => {
          const code = Number(digits.replace(/^x/i, '0x'))
          if (code > 0 && code < 0x20) return String.fromCharCode(code)
          return code >= 0x80 && code <= 0x10ffff ? written(String.fromCodePoint(code), charset) : reference
        })
    return text.replace(/[\x01-\x08\x0b-\x1f]/g, (control) =>
      String.fromCharCode(PLACEHOLDERS + control.charCodeAt(0)),
    )
  })
}

/** A character in the charset's bytes, or `?` as the gateway writes before signing where the charset lacks it. */
const written = (character: string, charset: Charset) =>
  firstUnencodable(character, charset) === undefined ? encode(character, charset).toString('latin1') : '?'

const withControls = (value: string) =>
  value.replace(/[\u0100-\u011f]/g, (one) => String.fromCharCode(one.charCodeAt(0) - PLACEHOLDERS))

class NotAnAnswer extends Error {
  constructor(
    readonly code: ReasonCode,
    readonly detail?: string,
  ) {
    super(code)
  }
}

type Document = { ok: true; leaves: Map<string, string> } | ({ ok: false } & Reason)

/** The bytes of every element without children, by its path. Refuses what is not XML as the gateway writes it. */
function readLeaves(text: string): Document {
  const leaves = new Map<string, string>()
  const open: { path: string; text: string; hasChildren: boolean }[] = []
  const parser = new SaxesParser()
  const addText = (piece: string) => {
    const element = open.at(-1)
    if (element) element.text += piece
  }
  parser.on('doctype', () => {
    throw new NotAnAnswer('doctype')
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
    if (leaves.has(element.path)) throw new NotAnAnswer('element_twice', element.path)
    leaves.set(element.path, withControls(element.text))
  })
  try {
    parser.write(text).close()
  } catch (error) {
    return error instanceof NotAnAnswer
      ? { ok: false, code: error.code, detail: error.detail }
      : { ok: false, code: 'not_xml' }
  }
  return { ok: true, leaves }
}

function responseParams(leaves: Map<string, string>): RawParams | undefined {
  const found = [...leaves].flatMap(([path, value]) => {
    const [, element, name] = /^alipay\/response\/([^/]+)\/([^/]+)$/.exec(path) ?? []
    return element && name ? [{ element, name, value }] : []
  })
  if (new Set(found.map(({ element }) => element)).size > 1) return undefined
  return rawParams(new Map(found.map(({ name, value }) => [name, value])))
}
