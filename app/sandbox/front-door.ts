import { readLimited } from '@/lib/alipay/http'
import { language } from '@/lib/language'
import { rawQuery } from '@/lib/raw-target'
import type { acceptRequest } from '@/lib/sandbox/requests/accept-request'
import { errorPage } from '@/app/sandbox/pages/error-page'
import { MAX_BODY_BYTES } from '@/lib/sandbox/requests/read-request'
import { seeOther } from '@/lib/see-other'
import { gatewayRoute } from './sandbox-route'

/** An address of the gateway: reads the request as raw bytes and turns the outcome of `accept` into a response. */
export const frontDoor = (accept: typeof acceptRequest) =>
  gatewayRoute(async (request) => {
    const query = Buffer.from(rawQuery(request), 'latin1')
    const body = request.method === 'POST' ? await readLimited(request.body, MAX_BODY_BYTES + 1) : undefined
    const header = (name: string) => request.headers.get(name) ?? undefined
    const headers = { contentType: header('content-type'), accept: header('accept') }
    const acceptance = await accept(query, body?.bytes, headers)
    switch (acceptance.kind) {
      case 'accepted':
        return seeOther(`/sandbox/cashier/${acceptance.tradeId}`)
      case 'answered':
        return new Response(new Uint8Array(acceptance.xml), {
          status: acceptance.status,
          headers: { 'content-type': 'text/xml' },
        })
      case 'json':
        return new Response(new Uint8Array(acceptance.json), {
          status: acceptance.status,
          headers: { 'content-type': `application/json; charset=${acceptance.charset}` },
        })
      case 'lost':
        return new Response('Service Unavailable', { status: 503 })
      case 'word':
        return acceptance.word === 'down'
          ? new Response('Service Unavailable', { status: 503 })
          : new Response(acceptance.word, { status: acceptance.status })
      case 'refused':
        return errorPage(acceptance, await language())
    }
  })
