import { merchantRoute } from '@/app/merchant/merchant-route'
import { seeOther } from '@/app/see-other'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { wordsIn } from '@/lib/language'
import { recheck } from '@/lib/messages/recheck'
import { logWords } from '../../log-words'

/** Looks at a logged message again, with the settings of today; the answer is the new row. */
export const POST = merchantRoute<{ id: string }>(async ({ params: { id } }) => {
  const row = await recheck(id, ownGateway())
  return row
    ? seeOther(`/merchant/log/${row.id}`)
    : new Response((await wordsIn(logWords)).noRow, { status: 404 })
})
