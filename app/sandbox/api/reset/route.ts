import { reset } from '@/lib/sandbox/trade/find-trade'
import { answer, controlRoute } from '../../sandbox-route'

export const POST = controlRoute(async (request) => {
  await reset()
  return answer(request, { reset: true })
})
