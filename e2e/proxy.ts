import { once } from 'node:events'
import { createServer, request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A reverse proxy in front of a shop. Like nginx by default, it passes the name of its upstream as Host. */
export async function openProxy(shopPort: number) {
  const changed: Record<string, string> = { host: 'danbao_upstream', connection: 'close' }
  const server = createServer((request, response) => {
    const { method, url: path, headers } = request
    const options = { method, path, headers: { ...headers, ...changed }, host: '127.0.0.1', port: shopPort }
    const onward = ask(options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.writeHead(502).end())
    request.pipe(onward)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Replaces a header from now on. */
    change: (header: string, value: string) => (changed[header] = value),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
