import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export type Relay = Awaited<ReturnType<typeof openRelay>>

/** Stands between the gateway and the notify page of a shop; forwards all notifications except the refused ones. */
export async function openRelay(shopPort: number) {
  const refused = new Set<string>()
  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    const orderNo = new URLSearchParams(body.toString()).get('out_trade_no') ?? ''
    response.end(refused.has(orderNo) ? 'fail' : await forward(request, body).catch(String))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')

  async function forward({ url, headers }: IncomingMessage, body: Buffer) {
    const response = await fetch(`http://127.0.0.1:${shopPort}${url}`, {
      method: 'POST',
      headers: { 'content-type': headers['content-type'] ?? '' },
      body: new Uint8Array(body),
    })
    return response.text()
  }
  return {
    port: (server.address() as AddressInfo).port,
    /** Answers `fail` to the notifications of an order, which do not reach the shop: the gateway sends them again. */
    refuse: (orderNo: string) => refused.add(orderNo),
    letThrough: (orderNo: string) => refused.delete(orderNo),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
