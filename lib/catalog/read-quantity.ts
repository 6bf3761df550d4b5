export const MOST_OF_ONE = 999

/** A quantity as a form brings it: a whole number from 1 to MOST_OF_ONE; undefined for anything else. */
export function readQuantity(text: unknown): number | undefined {
  return typeof text === 'string' && /^[1-9]\d{0,2}$/.test(text.trim()) ? Number(text) : undefined
}
