import type { Party } from '@/lib/messages/trace'

/** All lengths in units of the picture; it is as wide as its box. */
export interface Geometry {
  width: number
  lanes: Record<Party, number>
  /** From one arrow to the next, and what a group has above its first. */
  row: number
  above: number
  /** Words above the line and the protocol's word below it, or both above. */
  twoLines: boolean
}

export const WIDE: Geometry = {
  ...{ width: 820, lanes: { buyer: 150, shop: 456, alipay: 750 } },
  ...{ row: 36, above: 34, twoLines: false },
}
export const NARROW: Geometry = {
  ...{ width: 340, lanes: { buyer: 28, shop: 168, alipay: 312 } },
  ...{ row: 50, above: 52, twoLines: true },
}

/** Keeps words readable where they cross a line. */
export const HALO = { strokeWidth: 4, strokeLinejoin: 'round', paintOrder: 'stroke' } as const
