import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { cleanAddress } from './clean-address'
import { contentSecurityPolicy } from './content-security-policy'
import { env } from './env'
import { type Notice, NOTICE_HEADERS, noticeHtml, TO_SHOP } from './notice-page'
import { isOutdated, outdatedNotice } from './outdated'
import { keepRawTarget } from './raw-target'
import { foreignNotice, isForeign } from './same-origin'

const MESSAGE_PAGE = /^\/api\/alipay\/(notify|return)(\?|$)/
/** The headers and cookies to which Next responds with a redirect or a cookie of its own. */
const HEADERS_OF_NEXT = ['rsc', 'next-router-prefetch', 'next-router-segment-prefetch', 'next-action']
const COOKIES_OF_NEXT = /^(__prerender_bypass|__next_preview_data)=/

/** All that a sandbox without a shop serves. */
const OF_GATEWAY = /^\/(sandbox\/|_next\/|healthz|readyz|icon|apple-icon)/

/** What is no page of the shop, or has a policy of its own: the cashier, and the page that leads to the gateway. */
const HAS_NO_POLICY =
  /^\/(_next\/|pictures\/|api\/alipay\/(alipayto|notify|return)([?#]|$)|sandbox\/(gateway\.do([?#]|$)|trade\/|cashier\/))/

/**
 * What the server does with a request before Next has it: keeps its raw target, removes from the gateway's messages what
 * would make Next answer them itself, and sets the content security policy of a page. Returns whether it has answered the
 * request: an address that was copied with something behind it is redirected, another path that cannot be decoded (Next
 * fails on it with 500) gets 400, a form of an older build 409, or 403 from another site. Access is checked by each page and handler.
 */
export function beforeNext(
  request: IncomingMessage,
  response: ServerResponse,
  development: boolean,
): boolean {
  keepRawTarget(request)
  const { method = '', url = '', headers } = request
  if (MESSAGE_PAGE.test(url)) {
    for (const name of HEADERS_OF_NEXT) delete headers[name]
    headers.cookie = withoutCookiesOfNext(headers.cookie)
  }
  const clean = ['GET', 'HEAD'].includes(method) ? cleanAddress(url) : undefined
  if (clean !== undefined) return end(response.writeHead(308, { location: clean }))
  if (env().isGatewayAlone && !OF_GATEWAY.test(url))
    return end(response.writeHead(303, { location: '/sandbox/console' }))
  const path = readPath(url)
  if (path === undefined) return refuse(response, UNREADABLE)
  if (isOutdated(method, path, headers))
    return refuse(response, isForeign(asRequest(request)) ? foreignNotice() : outdatedNotice(path))
  if (env().shopUrl.startsWith('https:')) response.setHeader('strict-transport-security', 'max-age=31536000')
  if (!HAS_NO_POLICY.test(url)) {
    const policy = contentSecurityPolicy(randomUUID(), development)
    headers['content-security-policy'] = policy // Next takes the nonce of its own scripts from here
    response.setHeader('content-security-policy', policy)
  }
  return false
}

/** The headers as the handlers of Next read them. */
const asRequest = ({ headers }: IncomingMessage) => ({
  headers: { get: (name: string) => [headers[name]].flat()[0] ?? null },
})

function refuse(response: ServerResponse, notice: Notice) {
  return end(response.writeHead(notice.status, NOTICE_HEADERS), noticeHtml(notice))
}

function end(response: ServerResponse, body?: string): true {
  response.end(body)
  return true
}

/** The buyer's own cookies stay: the return page shows an order to its buyer only. */
const withoutCookiesOfNext = (cookie = '') =>
  cookie
    .split(/;\s*/)
    .filter((pair) => !COOKIES_OF_NEXT.test(pair))
    .join('; ')

const UNREADABLE: Notice = {
  status: 400,
  title: { zh: '这个网址读不出来', en: 'This address cannot be read' },
  text: {
    zh: '网址里有一处不是文字：% 后面不是两位十六进制数，或者那些字节不是 UTF-8 编码。多半是复制时带上了别的字符。请从首页重新进入。',
    en: 'Some part of it is no text: a % is not followed by two hexadecimal digits, or the bytes are not UTF-8. Something else was probably copied along with the address. Please start again from the shop.',
  },
  link: TO_SHOP,
}

/** The decoded path, or undefined. The query may hold bytes of any charset; the path is ours, and UTF-8. */
function readPath(target: string) {
  try {
    return decodeURIComponent(target.split('?', 1)[0] ?? '')
  } catch {
    return undefined
  }
}
