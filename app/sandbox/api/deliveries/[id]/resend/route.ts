import { ActionError } from '@/lib/sandbox/action-error'
import { deliveryState } from '@/lib/sandbox/trade/describe-trade'
import { resend } from '@/lib/sandbox/delivery/delivery-queue'
import { isId } from '@/lib/sandbox/trade/find-trade'
import { answer, controlRoute } from '../../../../sandbox-route'

export const POST = controlRoute<{ id: string }>(async (request, { id }) => {
  const delivery = isId(id) ? await resend(id) : undefined
  if (!delivery) throw new ActionError('DELIVERY_NOT_EXIST', '没有这条通知', 'There is no such notification')
  return answer(request, { id, state: deliveryState(delivery) })
})
