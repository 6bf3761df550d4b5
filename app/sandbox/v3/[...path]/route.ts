import { readLimited } from '@/lib/alipay/http'
import { rawTarget } from '@/lib/raw-target'
import { acceptV3 } from '@/lib/sandbox/requests/open/accept-v3'
import { MAX_BODY_BYTES } from '@/lib/sandbox/requests/read-request'
import { gatewayRoute } from '../../sandbox-route'

/** The newer form of the open platform, by GET and POST (docs/protocol-open.md 7). */
const route = gatewayRoute(async (request) => {
  const { bytes, truncated } = await readLimited(request.body, MAX_BODY_BYTES)
  if (truncated) return new Response('Payload Too Large', { status: 413 })
  const header = (name: string) => request.headers.get(name) ?? ''
  const answer = await acceptV3({
    httpMethod: request.method,
    target: (rawTarget(request.headers) ?? '').replace(/^\/sandbox/, ''),
    body: bytes,
    authorization: header('authorization'),
    appAuthToken: header('alipay-app-auth-token'),
  })
  if (!answer) return new Response('Service Unavailable', { status: 503 })
  return new Response(answer.body, answer)
})
export { route as GET, route as POST }
