/**
 * npm run sandbox:https: serves the gateway's own addresses on this machine, for programs that have them in their code.
 * Requests are passed byte for byte to the sandbox of the running shop.
 */
import { once } from 'node:events'
import { createServer as createHttpServer, request } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { resolve } from 'node:path'
import { adoptShop } from './adopt-shop.js'
import { runCommand } from './command.js'
import { CA_FILE, gatewayCertificate } from './gateway-certificate.js'
import { localHost } from './running-shops.js'
import { say } from './say.js'

/** Host names of the gateway, docs/protocol.md 1. */
const HOSTS = ['mapi.alipay.com', 'www.alipay.com', 'notify.alipay.com']
const PATHS = new Map([
  ['/gateway.do', '/sandbox/gateway.do'],
  ['/cooperate/gateway.do', '/sandbox/gateway.do'],
  ['/trade/notify_query.do', '/sandbox/trade/notify_query.do'],
])
const LOOPBACK = '127.0.0.1'
/** Headers that belong to one connection (hop-by-hop), not to the message. */
const OF_CONNECTION = ['connection', 'keep-alive', 'proxy-connection', 'upgrade', 'te', 'trailer', 'expect']

const usage = {
  zh: `npm run sandbox:https -- [--port 443] [--http-port 80] [--lang zh|en]

让写死了支付宝网关地址（${HOSTS.join('、')}）的程序用上运行着的店的沙箱。
只在本机监听；证书第一次用时生成。--http-port 给用 http 核实通知的程序。`,
  en: `npm run sandbox:https -- [--port 443] [--http-port 80] [--lang zh|en]

Lets programs that have the gateway's addresses in their code (${HOSTS.join(', ')})
use the sandbox of the running shop. Listens on this machine only; makes its certificate on first use.
--http-port is for programs that verify notifications over http.`,
}

const options = /** @type {const} */ ({
  port: { type: 'string', default: '443' },
  'http-port': { type: 'string', default: '80' },
})

void runCommand({ usage, options }, async ({ values }) => {
  const port = portOf('--port', values.port)
  const httpPort = portOf('--http-port', values['http-port'])
  const shop = await adoptShop({ database: false })
  if (!shop)
    throw new Error(
      say('先用 npm start 启动店，再来一次。', 'Start the shop first (npm start), then run this again.'),
    )
  const { host, port: shopPort, shopUrl, sandbox } = shop
  if (!sandbox)
    throw new Error(
      say(
        `店 ${shopUrl} 用的是别处的网关，它的沙箱关着`,
        `The shop ${shopUrl} uses another gateway, so its sandbox is closed`,
      ),
    )
  const { cert, key, made } = await gatewayCertificate(HOSTS)
  const handOver = handOverTo({ host: localHost(host), port: shopPort, shopUrl })
  const tls = createHttpsServer({ cert, key }, handOver)
  const plain = createHttpServer(handOver)
  await listen(tls, port).catch((error) => {
    throw new Error(refusedPort('--port', port, error))
  })
  const plainListens = await listen(plain, httpPort).then(
    () => true,
    (error) => {
      console.error(refusedPort('--http-port', httpPort, error))
      console.error(say('https 照常可用。', 'https works all the same.'))
      return false
    },
  )
  if (made)
    console.log(
      say(
        `生成了新的证书：让程序信任 ${resolve(CA_FILE)}`,
        `Made a new certificate: let programs trust ${resolve(CA_FILE)}`,
      ),
    )
  const addresses = [
    `https://${LOOPBACK}:${port}`,
    ...(plainListens ? [`http://${LOOPBACK}:${httpPort}`] : []),
  ]
  console.log(`${say('hosts 文件里要有', 'The hosts file needs')}: ${LOOPBACK} ${HOSTS.join(' ')}`)
  console.log(
    say(
      `沙箱网关在 ${addresses.join('、')} 等待，转给店 ${shopUrl}。用 Ctrl-C 结束。`,
      `The sandbox gateway listens at ${addresses.join(' and ')} and hands over to the shop ${shopUrl}. Ctrl-C ends it.`,
    ),
  )
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  for (const server of [tls, plain]) {
    server.close()
    server.closeAllConnections()
  }
  return 0
})

/** @param {string} option @param {string} value */
function portOf(option, value) {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0
  if (port < 1 || port > 65535)
    throw new Error(
      say(`${option} 要写 1 到 65535 的整数`, `${option} must be a whole number from 1 to 65535`),
    )
  return port
}

/** @param {import('node:net').Server} server @param {number} port */
async function listen(server, port) {
  await once(server.listen(port, LOOPBACK), 'listening')
}

/** @param {string} option @param {number} port @param {unknown} error */
function refusedPort(option, port, error) {
  const { code } = /** @type {NodeJS.ErrnoException} */ (error)
  if (code === 'EADDRINUSE')
    return say(
      `端口 ${port} 已被占用：停掉占用它的程序，或者用 ${option} 换一个。`,
      `Port ${port} is in use: stop what listens there, or choose another with ${option}.`,
    )
  if (code === 'EACCES')
    return say(
      `端口 ${port} 要更高的权限：用管理员身份运行（Linux 也可以先 sudo sysctl net.ipv4.ip_unprivileged_port_start=80），或者用 ${option} 换一个 1024 以上的。`,
      `Port ${port} needs more rights: run this as administrator (on Linux, sudo sysctl net.ipv4.ip_unprivileged_port_start=80 does, too), or choose one above 1024 with ${option}.`,
    )
  return say(`不能在端口 ${port} 上监听：${error}`, `Cannot listen on port ${port}: ${error}`)
}

/**
 * @param {{ host: string, port: number, shopUrl: string }} shop
 * @returns {import('node:http').RequestListener}
 */
function handOverTo({ host, port, shopUrl }) {
  return (asked, answer) => {
    const [path = '', query] = split(asked.url ?? '')
    const target = PATHS.get(path)
    if (target === undefined) return otherPage(path, answer, shopUrl)
    const handedOver = request(
      {
        host,
        port,
        method: asked.method,
        path: target + query,
        headers: { ...withoutConnection(asked.headers), host: new URL(shopUrl).host },
      },
      (received) => {
        const headers = withoutConnection(received.headers)
        // the cashier is the shop's page, and its links and cookies belong to the shop's address
        if (headers.location) headers.location = new URL(headers.location, shopUrl).href
        answer.writeHead(received.statusCode ?? 502, headers)
        received.on('error', () => answer.destroy())
        received.pipe(answer)
      },
    )
    handedOver.on('error', (error) => {
      asked.unpipe(handedOver)
      if (answer.headersSent) answer.destroy()
      else
        answer
          .writeHead(502, { 'content-type': 'text/plain; charset=utf-8' })
          .end(
            say(
              `店 ${shopUrl} 没有应答：${error.message}\n`,
              `The shop ${shopUrl} does not answer: ${error.message}\n`,
            ),
          )
    })
    answer.on('close', () => handedOver.destroy())
    asked.pipe(handedOver)
  }
}

/** @param {import('node:http').IncomingHttpHeaders} headers */
function withoutConnection(headers) {
  const kept = { ...headers }
  for (const name of OF_CONNECTION) delete kept[name]
  return kept
}

/** The query with its question mark, untouched. @param {string} url */
function split(url) {
  const at = url.indexOf('?')
  return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at)]
}

/** Any other path: the links of the gateway's error page lead to the shop, the rest is not found. @param {string} path @param {import('node:http').ServerResponse} answer @param {string} shopUrl */
function otherPage(path, answer, shopUrl) {
  if (path.startsWith('/sandbox/')) return answer.writeHead(302, { location: shopUrl + path }).end()
  answer
    .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
    .end(`${say('这里只有', 'Only here')}: ${[...PATHS.keys()].join(' ')}\n`)
}
