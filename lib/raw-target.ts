import { type IncomingMessage, Server, type ServerResponse } from 'node:http'
import { cleanAddress } from './clean-address'
import { type Notice, NOTICE_HEADERS, noticeHtml, TO_SHOP } from './notice-page'

const HEADER = 'x-raw-target'
const SOCKET_HEADER = 'x-socket-address'
/** The pages for the gateway's messages, and the headers and cookies to which Next answers with a redirect or a cookie of its own. */
const MESSAGE_PAGE = /^\/api\/alipay\/(notify|return)(\?|$)/
const ACTED_ON_BY_NEXT = ['rsc', 'next-router-prefetch', 'next-router-segment-prefetch', 'next-action']
const COOKIES_OF_NEXT = /^(__prerender_bypass|__next_preview_data)=/

const PATCHED = Symbol.for('danbao:raw-target')

/**
 * Next re-encodes the query before a route handler sees it (%B2%E2 becomes %EF%BF%BD%EF%BF%BD), which breaks every
 * signature over GBK bytes. This keeps the request target as it arrived, in a header, and keeps from Next what would
 * make it answer the gateway in our stead. An address that was copied with something behind it leads to what it is about;
 * another path that cannot be decoded, at which Next fails with 500, is answered 400.
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
      if (MESSAGE_PAGE.test(request.url ?? '')) {
        for (const name of ACTED_ON_BY_NEXT) delete request.headers[name]
        request.headers.cookie = withoutCookiesOfNext(request.headers.cookie)
      }
      if (answerAddress(request, args[1] as ServerResponse)) return true
    }
    return Reflect.apply(emit, this, [event, ...args])
  } as typeof emit
}

/** The buyer's own cookies stay: the return page shows an order to its buyer only. */
const withoutCookiesOfNext = (cookie = '') =>
  cookie
    .split(/;\s*/)
    .filter((pair) => !COOKIES_OF_NEXT.test(pair))
    .join('; ')

/** The address at the other end of a request's connection, a buyer's or a proxy's; '' where it is gone. */
export const socketAddress = (headers: Headers) => headers.get(SOCKET_HEADER) ?? ''

/** Answers a request whose path is none of ours as it stands; whether it did. */
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
