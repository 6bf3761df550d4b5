import { z } from 'zod'
import { formatBeijingTime } from '@/lib/alipay/beijing-time'
import { ActionError } from '@/lib/sandbox/action-error'
import { now, parseDuration } from '@/lib/sandbox/clock'
import { advanceClock, advanceToNext } from '@/lib/sandbox/scheduler'
import { answer, controlRoute, readFields } from '../../sandbox-route'

const Fields = z.object({ advance: z.string().optional(), to: z.literal('next-event').optional() })

const time = async () => ({ now: formatBeijingTime(await now()) })

export const GET = controlRoute(async () => Response.json(await time()))

/** Moves the clock ahead by a duration, or to the next event; responds when all that was due is done. */
export const POST = controlRoute(async (request) => {
  const fields = Fields.parse(await readFields(request))
  if (fields.to) {
    const event = await advanceToNext()
    return answer(request, {
      ...(await time()),
      event: event && { ...event, at: formatBeijingTime(event.at) },
    })
  }
  const ms = parseDuration(fields.advance ?? '')
  if (ms === undefined)
    throw new ActionError(
      'ILLEGAL_ARGUMENT',
      '要给出 advance（90s、2m、15h 或 7d 这样，最多 400d）或者 to（只能是 next-event）',
      'Give advance (like 90s, 2m, 15h or 7d, at most 400d) or to (which can only be next-event)',
    )
  await advanceClock(ms)
  return answer(request, await time())
})
