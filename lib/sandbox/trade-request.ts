import type { Prisma } from '@/generated/sandbox/client'
import { type Charset, parseCharset } from '../alipay/charset'
import { formatYuan, parseSignedYuan } from '../alipay/money'

/** The request that a trade was made from, as text. */
export function requestOf({ request }: { request: Prisma.JsonValue }): Readonly<Record<string, string>> {
  const entries = request && typeof request === 'object' ? Object.entries(request) : []
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]))
}

/** An amount of a request in yuan with two decimals; 0.00 where it is missing. */
export const yuanIn = (text: string | undefined) => formatYuan(parseSignedYuan(text || '0') ?? 0)

/** The charset of a stored trade or merchant, which was checked when it was stored. */
export function charsetOf({ charset: name }: { charset: string }): Charset {
  const charset = parseCharset(name)
  if (!charset) throw new Error(`"${name}" was stored as a charset`)
  return charset
}
