import iconv from 'iconv-lite'

/** The interface charsets (spec.md T3.2c). GB2312 is handled as GBK, its superset (protocol.md 4.4). */
export const CHARSETS = ['utf-8', 'gbk', 'gb2312'] as const
export type Charset = (typeof CHARSETS)[number]

/** The charset of a name in any case, such as `_input_charset` (protocol.md 2.1), or undefined. */
export function parseCharset(name: string): Charset | undefined {
  return CHARSETS.find((charset) => charset === name.toLowerCase())
}

/** Thrown for text that the charset cannot carry. `character` is the first such character. */
export class UnencodableError extends Error {
  constructor(
    readonly character: string,
    readonly charset: Charset,
  ) {
    super(`${charset} cannot carry the character ${JSON.stringify(character)}`)
    this.name = 'UnencodableError'
  }
}

/**
 * Known to encoders and TextDecoder, unknown to strict GBK decoders (glibc, PHP, Python): the euro sign as the byte 0x80,
 * and the user-defined areas (AAA1-AFFE, F8A1-FEFE, A140-A7A0 and the gaps) as private-use characters.
 */
const NOT_IN_STRICT_GBK = /[\u20ac\ue000-\uf8ff]/

/**
 * Text to the bytes that are signed and sent. Throws UnencodableError where an encoder would silently write `?`, or a code
 * that other software reads otherwise (82 characters of GBK) or not at all (the euro sign).
 */
export function encode(text: string, charset: Charset): Buffer {
  const bytes = charset === 'utf-8' ? Buffer.from(text) : iconv.encode(text, 'gbk')
  const isStrict = charset === 'utf-8' || !NOT_IN_STRICT_GBK.test(text)
  if (isStrict && decode(bytes, charset) === text) return bytes
  throw new UnencodableError(firstUnencodable(text, charset) ?? text, charset)
}

/** The first character (code point) of a text that the charset cannot carry, or undefined. */
export function firstUnencodable(text: string, charset: Charset): string | undefined {
  for (const character of text) {
    if (charset !== 'utf-8' && NOT_IN_STRICT_GBK.test(character)) return character
    const bytes = charset === 'utf-8' ? Buffer.from(character) : iconv.encode(character, 'gbk')
    if (decode(bytes, charset) !== character) return character
  }
  return undefined
}

const decoders = {
  'utf-8': new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }),
  gbk: new TextDecoder('gbk', { fatal: true, ignoreBOM: true }),
}

/**
 * Received bytes to text, or undefined where they are not text in this charset. Nothing is replaced or dropped. Accepts
 * more than `encode` writes: others may send 0x80 and the user-defined areas of GBK.
 */
export function decode(bytes: Uint8Array, charset: Charset): string | undefined {
  try {
    return decoders[charset === 'utf-8' ? 'utf-8' : 'gbk'].decode(bytes)
  } catch {
    return undefined
  }
}

const lenient = {
  'utf-8': new TextDecoder('utf-8', { ignoreBOM: true }),
  gbk: new TextDecoder('gbk', { ignoreBOM: true }),
}

/** Received bytes to text for people, with U+FFFD for what is not text in this charset. */
export function decodeForPeople(bytes: Uint8Array, charset: Charset): string {
  return lenient[charset === 'utf-8' ? 'utf-8' : 'gbk'].decode(bytes)
}

const NON_ASCII = /[\x80-\xff]/

/** One binary string (RawParams in params.ts) to text, or undefined. ASCII is the same in every charset here, and most values are. */
export function textOf(raw: string, charset: Charset): string | undefined {
  return NON_ASCII.test(raw) ? decode(Buffer.from(raw, 'latin1'), charset) : raw
}

/** One binary string to text for people: U+FFFD stands for what is no text. */
export function textForPeople(raw: string, charset: Charset): string {
  return NON_ASCII.test(raw) ? decodeForPeople(Buffer.from(raw, 'latin1'), charset) : raw
}
