import { pruneAttempts } from './accounts/attempts'
import { pruneCarts } from './catalog/prune-carts'
import { db } from './db'
import { pruneFlashes } from './flash'
import { log } from './log'
import { pruneUnproven } from './messages/unproven'
import { remember } from './remember'

const HOUR_MS = 60 * 60 * 1000

/** Deletions of rows that would otherwise grow without end. */
const PRUNINGS = {
  'log rows': () => pruneUnproven(),
  'sign-in attempts': () => pruneAttempts(),
  carts: () => pruneCarts(),
  'typed forms': () => pruneFlashes(),
  sessions: () => db().session.deleteMany({ where: { expiresAt: { lt: new Date() } } }),
}

/** Deletes old rows now and every hour. */
export function startPruning(): void {
  const prune = async () => {
    for (const [what, work] of Object.entries(PRUNINGS))
      await work().catch((err: unknown) => log().error({ err, what }, 'old rows could not be deleted'))
  }
  remember('pruning timer', () => setInterval(prune, HOUR_MS).unref())
  void prune()
}
