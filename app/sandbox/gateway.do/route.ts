import { readLimited } from '@/lib/alipay/read-limited'
import { language } from '@/lib/language'
import { rawQuery } from '@/lib/raw-target'
import { acceptRequest } from '@/lib/sandbox/accept-request'
import { errorPage } from '@/lib/sandbox/error-page'
import { queryTimestamp } from '@/lib/sandbox/services/query-timestamp'
import { gatewayRoute, seeOther } from '../sandbox-route'
import { verifyAnswer } from '../verify-answer'

const MAX_BODY_BYTES = 256 * 1024

/** The gateway's one address, for browsers and servers, by GET and POST (docs/protocol.md 1). */
async function gateway(request: Request) {
  const query = rawQuery(request)
  const asked = new URLSearchParams(query)
  if (asked.get('service') === 'notify_verify') return verifyAnswer(asked)
  if (asked.get('service') === 'query_timestamp') return xml(await queryTimestamp(asked.get('partner')))
  const body = request.method === 'POST' ? await readLimited(request.body, MAX_BODY_BYTES) : undefined
  const acceptance = await acceptRequest(Buffer.from(query, 'latin1'), body?.bytes)
  if (acceptance.kind === 'accepted') return seeOther(`/sandbox/cashier/${acceptance.tradeId}`)
  if (acceptance.kind === 'answered') return xml(acceptance.xml)
  return errorPage(acceptance, await language())
}

const xml = (bytes: Buffer) =>
  new Response(new Uint8Array(bytes), { headers: { 'content-type': 'text/xml' } })

const route = gatewayRoute(gateway)
export { route as GET, route as POST }
