import { createHash, randomInt } from 'node:crypto'
import type { Fault } from '@/generated/sandbox/client'
import { formatBeijingTime } from '../../alipay/beijing-time'
import { now } from '../clock'
import { db } from '../db'
import { type FaultKind, FaultOptions, type FaultOrder } from './fault-kinds'

/** Orders a fault. A fault without a seed gets a random one, which is shown, so that it can be repeated. */
export async function addFault({ trade, times, chance, seed, ...options }: FaultOrder): Promise<Fault> {
  return db().fault.create({
    data: {
      trade,
      kind: options.kind,
      options: FaultOptions.parse(options),
      times,
      chance,
      seed: seed ?? randomInt(2 ** 31),
      createdAt: await now(),
    },
  })
}

/** A fault as the control API returns it. `times` is how often it is still to happen, `done` what it did. */
export function describeFault({ id, trade, times, chance, seed, done, options }: Fault) {
  return { id: String(id), trade, ...FaultOptions.parse(options), times, chance, seed, done }
}

export const listFaults = () => db().fault.findMany({ orderBy: { id: 'asc' } })

export const clearFaults = async () => (await db().fault.deleteMany()).count

export interface Taken {
  options: FaultOptions
  random: (what: string) => number
}

/**
 * Takes the oldest fault of these kinds that fits and happens, and counts it. `numbers` and `fits` are asked only where a
 * fault is waiting.
 */
export async function takeFault(
  kinds: FaultKind[],
  numbers: () => Promise<string[]>,
  fits: (options: FaultOptions) => Promise<boolean>,
): Promise<Taken | undefined> {
  const where = { kind: { in: kinds }, times: { gt: 0 } }
  const faults = await db().fault.findMany({ where, orderBy: { id: 'asc' } })
  if (faults.length === 0) return undefined
  const own = await numbers()
  for (const { id, trade, times, chance, seed, asked, ...fault } of faults) {
    const options = FaultOptions.parse(fault.options)
    if ((trade !== null && !own.includes(trade)) || !(await fits(options))) continue
    const random = (what: string) => randomBy(`${seed} ${asked} ${what}`)
    const happens = random('chance') < chance
    const done = `${formatBeijingTime(await now())} ${own.join(' ') || '(no trade)'}`
    const { count } = await db().fault.updateMany({
      where: { id, asked },
      data: { asked: { increment: 1 }, ...(happens && { times: times - 1, done: { push: done } }) },
    })
    if (count === 0) return takeFault(kinds, numbers, fits) // an optimistic lock: another request took it meanwhile
    if (happens) return { options, random }
  }
  return undefined
}

/** A number from 0 to below 1, the same for the same text. */
function randomBy(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32
}
