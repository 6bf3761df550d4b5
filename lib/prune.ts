import { pruneAttempts } from './accounts/attempts'
import { pruneCarts } from './catalog/prune-carts'
import { db } from './db'
import { pruneFlashes } from './flash'
import { log } from './log'
import { makeLogMonths } from './messages/log-months'
import { pruneUnproven } from './messages/unproven'
import { remember } from './remember'

const HOUR_MS = 60 * 60 * 1000

/** Deletions of rows that would otherwise grow without end, and the partitions for those to come. */
const PRUNINGS = {
  'log months': () => makeLogMonths(),
  'log rows': () => pruneUnproven(),
  'sign-in attempts': () => pruneAttempts(),
  carts: () => pruneCarts(),
  'typed forms': () => pruneFlashes(),
  sessions: () => db().session.deleteMany({ where: { expiresAt: { lt: new Date() } } }),
}

/** Does so now and every hour. */
export function startPruning(): void {
  const prune = async () => {
    for (const [what, work] of Object.entries(PRUNINGS))
      await work().catch((err: unknown) => log().error({ err, what }, 'upkeep of the database failed'))
  }
  remember('pruning timer', () => setInterval(prune, HOUR_MS).unref())
  void prune()
}
