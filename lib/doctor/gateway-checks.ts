import { randomBytes } from 'node:crypto'
import { errorHelp } from '../alipay/error-codes'
import { notifyVerify } from '../alipay/notify-verify'
import { formEncode } from '../alipay/params'
import { readLimited } from '../alipay/read-limited'
import { signRequest } from '../alipay/request'
import type { Env } from '../env'
import { check, type Line, say } from './line'
import { hostOf, isPublic, isRemote, reasonOf, type World } from './world'

type Alipay = Env['alipay']

/** Whether the gateway can be reached, whether its clock is ours, and what it says to requests that can do no harm. */
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

async function checkAnswers(alipay: Alipay, world: World): Promise<Line[]> {
  const { lines, believed } = await checkQuery(alipay, world)
  const contract = believed
    ? await checkContract(alipay, world)
    : check('T2.1', 'contract').skipped(say('先把上面的改好', 'the above comes first'))
  return [...lines, contract, await checkVerify(alipay, world)]
}

/** Codes by which the gateway says that the contract lacks a service (protocol.md 7.1, 7.2). */
const NO_CONTRACT = [
  'HAS_NO_PRIVILEGE',
  'HASH_NO_PRIVILEGE',
  'ILLEGAL_PARTNER_EXTERFACE',
  'ILLEGAL_EXTERFACE',
]

/** A signed question about an order that cannot exist: partner and key are right if that is all the gateway minds. */
async function checkQuery(alipay: Alipay, world: World): Promise<{ lines: Line[]; believed: boolean }> {
  const line = check('T5.2-1A', 'gateway-answer')
  const answer = await ask(alipay, world, {
    service: 'single_trade_query',
    out_trade_no: `doctor-${randomBytes(12).toString('hex')}`,
  })
  if (typeof answer === 'string') {
    const remedy = say('核对 ALIPAY_GATEWAY_URL，稍后再试', 'Check ALIPAY_GATEWAY_URL, and try again later')
    return {
      lines: [
        line.error(say(`网关没有好好回答：${answer}`, `no good answer from the gateway: ${answer}`), remedy),
      ],
      believed: false,
    }
  }
  const clock = checkClock(answer.date, world)
  const ended = (found: Line, believed: boolean) => ({ lines: [clock, found], believed })
  const xml = readXmlAnswer(answer.bytes)
  if (!xml) {
    const code = knownCode(answer.bytes)
    return ended(
      line.error(
        say(
          `网关回答的不是 XML，而是网页${code ? `（${code}）` : ''}`,
          `the gateway answered with a page instead of XML${code ? ` (${code})` : ''}`,
        ),
        (code && errorHelp(code)?.remedy) ||
          say(
            '核对 ALIPAY_GATEWAY_URL：路径以 gateway.do 结尾',
            'Check ALIPAY_GATEWAY_URL: its path ends in gateway.do',
          ),
      ),
      false,
    )
  }
  if (xml.error === 'TRADE_NOT_EXIST')
    return ended(
      line.ok(
        say(
          '网关认得 partner，也认得用 key 做的签名',
          'the gateway knows partner and the sign made with key',
        ),
      ),
      true,
    )
  if (xml.error && NO_CONTRACT.includes(xml.error))
    return ended(
      line.warning(
        say(
          `签约里没有单笔交易查询（${xml.error}）`,
          `the contract has no single_trade_query (${xml.error})`,
        ),
        say(
          '订单只能靠通知更新；要能主动查询，就和支付宝签这个接口',
          'Orders then follow notifications only; to be able to ask, have it added to the contract',
        ),
      ),
      true,
    )
  const code = xml.error ?? 'is_success T'
  const help = errorHelp(code)
  return ended(
    line.error(
      say(
        `网关拒绝了：${code} ${help?.cause.zh ?? ''}`,
        `the gateway refused: ${code} ${help?.cause.en ?? ''}`,
      ),
      help?.remedy ?? say('到支付宝的文档里查这个错误代码', "Look the code up in Alipay's documents"),
    ),
    false,
  )
}

const MAX_CLOCK_DIFFERENCE_S = 60

/** Where return addresses live for one minute and orders bear the date, the time had better be right. */
function checkClock(date: string | null, world: World): Line {
  const line = check('T5.2-1E', 'clock')
  const theirs = Date.parse(date ?? '')
  if (Number.isNaN(theirs)) return line.skipped(say('网关没说现在几点', 'the gateway told no time'))
  const seconds = Math.round((world.now().getTime() - theirs) / 1000)
  return Math.abs(seconds) <= MAX_CLOCK_DIFFERENCE_S
    ? line.ok(say('本机的时钟和网关一致', 'the clock agrees with the gateway'))
    : line.warning(
        say(`本机的时钟和网关差 ${seconds} 秒`, `the clock is ${seconds} s off the gateway's`),
        say('用 NTP 校准时间', 'Set it by NTP'),
      )
}

/**
 * Whether the contract has the escrow service (T2.1): a payment request whose price is 0, which begins nothing. The
 * gateway looks at contract and sign before it looks at the price (protocol.md 3). Its Chinese subject tells a wrong
 * charset from a wrong key.
 */
async function checkContract(alipay: Alipay, world: World): Promise<Line> {
  const line = check('T2.1', 'contract')
  const answer = await ask(alipay, world, {
    service: 'create_partner_trade_by_buyer',
    out_trade_no: `doctor-${randomBytes(12).toString('hex')}`,
    subject: '体检',
    payment_type: '1',
    price: '0.00',
    quantity: '1',
    logistics_type: 'EXPRESS',
    logistics_fee: '0.00',
    logistics_payment: 'SELLER_PAY',
    seller_email: alipay.sellerEmail,
  })
  const code = typeof answer === 'string' ? undefined : knownCode(answer.bytes)
  if (!code) {
    const why = typeof answer === 'string' ? answer : ''
    return line.look(
      say(
        `问不出签约里有没有担保交易 ${why}`,
        `it could not be asked whether the contract has escrow ${why}`,
      ),
      CONTRACT_PAGE,
    )
  }
  if (['ILLEGAL_ARGUMENT', 'ILLEGAL_FEE_PARAM', 'TOTAL_FEE_LESSEQUAL_ZERO'].includes(code))
    return line.ok(
      say('签约里有担保交易，中文的签名也对', 'the contract has escrow, and Chinese text signs right'),
    )
  if (NO_CONTRACT.includes(code))
    return line.error(
      say(`签约里没有担保交易（${code}）`, `the contract has no escrow (${code})`),
      CONTRACT_PAGE,
    )
  if (code === 'ILLEGAL_SIGN')
    return line.error(
      say(
        `没有中文的请求签名对，有中文的不对（${code}）：编码不一致`,
        `without Chinese the sign is right, with it it is not (${code}): the charset differs`,
      ),
      say(
        '核对 ALIPAY_INPUT_CHARSET，再看中间有没有改写请求的代理',
        'Check ALIPAY_INPUT_CHARSET, and look for a proxy that rewrites requests',
      ),
    )
  const help = errorHelp(code)
  return line.error(
    say(
      `网关拒绝付款请求：${code} ${help?.cause.zh ?? ''}`,
      `the gateway refuses payments: ${code} ${help?.cause.en ?? ''}`,
    ),
    help?.remedy,
  )
}

const CONTRACT_PAGE = say(
  '用签约的账号登录支付宝，看“商家服务”→“我的产品”里有没有担保交易',
  'Sign in to Alipay with the account of the contract and look under 商家服务, 我的产品 for 担保交易',
)

/** What notify_verify says to a notify_id that nobody ever had (protocol.md 2.9). */
async function checkVerify(alipay: Alipay, world: World): Promise<Line> {
  const line = check('T5.2-3A', 'notify-verify')
  const word = await notifyVerify(alipay, randomBytes(17).toString('hex'), world.fetch, world.timeoutMs)
  if (word === 'false')
    return line.ok(say('通知验证的地址可用', 'the address that verifies notifications works'))
  if (word === 'invalid')
    return line.error(
      say('通知验证回答 invalid：partner 不对', 'notify_verify says invalid: partner is wrong'),
      say('核对 ALIPAY_PARTNER', 'Check ALIPAY_PARTNER'),
    )
  if (word === 'true')
    return line.error(
      say(
        '随便编的 notify_id，通知验证也说 true：这不是支付宝的网关',
        "notify_verify says true to a made-up notify_id: this is not Alipay's gateway",
      ),
      say('不要再用这个 ALIPAY_GATEWAY_URL', 'Do not use this ALIPAY_GATEWAY_URL'),
    )
  return line.error(
    say(`通知验证没有回答 true 或 false：${word}`, `notify_verify says neither true nor false: ${word}`),
    say(
      '每条通知都要问它；检查 DNS、防火墙和端口（T5.2 第二步）',
      'Every notification needs it; check DNS, firewall and ports (T5.2, step 2)',
    ),
  )
}

const MAX_ANSWER_BYTES = 64 * 1024

/** A signed GET. Answers in words why there was no answer with status 200. */
async function ask(alipay: Alipay, world: World, params: Record<string, string>) {
  const { fields, charset } = signRequest(alipay, params)
  const signal = AbortSignal.timeout(world.timeoutMs)
  try {
    const response = await world.fetch(`${alipay.gatewayUrl}?${formEncode(fields, charset)}`, {
      redirect: 'manual',
      cache: 'no-store',
      signal,
    })
    if (response.status !== 200) return `HTTP ${response.status}`
    const { bytes } = await readLimited(response.body, MAX_ANSWER_BYTES)
    return { bytes, date: response.headers.get('date') }
  } catch (error) {
    return signal.aborted ? 'timeout' : reasonOf(error)
  }
}

/** An answer between servers; undefined where it is none. Its tags and codes are ASCII in every charset. */
function readXmlAnswer(bytes: Uint8Array): { error?: string } | undefined {
  const text = Buffer.from(bytes).toString('latin1')
  if (!/^\s*(<\?xml[^>]*\?>\s*)?<alipay>/.test(text)) return undefined
  return { error: /<error>\s*(\w+)\s*<\/error>/.exec(text)?.[1] }
}

/** The first error code that a page shows. */
function knownCode(bytes: Uint8Array): string | undefined {
  const words = Buffer.from(bytes)
    .toString('latin1')
    .match(/\b[A-Za-z]+(_[A-Za-z0-9]+)+\b/g)
  return words?.find((word) => errorHelp(word))
}
