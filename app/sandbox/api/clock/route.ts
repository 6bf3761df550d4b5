import { z } from 'zod'
import { formatBeijingTime } from '@/lib/alipay/beijing-time'
import { ActionError } from '@/lib/sandbox/action-error'
import { now, parseDuration } from '@/lib/sandbox/clock'
import { advanceClock } from '@/lib/sandbox/courier'
import { answer, controlRoute, readFields } from '../../sandbox-route'

const Fields = z.object({ advance: z.string() })

const time = async () => ({ now: formatBeijingTime(await now()) })

export const GET = controlRoute(async () => Response.json(await time()))

export const POST = controlRoute(async (request) => {
  const { advance } = Fields.parse(await readFields(request))
  const ms = parseDuration(advance)
  if (ms === undefined)
    throw new ActionError('ILLEGAL_ARGUMENT', 'advance 要写成 90s、2m、15h 或 7d 这样，最多 400d')
  await advanceClock(ms)
  return answer(request, await time())
})
