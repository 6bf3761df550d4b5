import type { IncomingMessage } from 'node:http'

const TARGET_HEADER = 'x-raw-target'
const SOCKET_HEADER = 'x-socket-address'

/**
 * Next re-encodes the query before a route handler sees it (%B2%E2 becomes %EF%BF%BD%EF%BF%BD), which breaks every
 * signature over GBK bytes. This keeps the request target as it arrived, and the address of the connection, in headers;
 * both overwrite what a client may have sent under these names.
 */
export function keepRawTarget({ headers, url, socket }: IncomingMessage) {
  headers[TARGET_HEADER] = url
  headers[SOCKET_HEADER] = socket.remoteAddress ?? ''
}

/** The address at the other end of a request's connection, a buyer's or a proxy's; '' where it is gone. */
export const socketAddress = (headers: Headers) => headers.get(SOCKET_HEADER) ?? ''

/** The path and query of a request as they arrived: Next passes them to no page. */
export const rawTarget = (headers: Headers) => headers.get(TARGET_HEADER)

/** The query string of a request, byte for byte as the client sent it, without the question mark. */
export function rawQuery(request: Request) {
  const target = rawTarget(request.headers)
  if (target === null) throw new Error('the server does not call keepRawTarget() (scripts/server.js)')
  const mark = target.indexOf('?')
  return mark < 0 ? '' : target.slice(mark + 1)
}
