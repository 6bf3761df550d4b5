import { pruneAttempts } from './accounts/attempts'
import { pruneCarts } from './catalog/prune-carts'
import { prunePictures } from './catalog/save-picture'
import { db } from './db'
import { everyHour } from './every-hour'
import { pruneFlashes } from './flash'
import { log } from './log'
import { pruneMails } from './mail/send-mails'
import { makeLogMonths } from './messages/log-months'
import { pruneUnproven } from './messages/unproven'

/** Deletions of rows that would otherwise grow without end, and the partitions for those to come. */
const PRUNINGS = {
  'log months': () => makeLogMonths(),
  'log rows': () => pruneUnproven(),
  'sign-in attempts': () => pruneAttempts(),
  carts: () => pruneCarts(),
  pictures: () => prunePictures(),
  mails: () => pruneMails(),
  'typed forms': () => pruneFlashes(),
  sessions: () => db().session.deleteMany({ where: { expiresAt: { lt: new Date() } } }),
  'links of mails': () => db().verification.deleteMany({ where: { expiresAt: { lt: new Date() } } }),
}

const FAILURE = 'upkeep of the database failed'

/** Does so now and every hour; one that fails does not keep the others from their work. */
export const startPruning = () =>
  everyHour(async () => {
    for (const [what, work] of Object.entries(PRUNINGS))
      await work().catch((err: unknown) => log().error({ err, what }, FAILURE))
  }, FAILURE)
