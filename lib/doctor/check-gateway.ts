import { reasonOf } from '../alipay/http'
import type { Env } from '../env'
import { checkAnswers } from './check-answers'
import { check, type Line, say } from './line'
import { hostOf, isPublic, isRemote, type World } from './world'

/** Whether the gateway can be reached, and what it answers to requests that begin nothing. */
export async function checkGateway(env: Env, world: World): Promise<Line[]> {
  const way = await checkWay(env, world)
  if (way.some(({ level }) => level === 'error'))
    return [
      ...way,
      check('T2.1', 'gateway-answer').skipped(say('网关不通，没有问它', 'the gateway was not asked')),
    ]
  return [...way, ...(await checkAnswers(env.alipay, world))]
}

async function checkWay(env: Env, world: World): Promise<Line[]> {
  const { hostname, port, tls } = hostOf(env.alipay.gatewayUrl)
  const dns = check('T5.2-2B', 'gateway-dns')
  const firewall = check('T5.2-2C', 'gateway-port')
  const certificate = check('T5.2-2D', 'gateway-tls')
  const lines: Line[] = []
  try {
    const addresses = await world.lookup(hostname)
    if (isRemote(env) && !addresses.some(isPublic))
      return [
        dns.error(
          say(`${hostname} 解析成内网地址 ${addresses}`, `${hostname} resolves to the private ${addresses}`),
          say('检查 hosts 文件和 DNS', 'Check the hosts file and the DNS'),
        ),
      ]
    lines.push(dns.ok(say(`${hostname} 解析为 ${addresses}`, `${hostname} resolves to ${addresses}`)))
  } catch (error) {
    return [
      dns.error(
        say(
          `${hostname} 解析不了（${reasonOf(error)}）`,
          `${hostname} does not resolve (${reasonOf(error)})`,
        ),
        say(
          '检查服务器的 DNS 设置和 ALIPAY_GATEWAY_URL 的拼写',
          'Check the DNS of this server and the spelling of ALIPAY_GATEWAY_URL',
        ),
      ),
    ]
  }
  try {
    await world.connect(hostname, port, false)
    lines.push(firewall.ok(say(`${hostname}:${port} 连得上`, `${hostname}:${port} can be reached`)))
  } catch (error) {
    const why = reasonOf(error)
    return [
      ...lines,
      firewall.error(
        say(`${hostname}:${port} 连不上（${why}）`, `${hostname}:${port} cannot be reached (${why})`),
        say('让防火墙放行到网关的出站连接', 'Let the firewall pass outgoing connections to the gateway'),
      ),
    ]
  }
  if (!tls) return lines // only on this same machine
  try {
    await world.connect(hostname, port, true)
    lines.push(certificate.ok(say(`${hostname} 的证书有效`, `the certificate of ${hostname} is good`)))
  } catch (error) {
    const why = reasonOf(error)
    lines.push(
      certificate.error(
        say(`与 ${hostname} 的 TLS 建立不起来（${why}）`, `no TLS with ${hostname} (${why})`),
        say(
          '查看中间有没有拦截 https 的代理、系统时间和根证书',
          'Look for a proxy that intercepts https, at the clock, and at the root certificates',
        ),
      ),
    )
  }
  return lines
}
