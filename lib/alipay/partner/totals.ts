import { parseSignedYuan, parseYuan } from '../money'

/**
 * What the buyer pays, in fen: price x quantity + discount, plus the postage if the buyer bears it (protocol.md 2.2,
 * ESC 11.4). Takes the gateway's parameters; undefined where one is not an amount. `suffix` names the logistics group.
 */
export function escrowTotalFen(param: (name: string) => string | undefined, suffix: '' | '_1' | '_2' = '') {
  const priceFen = parseYuan(param('price') ?? '')
  const quantity = Number(/^[1-9]\d{0,8}$/.exec(param('quantity') ?? '')?.[0])
  const discountFen = parseSignedYuan(param('discount') || '0')
  const feeFen = parseYuan(param(`logistics_fee${suffix}`) || '0')
  if (priceFen === undefined || !quantity || discountFen === undefined || feeFen === undefined)
    return undefined
  const postageFen = param(`logistics_payment${suffix}`) === 'BUYER_PAY' ? feeFen : 0
  const total = priceFen * quantity + discountFen + postageFen
  return Number.isSafeInteger(total) ? total : undefined
}

/** What the buyer of an instant payment pays, in fen: total_fee, or price x quantity (protocol.md 2.5), or undefined. */
export function directPayTotalFen(param: (name: string) => string | undefined): number | undefined {
  const totalFee = param('total_fee')
  if (totalFee) return parseYuan(totalFee)
  const priceFen = parseYuan(param('price') ?? '')
  const total = (priceFen ?? NaN) * Number(param('quantity'))
  return Number.isSafeInteger(total) ? total : undefined
}
