import { type Charset, parseCharset } from '../../alipay/charset'

/** The charset of a stored trade or merchant, which was checked when it was stored. */
export function charsetOf({ charset: name }: { charset: string }): Charset {
  const charset = parseCharset(name)
  if (!charset) throw new Error(`"${name}" was stored as a charset`)
  return charset
}
