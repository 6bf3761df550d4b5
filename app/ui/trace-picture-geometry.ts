import type { Party } from '@/lib/messages/trace'

/** Left to right. */
export const PARTIES = ['buyer', 'shop', 'alipay'] as const satisfies Party[]

/** Lengths are in units of the picture, which scales to its box. */
export interface Geometry {
  width: number
  lanes: Record<Party, number>
  /** The distance between two arrows, and the space above a group's first. */
  row: number
  above: number
  /** The protocol's word stands below the line, not beside the other words above it. */
  twoLines: boolean
}

export const WIDE: Geometry = {
  width: 820,
  lanes: { buyer: 150, shop: 456, alipay: 750 },
  row: 36,
  above: 34,
  twoLines: false,
}
export const NARROW: Geometry = {
  width: 340,
  lanes: { buyer: 28, shop: 168, alipay: 312 },
  row: 50,
  above: 52,
  twoLines: true,
}

/** Keeps text readable where it crosses a line. */
export const HALO = { strokeWidth: 4, strokeLinejoin: 'round', paintOrder: 'stroke' } as const
