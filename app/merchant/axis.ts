/** Where an axis from 0 ends that has room for a value: at 1, 2 or 5 times a power of ten. Whole numbers, 1 at least. */
export function axisEnd(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 1)))
  return power * ([1, 2, 5].find((step) => step * power >= most) ?? 10)
}

/** The numbers written at an axis: its ends, and the middle where that is a whole number. */
export const axisTicks = (end: number) => [0, end / 2, end].filter(Number.isInteger)
