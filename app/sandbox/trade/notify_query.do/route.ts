import { rawQuery } from '@/lib/raw-target'
import { verifyNotifyId } from '@/lib/sandbox/verify-notify-id'
import { gatewayRoute } from '../../sandbox-route'

/** The older address of notify_verify, without a service (docs/protocol.md 1). */
export const GET = gatewayRoute(async (request) => {
  const asked = new URLSearchParams(rawQuery(request))
  return new Response(await verifyNotifyId(asked.get('partner'), asked.get('notify_id')))
})
