import { log } from '../log'
import { remember } from '../remember'
import { type EffectHandler, runEffects } from './run-effects'

const POLL_MS = 5_000

/** One per process, whichever copy of this module is asked (see remember). */
const loop = () =>
  remember('effects', () => ({
    handlers: undefined as readonly EffectHandler[] | undefined,
    running: false,
    wanted: false,
  }))

/** From now on this process does what hangs on events: when woken, and now and then for what was left over. */
export function startEffectLoop(handlers: readonly EffectHandler[]): void {
  loop().handlers = handlers
  remember('effects timer', () => setInterval(wakeEffects, POLL_MS).unref())
}

/** There may be something to do. Does not wait for it; in a process that has not started the loop, does nothing. */
export function wakeEffects(): void {
  loop().wanted = true
  if (!loop().running) void runWhileWanted()
}

async function runWhileWanted() {
  const state = loop()
  const { handlers } = state
  if (!handlers) return
  state.running = true
  while (state.wanted) {
    state.wanted = false
    await runEffects(handlers).catch((err: unknown) =>
      log().error({ err }, 'effects could not be looked after'),
    )
  }
  state.running = false
}
