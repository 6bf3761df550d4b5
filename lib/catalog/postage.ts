/** A way of shipping that the buyer may choose. `feeFen` is added to the total where the buyer pays it. */
export interface ShippingWay {
  type: 'EXPRESS' | 'EMS' | 'POST'
  feeFen: number
  payer: 'BUYER' | 'SELLER'
}

const EXPRESS_FEN = 10_00
const EMS_FEN = 20_00
const POST_FEN = 5_00
export const FREE_FROM_FEN = 99_00

/**
 * The ways in which these goods can be sent, the usual one first: express, EMS or parcel post, each at a flat rate. The
 * seller pays express for goods of 99 yuan or more, and where all goods have free postage. None for virtual goods.
 */
export function shippingWays(
  goodsFen: number,
  goods: { virtual: boolean; freePostage: boolean }[],
): ShippingWay[] {
  const sent = goods.filter(({ virtual }) => !virtual)
  if (sent.length === 0) return []
  const isFree = goodsFen >= FREE_FROM_FEN || sent.every(({ freePostage }) => freePostage)
  const ems: ShippingWay = { type: 'EMS', feeFen: EMS_FEN, payer: 'BUYER' }
  if (isFree) return [{ type: 'EXPRESS', feeFen: 0, payer: 'SELLER' }, ems]
  return [
    { type: 'EXPRESS', feeFen: EXPRESS_FEN, payer: 'BUYER' },
    ems,
    { type: 'POST', feeFen: POST_FEN, payer: 'BUYER' },
  ]
}
