import fc from 'fast-check'
import { CHARSETS, type Charset, firstUnencodable } from '../charset'

export const anyCharset = fc.constantFrom(...CHARSETS)

/** Characters that mean something to a form, a URL, a signature or JavaScript's objects. */
const TROUBLE = [...'&=+% \'"<>?#;/\\-_.*~01aZ\r\n\t', '__proto__', 'constructor', '1', '10', '%2F', '&a=']

/** Text that the charset can carry: ASCII, Chinese, whatever Unicode has, and the usual trouble. */
export function anyText(charset: Charset) {
  const piece = fc.oneof(
    fc.constantFrom(...TROUBLE),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
    fc.string({ unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code)) }),
  )
  return fc
    .array(piece, { maxLength: 6 })
    .map((pieces) => pieces.join('').replaceAll('\0', '')) // a NUL is refused (params.test.ts)
    .map((text) => (charset === 'utf-8' ? text : withoutUnencodable(text, charset)))
}

function withoutUnencodable(text: string, charset: Charset): string {
  return [...text].filter((character) => firstUnencodable(character, charset) === undefined).join('')
}

/** Parameters of any names (but `&` and `=`, which are refused in them) and values, each name once. */
export function anyParams(charset: Charset) {
  const anyName = anyText(charset).map((text) => text.replace(/[&=]/g, ''))
  return fc.uniqueArray(fc.tuple(anyName, anyText(charset)), {
    selector: ([name]) => name,
    maxLength: 12,
  })
}

/** A charset, and parameters that it can carry. */
export const anyCharsetAndParams = anyCharset.chain((charset) =>
  anyParams(charset).map((params) => ({ charset, params })),
)
