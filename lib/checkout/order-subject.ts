import type { Language } from '../dictionary'
import { gatewayLength } from '../alipay/partner/request-rules'

/** docs/protocol.md 2.2 */
const SUBJECT_LENGTH = 256

/** The title of an order at the gateway: its goods, cut to what the gateway takes (spec.md F10). */
export function orderSubject(items: { name: string; quantity: number }[], language: Language): string {
  const [first, ...others] = items
  if (!first) return ''
  const count = items.reduce((sum, { quantity }) => sum + quantity, 0)
  const andOthers = { zh: ` 等 ${count} 件`, en: ` and ${count - 1} more` }
  const end = others.length > 0 ? andOthers[language] : count > 1 ? ` × ${count}` : ''
  return cut(first.name, SUBJECT_LENGTH - gatewayLength(end)) + end
}

function cut(text: string, length: number): string {
  if (gatewayLength(text) <= length) return text
  let kept = ''
  for (const character of text) {
    if (gatewayLength(`${kept}${character}…`) > length) break
    kept += character
  }
  return `${kept}…`
}
