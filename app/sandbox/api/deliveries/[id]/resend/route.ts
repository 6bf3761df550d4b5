import { deliveryState } from '@/lib/sandbox/describe-trade'
import { resend } from '@/lib/sandbox/courier'
import { isId } from '@/lib/sandbox/find-trade'
import { answer, controlRoute, refusal } from '../../../../sandbox-route'

export const POST = controlRoute<{ id: string }>(async (request, { id }) => {
  const delivery = isId(id) ? await resend(id) : undefined
  if (!delivery) return refusal(404, 'DELIVERY_NOT_EXIST', '没有这条通知')
  return answer(request, { id, state: deliveryState(delivery) })
})
