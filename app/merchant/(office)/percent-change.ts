/** By how many per cent a value has changed, rounded; undefined where there was nothing before. */
export const percentChange = (now: number, before: number): number | undefined =>
  before === 0 ? undefined : Math.round(((now - before) / before) * 100)
