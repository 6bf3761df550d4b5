import { ownGateway } from '@/lib/gateway/own-gateway'
import { receiveMessage } from '@/lib/messages/receive-message'
import { isBareVisit, readNotification } from '../read-arrival'

/** The notification (docs/spec.md T3.1e, T5.2F): every request is answered exactly `success` or `fail`. */
async function notify(request: Request) {
  const answer = isBareVisit(request)
    ? 'fail'
    : (await receiveMessage(await readNotification(request), ownGateway())).answer
  return new Response(answer, { headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' } })
}

export { notify as DELETE, notify as GET, notify as OPTIONS, notify as PATCH, notify as POST, notify as PUT }
