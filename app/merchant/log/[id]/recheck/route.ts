import { requireMerchant } from '@/app/merchant/require-merchant'
import { seeOther } from '@/app/see-other'
import { env } from '@/lib/env'
import { language } from '@/lib/language'
import { recheck } from '@/lib/payments/recheck'
import { isForeign } from '@/lib/same-origin'
import { logWords } from '../../log-words'

/** Looks at a logged message again, with the settings of today; the answer is the new row. */
export async function POST(request: Request, { params }: RouteContext<'/merchant/log/[id]/recheck'>) {
  const words = logWords[await language()]
  if (isForeign(request)) return new Response(words.foreign, { status: 403 })
  await requireMerchant()
  const { id } = await params
  const row = await recheck(id, env().alipay)
  return row ? seeOther(`/merchant/log/${row.id}`) : new Response(words.noRow, { status: 404 })
}
