import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { reasonOf } from '../alipay/http'
import type { Env } from '../env'
import { checkEmptyPost, checkNotifyBytes, checkReturn } from './check-bytes'
import { checkForms } from './check-forms'
import { judgeNotify } from './judge-notify'
import { check, type Line, say } from './line'
import { send, shortly } from './send'
import { hostOf, isPublic, isRemote, type World } from './world'

/**
 * Checks the pages under the addresses that requests carry, as the gateway and the buyer reach them (T5.2 step 1, T4.4a):
 * what they answer, and whether the shop receives the very bytes that were sent.
 */
export async function checkPages(env: Env, world: World, database: pg.Client | undefined): Promise<Line[]> {
  const way = await checkWay(env, world)
  if (way.some(({ level }) => level === 'error'))
    return [
      ...way,
      check('T5.2-1B', 'notify-get').skipped(say('地址不通，页面没有查', 'the pages were not reached')),
    ]
  const { notifyUrl } = env.alipay
  const marker = `doctor-${randomBytes(12).toString('hex')}`
  return [
    ...way,
    judgeNotify(check('T4.4a', 'notify-get'), 'GET', await send(world, notifyUrl)),
    await checkEmptyPost(env, world, database, marker),
    await checkNotifyBytes(env, world, database, marker),
    ...(await checkReturn(env, world, database, marker)),
    await checkShowUrl(env, world),
    await checkForms(env, world),
  ]
}

async function checkWay(env: Env, world: World): Promise<Line[]> {
  const { hostname, port, tls } = hostOf(env.alipay.notifyUrl)
  const dns = check('T5.2-3B', 'notify-dns')
  const lines: Line[] = []
  try {
    const addresses = await world.lookup(hostname)
    if (isRemote(env) && !addresses.some(isPublic))
      return [
        dns.error(
          say(
            `notify_url 的主机 ${hostname} 是 ${addresses}，互联网上访问不到：收不到任何通知`,
            `the host of notify_url, ${hostname}, is ${addresses}, which the internet cannot reach: no notification will come`,
          ),
          say(
            '在本机只能试付款和页面返回；通知要放到服务器上，SHOP_URL 写它的域名',
            'On this machine only payment and return can be tried; for notifications run it on a server, with its name in SHOP_URL',
          ),
        ),
      ]
    lines.push(
      dns.ok(say(`notify_url 的主机解析为 ${addresses}`, `the host of notify_url resolves to ${addresses}`)),
    )
  } catch (error) {
    return [
      dns.error(
        say(
          `notify_url 的主机 ${hostname} 解析不了（${reasonOf(error)}）`,
          `the host of notify_url, ${hostname}, does not resolve (${reasonOf(error)})`,
        ),
        say('给域名加上解析记录，或者改正 SHOP_URL', 'Give the name a DNS record, or correct SHOP_URL'),
      ),
    ]
  }
  const line = check('T5.2-2D', 'notify-connect')
  try {
    await world.connect(hostname, port, tls)
    return [...lines, line.ok(say(`${hostname}:${port} 连得上`, `${hostname}:${port} can be reached`))]
  } catch (error) {
    const why = reasonOf(error)
    return [
      ...lines,
      line.error(
        say(
          `notify_url 的 ${hostname}:${port} 连不上（${why}）`,
          `notify_url's ${hostname}:${port} cannot be reached (${why})`,
        ),
        tls
          ? say(
              '检查反向代理、端口、证书（要由公认的机构签发）和防火墙',
              'Check the proxy, the port, the certificate (of a known authority) and the firewall',
            )
          : say('检查反向代理、端口和防火墙', 'Check the proxy, the port and the firewall'),
      ),
    ]
  }
}

async function checkShowUrl({ alipay }: Env, world: World): Promise<Line> {
  const line = check('T3.2b', 'show-url')
  const shown = shortly(await send(world, alipay.showUrl))
  return shown === 'HTTP 200'
    ? line.ok(say('show_url 打得开', 'show_url opens'))
    : line.warning(
        say(`show_url 打不开（${shown}）`, `show_url does not open (${shown})`),
        say(
          '买家会从收银台点进去，建议写“我的订单”：/orders',
          'Buyers follow it from the cashier; best is "my orders": /orders',
        ),
      )
}
