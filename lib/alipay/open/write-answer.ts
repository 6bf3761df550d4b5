import type { KeyObject } from 'node:crypto'
import type { Charset } from '../charset'
import { rsa2Sign } from './sign'

/** The members of an answer: `code`, `msg` and what the method tells. Members that are undefined are left out. */
export type AnswerContent = Readonly<Record<string, unknown>>

/**
 * The signed answer to a method: `{"<method_>_response":{…},"sign":"…"}` as bytes. The content is written once, with `/` as
 * `\/`, and signed as it stands. `sign` comes last, because the official SDK looks for the signed text between the first
 * name and the last `"sign"`.
 */
export function writeAnswer(
  method: string,
  content: AnswerContent,
  privateKey: KeyObject,
  charset: Charset,
): Buffer {
  const signed = Buffer.from(jsonText(content, charset))
  const sign = rsa2Sign(signed.toString('latin1'), privateKey)
  return Buffer.concat([
    Buffer.from(`{"${method.replaceAll('.', '_')}_response":`),
    signed,
    Buffer.from(`,"sign":"${sign}"}`),
  ])
}

/** The answer where the application or the method is unknown: its name is no method's, and it carries no sign. */
export const writeUnsignedAnswer = (content: AnswerContent, charset: Charset) =>
  Buffer.from(`{"error_response":${jsonText(content, charset)}}`)

/** JSON; in another charset than UTF-8 with escapes for all that is not ASCII, which every charset carries. */
function jsonText(content: AnswerContent, charset: Charset): string {
  const text = JSON.stringify(content).replaceAll('/', '\\/')
  if (charset === 'utf-8') return text
  return text.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
