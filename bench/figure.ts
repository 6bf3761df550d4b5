export interface Figure {
  name: string
  value: number
  /** The plain figures that the value was made of. */
  from: string
  least?: number
  most?: number
}

/** Prints a figure, and returns whether its aim is missed by more than a tenth. */
export function report({ name, value, from, least, most }: Figure): boolean {
  const aim = least === undefined ? (most === undefined ? '' : `at most ${most}`) : `at least ${least}`
  const isMissed = value < (least ?? -Infinity) || value > (most ?? Infinity)
  const isFarOff = value < (least ?? -Infinity) * 0.9 || value > (most ?? Infinity) * 1.1
  const verdict = isFarOff ? '  MISSED' : isMissed ? '  missed by less than a tenth' : ''
  console.log(`${name.padEnd(58)} ${value.toFixed(2).padStart(7)}  ${aim.padEnd(13)}${verdict}\n    ${from}`)
  return isFarOff
}
