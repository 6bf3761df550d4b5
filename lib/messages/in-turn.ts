/** So that a storm of messages about one order does not hold up the others, which share the process with it. */
const AT_ONCE_PER_ORDER = 2

interface Turns {
  running: number
  waiting: (() => void)[]
}

const turns = new Map<string, Turns>()

/** Does the work at once, or, where two works of this order are under way in this process, after those that came before. */
export async function inTurn<T>(orderNo: string, work: () => Promise<T>): Promise<T> {
  const own = turns.get(orderNo) ?? { running: 0, waiting: [] }
  turns.set(orderNo, own)
  if (own.running < AT_ONCE_PER_ORDER) own.running++
  else await new Promise<void>((resolve) => own.waiting.push(resolve))
  try {
    return await work()
  } finally {
    const next = own.waiting.shift()
    if (next) next()
    else if (--own.running === 0) turns.delete(orderNo)
  }
}
