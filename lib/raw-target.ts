import { type IncomingMessage, Server, type ServerResponse } from 'node:http'

const HEADER = 'x-raw-target'
const SOCKET_HEADER = 'x-socket-address'
/** The pages for the gateway's messages, and the headers to which Next answers with a redirect or a cookie of its own. */
const MESSAGE_PAGE = /^\/api\/alipay\/(notify|return)(\?|$)/
const ACTED_ON_BY_NEXT = [
  'cookie',
  'rsc',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-action',
]

const PATCHED = Symbol.for('danbao:raw-target')

/**
 * Next re-encodes the query before a route handler sees it (%B2%E2 becomes %EF%BF%BD%EF%BF%BD), which breaks every
 * signature over GBK bytes. This keeps the request target as it arrived, in a header, and keeps from Next what would
 * make it answer the gateway in our stead. A path that cannot be decoded, at which Next fails with 500, is answered 400.
 * Called once, at start.
 */
export function keepRawTarget() {
  const prototype = Server.prototype as Server & { [PATCHED]?: true }
  if (prototype[PATCHED]) return
  prototype[PATCHED] = true
  const emit = prototype.emit
  prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]) {
    if (event === 'request') {
      const request = args[0] as IncomingMessage
      // both overwrite what a client may have sent under these names
      request.headers[HEADER] = request.url
      request.headers[SOCKET_HEADER] = request.socket.remoteAddress ?? ''
      if (MESSAGE_PAGE.test(request.url ?? ''))
        for (const name of ACTED_ON_BY_NEXT) delete request.headers[name]
      if (!hasReadablePath(request.url ?? '')) {
        const response = args[1] as ServerResponse
        response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' })
        response.end('这个网址写错了：% 后面要有两位十六进制数。请从首页重新进入。')
        return true
      }
    }
    return Reflect.apply(emit, this, [event, ...args])
  } as typeof emit
}

/** The address at the other end of a request's connection, a buyer's or a proxy's; '' where it is gone. */
export const socketAddress = (headers: Headers) => headers.get(SOCKET_HEADER) ?? ''

/** The query may hold bytes of any charset; the path is ours, and UTF-8. */
function hasReadablePath(target: string) {
  try {
    decodeURIComponent(target.split('?', 1)[0] ?? '')
    return true
  } catch {
    return false
  }
}

/** The query string of a request, byte for byte as the client sent it, without the question mark. */
export function rawQuery(request: Request) {
  const target = request.headers.get(HEADER)
  if (target === null) throw new Error('keepRawTarget() was not called when the server started')
  const mark = target.indexOf('?')
  return mark < 0 ? '' : target.slice(mark + 1)
}
