const POSTAGE_FEN = 10_00
const FREE_FROM_FEN = 99_00

/** What the buyer pays for shipping, in fen: a flat rate, nothing from 99 yuan on or where no goods cost postage. */
export function postageFen(goodsFen: number, goods: { virtual: boolean; freePostage: boolean }[]): number {
  const isFree =
    goodsFen >= FREE_FROM_FEN || goods.every(({ virtual, freePostage }) => virtual || freePostage)
  return isFree ? 0 : POSTAGE_FEN
}
