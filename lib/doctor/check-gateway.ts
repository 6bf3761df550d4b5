import { reasonOf } from '../alipay/http'
import type { Env } from '../env'
import { checkOpen } from './check-open'
import { checkPartner } from './check-partner'
import { check, type Line, say } from './report'
import { failureOf, hostOf, isPublic, isRemote, type World } from './world'

/** Whether the gateway can be reached, and what it answers to requests that begin nothing. */
export async function checkGateway(env: Env, world: World): Promise<Line[]> {
  const way = await checkWay(env, world)
  if (way.some(({ level }) => level === 'error'))
    return [
      ...way,
      check('T2.1', 'gateway-answer').skipped('网关不通，没有问它', 'the gateway was not asked'),
    ]
  const { alipay } = env
  return [
    ...way,
    ...(await (alipay.kind === 'open' ? checkOpen(alipay, world) : checkPartner(alipay, world))),
  ]
}

async function checkWay(env: Env, world: World): Promise<Line[]> {
  const { hostname, port, tls } = hostOf(env.alipay.gatewayUrl)
  const dns = await checkDns(env, world, hostname)
  if (dns.level === 'error') return [dns]
  const firewall = check('T5.2-2C', 'gateway-port')
  const closed = await failureOf(world.connect(hostname, port, false))
  if (closed)
    return [
      dns,
      firewall.error(
        `${hostname}:${port} 连不上（${closed}）`,
        `${hostname}:${port} cannot be reached (${closed})`,
        say('让防火墙放行到网关的出站连接', 'Let the firewall pass outgoing connections to the gateway'),
      ),
    ]
  const reached = [dns, firewall.ok(`${hostname}:${port} 连得上`, `${hostname}:${port} can be reached`)]
  if (!tls) return reached // only on this same machine
  const certificate = check('T5.2-2D', 'gateway-tls')
  const untrusted = await failureOf(world.connect(hostname, port, true))
  return [
    ...reached,
    untrusted
      ? certificate.error(
          `与 ${hostname} 的 TLS 建立不起来（${untrusted}）`,
          `no TLS with ${hostname} (${untrusted})`,
          say(
            '查看中间有没有拦截 https 的代理、系统时间和根证书',
            'Look for a proxy that intercepts https, at the clock, and at the root certificates',
          ),
        )
      : certificate.ok(`${hostname} 的证书有效`, `the certificate of ${hostname} is good`),
  ]
}

async function checkDns(env: Env, world: World, hostname: string): Promise<Line> {
  const dns = check('T5.2-2B', 'gateway-dns')
  try {
    const addresses = await world.lookup(hostname)
    if (!isRemote(env) || addresses.some(isPublic))
      return dns.ok(`${hostname} 解析为 ${addresses}`, `${hostname} resolves to ${addresses}`)
    return dns.error(
      `${hostname} 解析成内网地址 ${addresses}`,
      `${hostname} resolves to the private ${addresses}`,
      say('检查 hosts 文件和 DNS', 'Check the hosts file and the DNS'),
    )
  } catch (error) {
    return dns.error(
      `${hostname} 解析不了（${reasonOf(error)}）`,
      `${hostname} does not resolve (${reasonOf(error)})`,
      say(
        '检查服务器的 DNS 设置和 ALIPAY_GATEWAY_URL 的拼写',
        'Check the DNS of this server and the spelling of ALIPAY_GATEWAY_URL',
      ),
    )
  }
}
