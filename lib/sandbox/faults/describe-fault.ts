import type { Fault } from '@/generated/sandbox/client'
import { FaultOptions } from './fault-kinds'

/** A fault as the control API tells it. `times` is how often it is still to happen, `done` what it did. */
export function describeFault({ id, trade, times, chance, seed, done, options }: Fault) {
  return { id: String(id), trade, ...FaultOptions.parse(options), times, chance, seed, done }
}
