import { parseYuan } from '../money'

/** What the buyer pays at once, in fen: total_fee, or price x quantity (protocol.md 2.5); undefined if no amount. */
export function directPayTotalFen(param: (name: string) => string | undefined): number | undefined {
  const totalFee = param('total_fee')
  if (totalFee) return parseYuan(totalFee)
  const priceFen = parseYuan(param('price') ?? '')
  const total = (priceFen ?? NaN) * Number(param('quantity'))
  return Number.isSafeInteger(total) ? total : undefined
}
