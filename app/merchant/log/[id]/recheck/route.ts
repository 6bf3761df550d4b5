import { requireMerchant } from '@/app/merchant/require-merchant'
import { seeOther } from '@/app/see-other'
import { env } from '@/lib/env'
import { recheck } from '@/lib/payments/recheck'
import { isForeign } from '@/lib/same-origin'

/** Looks at a logged message again, with the settings of today; the answer is the new row. */
export async function POST(request: Request, { params }: RouteContext<'/merchant/log/[id]/recheck'>) {
  if (isForeign(request)) return new Response('请从后台的页面操作。', { status: 403 })
  await requireMerchant()
  const { id } = await params
  const row = await recheck(id, env().alipay)
  return row
    ? seeOther(`/merchant/log/${row.id}`)
    : new Response('没有这条记录，或者它不能重新检查。', { status: 404 })
}
