import { merchantRoute } from '@/app/merchant/merchant-route'
import { seeOther } from '@/lib/see-other'
import { env } from '@/lib/env'
import { wordsIn } from '@/lib/language'
import { recheck } from '@/lib/messages/recheck'
import { logWords } from '../../log-words'

/** Checks a logged message again with today's settings: 303 to the new log entry. */
export const POST = merchantRoute<{ id: string }>(async ({ params: { id } }) => {
  const row = await recheck(id, env().alipay)
  return row
    ? seeOther(`/merchant/log/${row.id}`)
    : new Response((await wordsIn(logWords)).noRow, { status: 404 })
})
