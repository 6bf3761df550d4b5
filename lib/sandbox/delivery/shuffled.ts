import { randomInt } from 'node:crypto'

/** The gateway's parameters come in no particular order (protocol.md 5.2). Shuffles in place. */
export function shuffled<T>(items: T[]): T[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    ;[items[last], items[other]] = [items[other] as T, items[last] as T]
  }
  return items
}
