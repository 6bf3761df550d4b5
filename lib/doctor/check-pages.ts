import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { reasonOf } from '../alipay/http'
import type { Env } from '../env'
import { checkEmptyPost, checkNotifyBytes, checkReturn } from './check-bytes'
import { judgeNotify } from './judge-notify'
import { check, type Line, say } from './report'
import { post, send, shortly } from './send'
import { failureOf, hostOf, isPublic, isRemote, type World } from './world'

/**
 * Checks the pages under the addresses that requests carry, as the gateway and the buyer reach them (T5.2 step 1, T4.4a):
 * what they answer, and whether the shop receives the very bytes that were sent.
 */
export async function checkPages(env: Env, world: World, database: pg.Client | undefined): Promise<Line[]> {
  const way = await checkWay(env, world)
  if (way.some(({ level }) => level === 'error'))
    return [
      ...way,
      check('T5.2-1B', 'notify-get').skipped('地址不通，页面没有查', 'the pages were not reached'),
    ]
  const { alipay } = env
  const probe = { alipay, world, database, marker: `doctor-${randomBytes(12).toString('hex')}` }
  return [
    ...way,
    judgeNotify(check('T4.4a', 'notify-get'), 'GET', await send(world, alipay.notifyUrl)),
    await checkEmptyPost(probe),
    await checkNotifyBytes(probe),
    ...(await checkReturn(probe)),
    await checkShowUrl(env, world),
    await checkForms(env, world),
  ]
}

async function checkWay(env: Env, world: World): Promise<Line[]> {
  const { hostname, port, tls } = hostOf(env.alipay.notifyUrl)
  const dns = await checkDns(env, world, hostname)
  if (dns.level === 'error') return [dns]
  const line = check('T5.2-2D', 'notify-connect')
  const why = await failureOf(world.connect(hostname, port, tls))
  if (!why) return [dns, line.ok(`${hostname}:${port} 连得上`, `${hostname}:${port} can be reached`)]
  return [
    dns,
    line.error(
      `notify_url 的 ${hostname}:${port} 连不上（${why}）`,
      `notify_url's ${hostname}:${port} cannot be reached (${why})`,
      tls
        ? say(
            '检查反向代理、端口、证书（要由公认的机构签发）和防火墙',
            'Check the proxy, the port, the certificate (of a known authority) and the firewall',
          )
        : say('检查反向代理、端口和防火墙', 'Check the proxy, the port and the firewall'),
    ),
  ]
}

async function checkDns(env: Env, world: World, hostname: string): Promise<Line> {
  const dns = check('T5.2-3B', 'notify-dns')
  try {
    const addresses = await world.lookup(hostname)
    if (!isRemote(env) || addresses.some(isPublic))
      return dns.ok(`notify_url 的主机解析为 ${addresses}`, `the host of notify_url resolves to ${addresses}`)
    return dns.error(
      `notify_url 的主机 ${hostname} 是 ${addresses}，互联网上访问不到：收不到任何通知`,
      `the host of notify_url, ${hostname}, is ${addresses}, which the internet cannot reach: no notification will come`,
      say(
        '在本机只能试付款和页面返回；通知要放到服务器上，SHOP_URL 写它的域名',
        'On this machine only payment and return can be tried; for notifications run it on a server, with its name in SHOP_URL',
      ),
    )
  } catch (error) {
    return dns.error(
      `notify_url 的主机 ${hostname} 解析不了（${reasonOf(error)}）`,
      `the host of notify_url, ${hostname}, does not resolve (${reasonOf(error)})`,
      say('给域名加上解析记录，或者改正 SHOP_URL', 'Give the name a DNS record, or correct SHOP_URL'),
    )
  }
}

async function checkShowUrl({ alipay }: Env, world: World): Promise<Line> {
  const line = check('T3.2b', 'show-url')
  const shown = shortly(await send(world, alipay.showUrl))
  return shown === 'HTTP 200'
    ? line.ok('show_url 打得开', 'show_url opens')
    : line.warning(
        `show_url 打不开（${shown}）`,
        `show_url does not open (${shown})`,
        say(
          '买家会从收银台点进去，建议写“我的订单”：/orders',
          'Buyers follow it from the cashier; best is "my orders": /orders',
        ),
      )
}

/**
 * Whether a form arrives as a buyer's browser sends it from a page at SHOP_URL, with that page's Origin: the CSRF check of
 * a shop whose pages look healthy may refuse every form. The form changes nothing, because it comes without a cart.
 */
async function checkForms({ shopUrl }: Env, world: World): Promise<Line> {
  const line = check('T3.1c', 'forms')
  const form = post('variant=&quantity=1')
  const reply = await send(world, `${shopUrl}/cart/change`, {
    ...form,
    headers: { ...form.headers, origin: shopUrl },
  })
  if (!reply.ok)
    return line.error(
      `从 ${shopUrl} 提交表单，没有回答（${shortly(reply)}）：顾客不能下单，也不能登录`,
      `a form sent from ${shopUrl} got no answer (${shortly(reply)}): nobody can order or sign in`,
      say('检查 SHOP_URL 和反向代理', 'Check SHOP_URL and the proxy'),
    )
  if (reply.status === 403)
    return line.error(
      `从 ${shopUrl} 提交的表单被拒绝（HTTP 403）：顾客不能下单、付款和登录，页面看起来却是好的`,
      `a form sent from ${shopUrl} is refused (HTTP 403): nobody can order, pay or sign in, though the pages look healthy`,
      say(
        'SHOP_URL 要和浏览器地址栏里的一样（http 或 https、域名、端口）；反向代理不要改 Origin 请求头',
        "SHOP_URL must be what a browser's address bar shows (http or https, name, port), and the proxy must not change the Origin header",
      ),
    )
  return reply.status === 303 && reply.headers.get('location') === '/cart'
    ? line.ok('从 SHOP_URL 的页面提交的表单收得到', 'a form sent from a page at SHOP_URL arrives')
    : line.error(
        `从 ${shopUrl} 提交的表单没有到店里（HTTP ${reply.status}）：顾客不能下单，也不能登录`,
        `a form sent from ${shopUrl} did not reach the shop (HTTP ${reply.status}): nobody can order or sign in`,
        say(
          '反向代理要把 POST 原样转给本店：不要跳转（SHOP_URL 写最后的地址），不要拦截',
          'The proxy must pass a POST on as it is: no redirect (SHOP_URL is the address after it), no filter',
        ),
      )
}
