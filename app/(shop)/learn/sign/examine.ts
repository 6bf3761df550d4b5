import { CHARSETS, type Charset, decode, UnencodableError } from '@/lib/alipay/charset'
import { formEncode, type Params, parseForm, toRaw, toText } from '@/lib/alipay/params'
import { stringToSign } from '@/lib/alipay/partner/string-to-sign'
import type { Bilingual } from '@/lib/dictionary'
import { explainSign } from '@/lib/messages/explain/sign'
import type { Reason } from '@/lib/alipay/reason-codes'
import { reasonInWords } from '@/lib/alipay/reason-words'
import { md5 } from './browser/md5'

/** One step from the pasted text to the sign, for each charset. */
export interface Signed {
  charset: Charset
  /** The bytes of the string to sign, in hex. */
  bytes: string
  sign: string
}

/** A charset that cannot carry the text, and the first character that it does not have. */
interface Unsigned {
  charset: Charset
  character: string
}

export interface Examined {
  ok: true
  /** As they came; `use` tells whether a parameter is signed. */
  params: { name: string; value: string; use: 'signed' | 'empty' | 'sign' }[]
  text: string
  results: (Signed | Unsigned)[]
  /** About the pasted sign; undefined where there is none. */
  judgement: { ok: true; charset: Charset } | ({ ok: false } & Bilingual) | undefined
}

export type Examination = Examined | ({ ok: false } & Bilingual)

/** As lib/alipay/partner/sign.ts does, but without node:crypto, which browsers lack; a timing attack is no threat here. */
const md5Sign = (bytesToSign: string, key: string) => md5(Buffer.from(bytesToSign + key, 'latin1'))

const SHOWN = CHARSETS.filter((charset) => charset !== 'gb2312')

/** Takes a query string, a form's body, an address or lines of NAME=VALUE apart and signs them with MD5. Never throws. */
export function examine(pasted: string, key: string): Examination {
  const read = readParams(pasted)
  if (!read.ok) return read
  const { params, bytes } = read
  const results = SHOWN.map((charset) => signIn(charset, params, key))
  const sign = params.get('sign') ?? ''
  const right = results.find((result) => 'sign' in result && sign === result.sign)
  return {
    ok: true,
    params: Array.from(params, ([name, value]) => ({ name, value, use: useOf(name, value) })),
    text: [...params].filter(([name, value]) => useOf(name, value) === 'signed').sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`).join('&'), // prettier-ignore
    results,
    judgement:
      sign === '' || key === ''
        ? undefined
        : right
          ? { ok: true, charset: right.charset }
          : why(bytes, params, key),
  }
}

const useOf = (name: string, value: string) =>
  name === 'sign' || name === 'sign_type' ? 'sign' : value === '' ? 'empty' : 'signed'

function why(bytes: Uint8Array, params: Params, key: string) {
  const { zh, en } = explainSign(
    bytes,
    {
      gatewayUrl: '',
      partner: params.get('partner') ?? params.get('seller_id') ?? '',
      sellerEmail: '',
      key,
      charset: decode(bytes, 'utf-8') === undefined ? 'gbk' : 'utf-8',
      signType: 'MD5',
    },
    (received, text, by) => received === md5Sign(text, by),
  )
  return { ok: false as const, zh, en }
}

function signIn(charset: Charset, params: Params, key: string): Signed | Unsigned {
  try {
    const text = stringToSign(toRaw(params, charset))
    const bytes = Array.from(text, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join(' ')
    return { charset, bytes, sign: md5Sign(text, key) }
  } catch (error) {
    if (error instanceof UnencodableError) return { charset, character: error.character }
    throw error
  }
}

const refused = (reason: Reason) => ({
  ok: false as const,
  zh: reasonInWords(reason, 'zh'),
  en: reasonInWords(reason, 'en'),
})

type Read = { ok: true; params: Params; bytes: Uint8Array } | ({ ok: false } & Bilingual)

function readParams(pasted: string): Read {
  const text = pasted.trim().replace(/^[a-z]+:\/\/[^\s?]*\?/i, '').replace(/^\?/, '') // prettier-ignore
  if (text === '') return { ok: false, zh: '还没有参数。', en: 'There are no parameters yet.' }
  if (text.includes('\n') || !text.includes('&')) return readLines(text)
  const bytes = new TextEncoder().encode(text)
  const parsed = parseForm(bytes)
  if (!parsed.ok) return refused(parsed)
  const params = toText(parsed.params, 'utf-8') ?? toText(parsed.params, 'gbk')
  return params ? { ok: true, params, bytes } : refused({ code: 'not_text', detail: 'utf-8, gbk' })
}

/** Raw values, nothing encoded. */
function readLines(text: string): Read {
  const params = new Map<string, string>()
  for (const line of text.split(/\r?\n/).filter((line) => line.trim())) {
    const at = line.indexOf('=')
    const name = at < 0 ? line.trim() : line.slice(0, at).trim()
    if (params.has(name)) return refused({ code: 'parameter_twice', detail: name })
    params.set(name, at < 0 ? '' : line.slice(at + 1))
  }
  return { ok: true, params, bytes: new TextEncoder().encode(formEncode(params, 'utf-8')) }
}
