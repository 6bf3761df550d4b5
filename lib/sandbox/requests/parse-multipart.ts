import { MAX_PARAMS, type Parsed, rawParams } from '../../alipay/params'
import type { ReasonCode } from '../../alipay/reason-codes'

/** The boundary of a multipart/form-data Content-Type; `null` where it names none, undefined for any other type. */
export function boundaryOf(contentType: string | undefined): string | null | undefined {
  if (!/^\s*multipart\/form-data\s*(;|$)/i.test(contentType ?? '')) return undefined
  const [, quoted, token] = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType ?? '') ?? []
  const boundary = quoted ?? token
  return boundary && boundary.length <= 70 ? boundary : null
}

const DISPOSITION =
  /^content-disposition:[ \t]*form-data((?:[ \t]*;[ \t]*[\w*-]+=(?:"[^"]*"|[^\s";]+))*)[ \t]*$/i
const ENCODING = /^content-transfer-encoding:(?![ \t]*(7bit|8bit|binary)[ \t]*$)/i

/**
 * Splits a multipart/form-data body (RFC 7578), as PHP's curl and others post it. Names and values stay bytes: nothing
 * is decoded, and the charset of a part is ignored. Refuses what parseForm refuses (protocol.md 4.3), files, encoded parts,
 * and a body without its last boundary.
 */
export function parseMultipart(body: Uint8Array, boundary: string): Parsed {
  const [, ...parts] = `\r\n${Buffer.from(body).toString('latin1')}`.split(`\r\n--${boundary}`)
  const end = parts.findIndex((part) => part.startsWith('--'))
  if (end < 0) return refused('multipart_cut_off')
  if (end > MAX_PARAMS) return refused('too_many_parameters', String(MAX_PARAMS))
  const params = new Map<string, string>()
  for (const part of parts.slice(0, end)) {
    const [, head, value] = /^[ \t]*\r\n((?:[^\r\n]+\r\n)+)\r\n([^]*)$/.exec(part) ?? []
    if (head === undefined || value === undefined) return refused('part_without_name')
    const lines = head.split('\r\n')
    const dispositions = lines.filter((line) => /^content-disposition:/i.test(line))
    const attributes = attributesOf(dispositions[0] ?? '')
    const name = attributes?.get('name')
    if (dispositions.length !== 1 || !attributes || name === undefined || name === '')
      return refused('part_without_name')
    const shown = name.slice(0, 80).replace(/[^\x20-\x7e]/g, '?')
    if (attributes.has('filename') || attributes.has('filename*')) return refused('part_is_file', shown)
    if (lines.some((line) => ENCODING.test(line))) return refused('part_encoded', shown)
    if (/[&=]/.test(name)) return refused('name_with_separator')
    if (name.includes('\0') || value.includes('\0')) return refused('broken_encoding', shown)
    if (params.has(name)) return refused('parameter_twice', shown)
    params.set(name, value)
  }
  return params.size === 0 ? refused('no_parameters') : { ok: true, params: rawParams(params) }
}

/** The attributes after `form-data`; undefined where the syntax is another, or a name comes twice. */
function attributesOf(disposition: string): Map<string, string> | undefined {
  const text = DISPOSITION.exec(disposition)?.[1]
  if (text === undefined) return undefined
  const attributes = new Map<string, string>()
  for (const [, name = '', quoted, token] of text.matchAll(/;[ \t]*([\w*-]+)=(?:"([^"]*)"|([^\s";]+))/g)) {
    if (attributes.has(name.toLowerCase())) return undefined
    attributes.set(name.toLowerCase(), quoted ?? token ?? '')
  }
  return attributes
}

const refused = (code: ReasonCode, detail?: string): Parsed => ({ ok: false, code, detail })
