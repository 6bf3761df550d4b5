import { merchantRoute } from '@/app/merchant/merchant-route'
import { seeOther } from '@/lib/see-other'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { wordsIn } from '@/lib/language'
import { recheck } from '@/lib/messages/recheck'
import { logWords } from '../../log-words'

/** Checks a logged message again with today's settings: 303 to the new log entry. */
export const POST = merchantRoute<{ id: string }>(async ({ params: { id } }) => {
  const row = await recheck(id, ownGateway())
  return row
    ? seeOther(`/merchant/log/${row.id}`)
    : new Response((await wordsIn(logWords)).noRow, { status: 404 })
})
