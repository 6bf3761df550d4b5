import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { parseForm, rawParams } from '../../alipay/params'
import { md5Sign } from '../../alipay/partner/sign'
import { stringToSign } from '../../alipay/partner/string-to-sign'
import { parseEnv } from '../../env'
import { gatewayOf } from '../../gateway/own-gateway'
import { openMailServer } from '../../mail/testing/mail-server'
import { receiveMessage } from '../../messages/receive-message'
import { isForeign } from '../../same-origin'
import { PROBE_HEADER, probeMark } from '../send'
import { realWorld, type World } from '../world'

export interface Incoming {
  method: string
  url: string
  headers: IncomingHttpHeaders
  body: Buffer
}
export interface Reply {
  status: number
  headers: Record<string, string>
  body: string
}
export type Settings = Record<string, string | undefined>

const GATEWAY = 'https://mapi.alipay.com'
const SHOP = 'https://shop.example.com'
const PARTNER = '2088123456789012'
export const KEY = 'abcdefghijklmnopqrstuvwxyz012345'

export type Patient = Awaited<ReturnType<typeof openPatient>>

/**
 * A shop in production that is in the best of health: real servers of HTTP on this machine stand for the gateway and for
 * the shop behind its proxy, reached under their public names. A test spoils one thing.
 */
export async function openPatient(databaseUrl: string | undefined) {
  const gateway = await listen(async (request, response) => {
    const { status, headers, body } = patient.gateway(request.url ?? '')
    response.writeHead(status, headers).end(body)
  })
  const shop = await listen(async (request, response) => {
    const incoming = {
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
      body: await buffer(request),
    }
    const reply = await patient.front(incoming, patient.shop)
    if (reply) response.writeHead(reply.status, reply.headers).end(reply.body)
  })
  const mailServer = await openMailServer({ auth: { user: 'shop@example.cn', pass: 'p@ss/word' } })
  const doors = new Map([
    [GATEWAY, gateway.port],
    [SHOP, shop.port],
    ['https://shop.example.com:8443', shop.port],
    ['https://www.example.com', shop.port],
  ])
  const addresses: Record<string, string[]> = {
    'mapi.alipay.com': ['110.75.132.21'],
    'shop.example.com': ['93.184.216.34'],
  }
  const world: World = {
    ...realWorld,
    timeoutMs: 60_000, // of a busy machine; where nothing answers, a test shortens it
    fetch: (input, init) => {
      const { origin, href } = new URL(String(input))
      const port = doors.get(origin)
      return fetch(port ? href.replace(origin, `http://127.0.0.1:${port}`) : href, init)
    },
    lookup: async (hostname) => addresses[hostname] ?? realWorld.lookup(hostname),
    connect: async (hostname, port, tls) => {
      const door = doors.get(`https://${hostname}${port === 443 ? '' : `:${port}`}`)
      return door ? realWorld.connect('127.0.0.1', door, false) : realWorld.connect(hostname, port, tls)
    },
  }
  const settings: Settings = {
    PORT: String(shop.port),
    SHOP_URL: SHOP,
    DATABASE_URL: databaseUrl,
    ALIPAY_GATEWAY_URL: `${GATEWAY}/gateway.do`,
    ALIPAY_PARTNER: PARTNER,
    ALIPAY_KEY: KEY,
    ALIPAY_SELLER_EMAIL: 'shop@example.cn',
    MERCHANT_EMAIL: 'me@example.cn',
    SMTP_URL: mailServer.url,
    MAIL_FROM: '小店 <shop@example.cn>',
  }
  const patient = {
    settings,
    world,
    doors,
    addresses,
    gateway: answerAsGateway,
    /** What stands before the shop; answering nothing, it lets the caller wait. */
    front: (incoming: Incoming, behind: typeof answerAsShop): Promise<Reply | undefined> => behind(incoming),
    shop: answerAsShop,
    async close() {
      await gateway.close()
      await shop.close()
      await mailServer.close()
    },
  }
  return patient

  async function answerAsShop({ method, url, headers, body }: Incoming): Promise<Reply> {
    const { alipay } = parseEnv(settings)
    const [path, query = ''] = url.split('?')
    if (path === '/orders') return { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>' }
    if (path === '/cart/change' && method === 'POST')
      return isForeign({ headers: new Headers({ origin: headers.origin ?? 'null' }) }, SHOP)
        ? { status: 403, headers: {}, body: '' }
        : { status: 303, headers: { location: '/cart' }, body: '' }
    if (path === '/api/alipay/notify') {
      const fail = { status: 200, headers: { 'content-type': 'text/plain' }, body: 'fail' }
      if (method === 'GET') return fail
      const arrival = {
        channel: 'notify' as const,
        bytes: new Uint8Array(body),
        remoteAddress: '',
        probe: probeMark(new Headers({ [PROBE_HEADER]: String(headers[PROBE_HEADER]) })),
      }
      const { answer } = await receiveMessage(arrival, gatewayOf(alipay))
      return { ...fail, body: answer }
    }
    if (path === '/api/alipay/return') {
      const bytes = new Uint8Array(Buffer.from(query, 'latin1'))
      const { id } = await receiveMessage({ channel: 'return', bytes, remoteAddress: '' }, gatewayOf(alipay))
      return { status: 303, headers: { location: `/orders?return=${id}` }, body: '' }
    }
    if (path?.endsWith('/gateway.do')) return answerAsGateway(url)
    return { status: 404, headers: {}, body: 'Not Found' }
  }
}

/** The gateway of the one account above, with the checks of the real one in their order (protocol.md 3). */
export function answerAsGateway(url: string): Reply {
  const parsed = parseForm(Buffer.from(url.split('?')[1] ?? '', 'latin1'))
  const params = parsed.ok ? parsed.params : rawParams(new Map())
  const service = params.get('service')
  const known = [PARTNER, '2088000000000001'].includes(params.get('partner') ?? '')
  if (service === 'notify_verify') return { status: 200, headers: {}, body: known ? 'false' : 'invalid' }
  const key = params.get('partner') === PARTNER ? KEY : 'danbaosandboxkey0123456789abcdef'
  const right = params.get('sign') === md5Sign(stringToSign(params), key)
  const code = !known ? 'ILLEGAL_PARTNER' : right ? undefined : 'ILLEGAL_SIGN'
  return service === 'single_trade_query' ? xml(code ?? 'TRADE_NOT_EXIST') : page(code ?? 'ILLEGAL_ARGUMENT')
}

export const xml = (code: string): Reply => ({
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: `<?xml version="1.0" encoding="GBK"?>\n<alipay><is_success>F</is_success><error>${code}</error></alipay>`,
})

export const page = (code: string): Reply => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html><title>调试错误</title><p>错误代码 ${code}</p>`,
})

async function listen(handler: RequestListener) {
  const server = createServer((request, response) => void handler(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
