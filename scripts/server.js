import { once } from 'node:events'
import { createServer } from 'node:http'
import next from 'next'
import { endGracefully } from './farewell.js'
import { importTypeScript } from './import-typescript.js'
import { cannotListen } from './port.js'

/** Milliseconds in which the headers of a request, and all of it, have to be here: else 408. Headers have at most 16 KB (431). */
const LIMITS = { headersTimeout: 15_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 }

/**
 * Serves the shop by a custom server of Next (docs/decisions/0012), in this process: there is no other that could
 * outlive it. instrumentation-node.ts prints that it is ready. Throws a sentence when it cannot listen.
 * @param {{ host: string, port: number, development: boolean }} options
 */
export async function serve({ host, port, development }) {
  /** @type {typeof import('../lib/before-next')} */
  const { beforeNext } = importTypeScript('lib/before-next.ts')
  /** @type {typeof import('../lib/page-status')} */
  const { withResponse } = importTypeScript('lib/page-status.ts')
  const app = next({ dev: development, hostname: host, port })
  await app.prepare()
  const handle = app.getRequestHandler()
  const server = createServer(LIMITS, (request, response) => {
    if (beforeNext(request, response, development)) return
    withResponse(response, () => handle(request, response)).catch((error) => {
      console.error(error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  endGracefully(server, app, development)
  server.listen(port, host)
  await once(server, 'listening').catch((error) => {
    throw cannotListen(error, port, host)
  })
}
