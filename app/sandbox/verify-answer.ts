import { verifyNotifyId } from '@/lib/sandbox/verify-notify-id'

/** The gateway's word on a notify_id, at both addresses of notify_verify. */
export async function verifyAnswer(asked: URLSearchParams): Promise<Response> {
  const answer = await verifyNotifyId(asked.get('partner'), asked.get('notify_id'))
  return answer === 'down' ? new Response('Service Unavailable', { status: 503 }) : new Response(answer)
}
