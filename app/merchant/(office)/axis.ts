const STEPS = [1, 1.5, 2, 3, 4, 5, 6, 8]

/** The end of an axis from 0 with room for a value: the next round number, at least 1. */
export function axisEnd(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 1)))
  return STEPS.map((step) => step * power).find((end) => end >= most && Number.isInteger(end)) ?? 10 * power
}

/** The numbers at an axis: its ends, and the middle if it is a whole number. */
export const axisTicks = (end: number) => [0, end / 2, end].filter(Number.isInteger)
