import { z } from 'zod'
import { formatBeijingTime } from '@/lib/alipay/beijing-time'
import { ActionError } from '@/lib/sandbox/action-error'
import { now, parseDuration } from '@/lib/sandbox/clock'
import { advanceClock, advanceToNext } from '@/lib/sandbox/clockwork'
import { answer, controlRoute, readFields } from '../../sandbox-route'

const Fields = z.union([z.object({ advance: z.string() }), z.object({ to: z.literal('next-event') })], {
  error: '要给出 advance（如 2m）或者 to（只能是 next-event）',
})

const time = async () => ({ now: formatBeijingTime(await now()) })

export const GET = controlRoute(async () => Response.json(await time()))

/** Ahead by a duration, or to the next delivery or timeout; answers when all that fell due is done. */
export const POST = controlRoute(async (request) => {
  const fields = Fields.parse(await readFields(request))
  if ('to' in fields) {
    const event = await advanceToNext()
    return answer(request, {
      ...(await time()),
      event: event && { ...event, at: formatBeijingTime(event.at) },
    })
  }
  const ms = parseDuration(fields.advance)
  if (ms === undefined)
    throw new ActionError('ILLEGAL_ARGUMENT', 'advance 要写成 90s、2m、15h 或 7d 这样，最多 400d')
  await advanceClock(ms)
  return answer(request, await time())
})
