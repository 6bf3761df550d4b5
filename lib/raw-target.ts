import { type IncomingMessage, Server, type ServerResponse } from 'node:http'
import { cleanAddress } from './clean-address'
import { type Notice, NOTICE_HEADERS, noticeHtml, TO_SHOP } from './notice-page'

const HEADER = 'x-raw-target'
const SOCKET_HEADER = 'x-socket-address'
/** The addresses for the gateway's messages, and the headers and cookies on which Next would respond by itself. */
const MESSAGE_PAGE = /^\/api\/alipay\/(notify|return)(\?|$)/
const ACTED_ON_BY_NEXT = ['rsc', 'next-router-prefetch', 'next-router-segment-prefetch', 'next-action']
const COOKIES_OF_NEXT = /^(__prerender_bypass|__next_preview_data)=/

const PATCHED = Symbol.for('danbao:raw-target')

/**
 * Next re-encodes the query before a route handler sees it (%B2%E2 becomes %EF%BF%BD%EF%BF%BD), which breaks every
 * signature over GBK bytes. This keeps the raw request target in a header, and removes the headers by which Next would
 * answer the gateway itself. An address with something copied along behind it is redirected (lib/clean-address.ts); another
 * path that cannot be decoded, at which Next fails with 500, is answered 400. Called once, at start.
 */
export function keepRawTarget() {
  const prototype = Server.prototype as Server & { [PATCHED]?: true }
  if (prototype[PATCHED]) return
  prototype[PATCHED] = true
  const emit = prototype.emit
  prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]) {
    if (event === 'request') {
      const request = args[0] as IncomingMessage
      // both overwrite headers of the same name from a client
      request.headers[HEADER] = request.url
      request.headers[SOCKET_HEADER] = request.socket.remoteAddress ?? ''
      if (MESSAGE_PAGE.test(request.url ?? '')) {
        for (const name of ACTED_ON_BY_NEXT) delete request.headers[name]
        request.headers.cookie = withoutCookiesOfNext(request.headers.cookie)
      }
      if (answerAddress(request, args[1] as ServerResponse)) return true
    }
    return Reflect.apply(emit, this, [event, ...args])
  } as typeof emit
}

/** Keeps the buyer's own cookies, since the return page shows an order to its buyer only. */
const withoutCookiesOfNext = (cookie = '') =>
  cookie
    .split(/;\s*/)
    .filter((pair) => !COOKIES_OF_NEXT.test(pair))
    .join('; ')

/** The remote address of a request's connection, a buyer's or a proxy's; '' if the connection is closed. */
export const socketAddress = (headers: Headers) => headers.get(SOCKET_HEADER) ?? ''

/** Answers a request whose path has to be cleaned or cannot be decoded. Returns whether it did. */
function answerAddress({ method = '', url = '' }: IncomingMessage, response: ServerResponse): boolean {
  const clean = ['GET', 'HEAD'].includes(method) ? cleanAddress(url) : undefined
  if (clean !== undefined) response.writeHead(308, { location: clean }).end()
  else if (!hasReadablePath(url)) response.writeHead(400, NOTICE_HEADERS).end(noticeHtml(UNREADABLE))
  else return false
  return true
}

const UNREADABLE: Notice = {
  status: 400,
  title: { zh: '这个网址读不出来', en: 'This address cannot be read' },
  text: {
    zh: '网址里有一处不是文字：% 后面不是两位十六进制数，或者那些字节不是 UTF-8 编码。多半是复制时带上了别的字符。请从首页重新进入。',
    en: 'Some part of it is no text: a % is not followed by two hexadecimal digits, or the bytes are not UTF-8. Something else was probably copied along with the address. Please start again from the shop.',
  },
  link: TO_SHOP,
}

/** Only the path has to be UTF-8; the query may hold bytes of any charset. */
function hasReadablePath(target: string) {
  try {
    decodeURIComponent(target.split('?', 1)[0] ?? '')
    return true
  } catch {
    return false
  }
}

/** The raw query string of a request, as the client sent it, without the question mark. */
export function rawQuery(request: Request) {
  const target = request.headers.get(HEADER)
  if (target === null) throw new Error('keepRawTarget() was not called when the server started')
  const mark = target.indexOf('?')
  return mark < 0 ? '' : target.slice(mark + 1)
}
