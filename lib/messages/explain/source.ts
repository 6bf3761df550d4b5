import type { Bilingual } from '../../dictionary'
import { parseBeijingTime } from '../../alipay/beijing-time'
import type { ExplainedMessage, Explanation } from './explanation'

const RETURN_VALID_MS = 60_000 // protocol.md 5.5

/**
 * Why the gateway did not confirm a message (spec.md T5.2S, protocol.md 2.9 and 5.5). Its bare `false` has several causes,
 * the most likely first.
 */
export function explainSource(row: ExplainedMessage): Explanation[] {
  const { code, responseTxt } = row
  const detail = row.detail ?? ''
  if (code === 'no_notify_id') return [found('notify_id_missing')]
  if (code === 'gateway_denied')
    return responseTxt === 'false' ? explainFalse(row) : [found('verify_invalid')]
  if (code === 'no_connection')
    return [found(CONNECTION.find(([why]) => why.test(detail))?.[1] ?? 'connection_broken')]
  if (code === 'http_status') return [found('verify_http', true, detail)]
  if (code === 'timeout') return [found('verify_timeout')]
  return [found('verify_not_a_word')]
}

function explainFalse({ channel, params, receivedAt }: ExplainedMessage): Explanation[] {
  const given = params && typeof params === 'object' ? params : {}
  // The channel of a recheck says nothing; only returns have is_success (protocol.md 5.4).
  if (channel !== 'return' && !('is_success' in given))
    return [found('already_answered', false), found('notify_id_unknown', false)]
  const text = 'notify_time' in given ? given.notify_time : null
  const sent = typeof text === 'string' ? parseBeijingTime(text) : undefined
  const expired = sent !== undefined && receivedAt.getTime() - sent.getTime() > RETURN_VALID_MS
  return expired
    ? [found('return_expired')]
    : [found('return_expired', false), found('notify_id_unknown', false)]
}

const CONNECTION: [code: RegExp, cause: keyof typeof SOURCE_CAUSES][] = [
  [/^ECONNREFUSED$/, 'connection_refused'],
  [/^(ENOTFOUND|EAI_AGAIN|EAI_FAIL)$/, 'dns'],
  [/^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/, 'firewall'],
  [/CERT|certificate|TLS|SSL|SELF_SIGNED/i, 'certificate'],
]

function found(cause: keyof typeof SOURCE_CAUSES, certain = true, detail = ''): Explanation {
  return { cause, certain, ...SOURCE_CAUSES[cause](detail) }
}

const PORTS = {
  zh: '在服务器上用 curl 打开网关地址试一次，并确认防火墙放行到 80、443 端口的出站连接。',
  en: 'Open the gateway’s address with curl on the server itself, and let outgoing connections to ports 80 and 443 pass the firewall.',
}

export const SOURCE_CAUSES = {
  notify_id_missing: () => ({
    zh: '消息里没有 notify_id，无法向网关核实。支付宝的通知和返回都有它：检查它有没有在验签之前被程序去掉；没有的话，这条消息不是支付宝发的。',
    en: 'There is no notify_id, so the gateway cannot be asked. Alipay sends one with every message: see that no program removes it before the check; otherwise the message is not from Alipay.',
  }),
  verify_invalid: () => ({
    zh: '网关说 invalid：验证请求的参数不对，通常是 partner 不对或为空。核对 ALIPAY_PARTNER（2088 开头的 16 位数字）。',
    en: 'The gateway says invalid: the question itself was wrong, usually a wrong or empty partner. Check ALIPAY_PARTNER (16 digits beginning with 2088).',
  }),
  return_expired: () => ({
    zh: '返回地址只在一分钟内有效，过了网关就答 false：买家隔了一会儿才打开，或刷新、收藏了这个地址。订单以异步通知为准，不用处理；若每次都这样，检查服务器的时钟和跳转的速度。',
    en: 'A return is good for one minute, after that the gateway says false: the buyer was late, or reloaded or bookmarked the address. The order follows the notification, nothing is to be done; if it is always so, look at the server’s clock and at slow redirects.',
  }),
  already_answered: () => ({
    zh: '网关对已经回答过 success 的通知不再承认。多半是这条通知先前处理过，又被重复提交：在记录里按订单号找到先前那一条。',
    en: 'The gateway forgets a notification once it was answered success. Most likely it was processed before and has been sent again: look for the earlier one by the order’s number.',
  }),
  notify_id_unknown: () => ({
    zh: '网关不认识这个 notify_id：它不是这个网关发的（检查 ALIPAY_GATEWAY_URL 和 ALIPAY_PARTNER 是否同属一个环境），或者是伪造的。',
    en: 'The gateway does not know this notify_id: it came from another gateway (do ALIPAY_GATEWAY_URL and ALIPAY_PARTNER belong together?), or it is forged.',
  }),
  verify_http: (status: string) => ({
    zh: `网关的验证地址回答了 HTTP ${status}，不是 200。核对 ALIPAY_GATEWAY_URL${status.startsWith('3') ? '：它跳转到了别处，请填最终的 https 地址' : status.startsWith('5') ? '；网关可能正在故障，它会再次发送通知' : '，以及中间有没有代理拦截'}。`,
    en: `The address for verifying answered HTTP ${status}, not 200. Check ALIPAY_GATEWAY_URL${status.startsWith('3') ? ': it redirects, set the final https address' : status.startsWith('5') ? '; the gateway may be down, and will send the notification again' : ', and whether a proxy stands in the way'}.`,
  }),
  verify_timeout: () => ({
    zh: `网关没有及时回答。${PORTS.zh}网关会再次发送通知，偶尔一次不用处理。`,
    en: `The gateway did not answer in time. ${PORTS.en} It will send the notification again; once in a while is no harm.`,
  }),
  verify_not_a_word: () => ({
    zh: '网关的回答不是 true、false、invalid 这样的一个词：多半是代理、登录页或错误页代为回答的。核对 ALIPAY_GATEWAY_URL，在服务器上打开它看看是谁在回答。',
    en: 'The answer is not one of the words true, false, invalid: probably a proxy, a log-in page or an error page spoke instead. Check ALIPAY_GATEWAY_URL, and open it on the server to see who answers.',
  }),
  connection_refused: () => ({
    zh: `网关的地址拒绝连接：那个端口上没有程序，或端口不对。核对 ALIPAY_GATEWAY_URL 的主机和端口。${PORTS.zh}`,
    en: `The gateway’s address refuses the connection: nobody listens on that port. Check host and port of ALIPAY_GATEWAY_URL. ${PORTS.en}`,
  }),
  dns: () => ({
    zh: 'DNS 解析不了网关的主机名。核对 ALIPAY_GATEWAY_URL 的拼写，再检查服务器的 DNS 设置（nslookup mapi.alipay.com）。不要把支付宝的 IP 写死在 hosts 里。',
    en: 'DNS cannot resolve the gateway’s host. Check the spelling in ALIPAY_GATEWAY_URL, then the server’s DNS settings (nslookup mapi.alipay.com). Do not pin Alipay’s addresses in a hosts file.',
  }),
  firewall: () => ({
    zh: `到网关的连接没有回音，多半是防火墙或安全组拦住了。${PORTS.zh}`,
    en: `Nothing comes back from the gateway’s address; most likely a firewall is in the way. ${PORTS.en}`,
  }),
  certificate: () => ({
    zh: '与网关的 https 连接没有通过证书检查。更新系统的根证书，核对服务器的时钟；如果中间有解密 https 的代理，让它放过支付宝。',
    en: 'The certificate of the https connection was not accepted. Update the system’s root certificates, check the server’s clock, and exempt Alipay from any proxy that opens https.',
  }),
  connection_broken: () => ({
    zh: `与网关的连接中断了。${PORTS.zh}网关会再次发送通知，偶尔一次不用处理。`,
    en: `The connection to the gateway broke off. ${PORTS.en} It will send the notification again; once in a while is no harm.`,
  }),
} satisfies Record<string, (detail: string) => Bilingual>
