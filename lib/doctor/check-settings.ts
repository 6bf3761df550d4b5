import { createPublicKey } from 'node:crypto'
import { accessSync, constants } from 'node:fs'
import { formatBeijingTime } from '../alipay/beijing-time'
import { reasonOf } from '../alipay/http'
import { fingerprintOf } from '../alipay/open/keys'
import { RequestRefusedError } from '../alipay/refusal'
import { type Env, isLoopback, type SettingError } from '../env'
import { gatewayOf } from '../gateway/own-gateway'
import { isInTime } from '../gateway/partner-request'
import { check, type Line, say } from './report'
import { hostOf, isRemote, type World } from './world'

/** The requirement that a setting belongs to (docs/spec.md T3.2, T5.2). */
const IDS: Record<string, string> = {
  ALIPAY_PARTNER: 'T5.2-1A',
  ALIPAY_KEY: 'T5.2-1A',
  ALIPAY_KEY_OLD: 'T5.2-1A',
  ALIPAY_SELLER_EMAIL: 'T5.1',
  ALIPAY_NOTIFY_URL: 'T5.2-1C',
  ALIPAY_RETURN_URL: 'T5.2-1C',
  ALIPAY_SHOW_URL: 'T5.2-1C',
  ALIPAY_INPUT_CHARSET: 'T5.2-1D',
  ALIPAY_SIGN_TYPE: 'T5.1',
  LOG_FILE: 'T5.2-2A',
}
const about = (variable: string) => check(IDS[variable] ?? 'T3.2', variable)

/** Node 20.19 or newer, as package.json asks for; 22 is recommended. */
export function checkNode({ nodeVersion }: World): Line {
  const [major = 0, minor = 0] = nodeVersion.replace('v', '').split('.').map(Number)
  const node = check('', 'node')
  return major > 20 || (major === 20 && minor >= 19)
    ? node.ok(`Node ${nodeVersion}`, `Node ${nodeVersion}`)
    : node.error(
        `Node ${nodeVersion} 太旧`,
        `Node ${nodeVersion} is too old`,
        say('安装 22 或更新的版本：https://nodejs.org', 'Install 22 or newer: https://nodejs.org'),
      )
}

/** The settings with which the shop does not start. */
export function settingErrors(error: SettingError): Line[] {
  return [error, ...error.others].map(({ variable, complaint }) =>
    about(variable).error(
      `${variable} ${complaint.zh}。`,
      `${variable} ${complaint.en}.`,
      say('改 .env 或环境变量，然后重新启动', 'Change .env or the environment, then start again'),
    ),
  )
}

/** Shows valid settings and whether they fit together; of keys only the length. */
export function checkSettings(env: Env, world: World): Line[] {
  const { alipay } = env
  const { partner, gatewayUrl, notifyUrl, returnUrl, showUrl } = alipay
  const gateway = about('ALIPAY_GATEWAY_URL')
  const whole = (variable: string, name: string, url: string) =>
    about(variable).ok(`${name} 完整，不带参数：${url}`, `${name} is complete and without parameters: ${url}`)
  return [
    about('ALIPAY_PARTNER').ok(`partner ${partner}，16 位数字`, `partner ${partner}, 16 digits`),
    ...(alipay.kind === 'open' ? openAccount(alipay) : partnerAccount(alipay, world)),
    env.sandbox
      ? gateway.ok(`网关是本店自带的沙箱：${gatewayUrl}`, `the gateway is this shop's sandbox: ${gatewayUrl}`)
      : gateway.ok(`网关 ${gatewayUrl}`, `gateway ${gatewayUrl}`),
    whole('ALIPAY_NOTIFY_URL', 'notify_url', notifyUrl),
    whole('ALIPAY_RETURN_URL', 'return_url', returnUrl),
    whole('ALIPAY_SHOW_URL', 'show_url', showUrl),
    ...(alipay.kind === 'partner' ? partnerWriting(alipay) : []),
    checkSandbox(env),
    checkNotifyPort(env),
    checkReturnOrigin(env),
    checkRequest(env),
    checkOrderNumbers(world),
    checkLogFile(env),
  ]
}

type PartnerAccount = Extract<Env['alipay'], { kind: 'partner' }>

function partnerAccount(account: PartnerAccount, world: World): Line[] {
  const { key, sellerEmail } = account
  return [
    about('ALIPAY_KEY').ok(
      `key 有 ${key.length} 位，都是字母和数字`,
      `key of ${key.length} letters and digits`,
    ),
    ...checkOldKey(account, world),
    about('ALIPAY_SELLER_EMAIL').ok(`卖家账户 ${sellerEmail}`, `seller account ${sellerEmail}`),
  ]
}

const partnerWriting = ({ charset, signType }: PartnerAccount): Line[] => [
  about('ALIPAY_INPUT_CHARSET').ok(
    `接口编码 ${charset}；网站本身和日志总是 UTF-8`,
    `interface charset ${charset}; the site and the log are always UTF-8`,
  ),
  about('ALIPAY_SIGN_TYPE').ok(`签名方式 ${signType}`, `signature ${signType}`),
]

/** Of the private key only the fingerprint of its public half, by which a person finds it at Alipay. */
function openAccount(account: Extract<Env['alipay'], { kind: 'open' }>): Line[] {
  const { appId, privateKey, alipayPublicKey, product } = account
  const bits = privateKey.asymmetricKeyDetails?.modulusLength
  const [own, theirs] = [createPublicKey(privateKey), alipayPublicKey].map(fingerprintOf)
  return [
    about('ALIPAY_APP_ID').ok(`app_id ${appId}，16 位数字`, `app_id ${appId}, 16 digits`),
    check('O5', 'app-key').ok(
      `应用私钥是 ${bits} 位的 RSA 密钥`,
      `the application's private key is RSA of ${bits} bits`,
    ),
    check('O5', 'key-pair').ok(
      `应用公钥的 SHA-256 是 ${own}，请和开放平台 → 接口加签方式里上传的对照；ALIPAY_PUBLIC_KEY 是另一把，${theirs}`,
      `the SHA-256 of the application's public key is ${own}: compare it with the one uploaded at the open platform (ways of signing); ALIPAY_PUBLIC_KEY is another, ${theirs}`,
    ),
    about('ALIPAY_PRODUCT').ok(
      product === 'qr' ? '扫码付款（当面付）' : '网页付款（电脑网站支付、手机网站支付）',
      product === 'qr' ? 'payment by a code (当面付)' : 'payment on pages (电脑网站支付, 手机网站支付)',
    ),
  ]
}

const MAX_KEY_CHANGE_DAYS = 30

/** A key is changed in days (the gateway repeats a message for 25 hours); one that stays is one more that can be stolen. */
function checkOldKey({ oldKey }: PartnerAccount, world: World): Line[] {
  if (!oldKey) return []
  const line = about('ALIPAY_KEY_OLD')
  const until = formatBeijingTime(oldKey.until)
  const now = world.now()
  if (!isInTime(oldKey, now))
    return [
      line.warning(
        `旧的 key 到 ${until} 为止，已经不收了`,
        `the old key was accepted until ${until} (Beijing time), which is over`,
        say(
          '去掉 ALIPAY_KEY_OLD 和 ALIPAY_KEY_OLD_UNTIL，重启',
          'Remove ALIPAY_KEY_OLD and ALIPAY_KEY_OLD_UNTIL, and restart',
        ),
      ),
    ]
  if (oldKey.until.getTime() - now.getTime() > MAX_KEY_CHANGE_DAYS * 24 * 60 * 60 * 1000)
    return [
      line.warning(
        `旧的 key 要收到 ${until}，太久了`,
        `the old key is accepted until ${until} (Beijing time), which is long`,
        say(
          '两天就够：支付宝重发一条通知最多 25 小时',
          'Two days are enough: Alipay repeats a notification for 25 hours at most',
        ),
      ),
    ]
  return [
    line.ok(
      `旧的 key 签的消息收到 ${until} 为止；请求只用新的签`,
      `messages signed with the old key are accepted until ${until} (Beijing time); requests are signed with the new one`,
    ),
  ]
}

function checkSandbox({ sandbox, shopUrl }: Env) {
  const money = check('', 'money')
  if (!sandbox) return money.ok('沙箱关着', 'the sandbox is closed')
  return isLoopback(new URL(shopUrl).hostname)
    ? money.ok('沙箱只对本机开放，付的不是真钱', 'the sandbox is open to this machine only; no real money')
    : money.warning(
        '公开的店用着沙箱（ALIPAY_SANDBOX=demo），谁都能不付钱就拿货',
        'a public shop uses the sandbox (ALIPAY_SANDBOX=demo): anyone can take goods without paying',
        say('真的要卖货，就设 ALIPAY_GATEWAY_URL', 'To sell for real, set ALIPAY_GATEWAY_URL'),
      )
}

function checkNotifyPort(env: Env) {
  const line = check('T5.2-2D', 'notify-port')
  const { port } = hostOf(env.alipay.notifyUrl)
  if (!isRemote(env) || port === 80 || port === 443)
    return line.ok(`notify_url 的端口是 ${port}`, `the port of notify_url is ${port}`)
  return line.warning(
    `notify_url 的端口是 ${port}，支付宝的文档只说了 80 和 443`,
    `the port of notify_url is ${port}; Alipay's documents know 80 and 443 only`,
    say('让反向代理在 443 或 80 上转给本店', 'Let a reverse proxy on 443 or 80 hand over to the shop'),
  )
}

function checkReturnOrigin({ shopUrl, alipay }: Env) {
  const line = check('T3.4d', 'return-origin')
  const origin = new URL(alipay.returnUrl).origin
  if (origin === shopUrl)
    return line.ok('return_url 和 SHOP_URL 是同一个站', 'return_url and SHOP_URL are one site')
  return line.warning(
    `return_url 在 ${origin}，店在 ${shopUrl}：买家付完款回来，浏览器不带本店的 cookie，看不到自己的订单`,
    `return_url is at ${origin}, the shop at ${shopUrl}: the buyer comes back without the shop's cookie and does not find the order`,
    say(
      '把两个写成同一个站（127.0.0.1 和 localhost 不算同一个）',
      'Make both one site (127.0.0.1 is not localhost)',
    ),
  )
}

/** Whether the gateway would refuse every request of this shop, and whether requests carry notify_url (F9). */
function checkRequest({ alipay }: Env) {
  const line = check('F9', 'request')
  const order = { orderNo: '1', subject: '体检', body: null, totalFen: 1, postageFen: 0, virtual: false }
  try {
    const { fields } = gatewayOf(alipay).pay({ ...order, postagePayer: 'SELLER' })
    if (!fields.has('notify_url')) throw new Error('a request without notify_url')
    return line.ok(
      '请求的参数合规，每次都带上 notify_url 和 return_url',
      'requests keep the rules, and each carries notify_url and return_url',
    )
  } catch (error) {
    if (!(error instanceof RequestRefusedError)) throw error
    const each = (word: 'zh' | 'en') =>
      error.refusals.map((refusal) => `${refusal.parameter}: ${refusal[word]} (${refusal.code})`).join('; ')
    return line.error(
      `网关会拒绝本店的每一个请求：${each('zh')}`,
      `the gateway would refuse every request: ${each('en')}`,
      say('按上面说的改对应的设置', 'Change the settings that hold these values'),
    )
  }
}

function checkOrderNumbers(world: World) {
  const line = check('F6', 'order-number')
  const numbers = Array.from({ length: 100 }, () => world.newOrderNo(world.now()))
  if (new Set(numbers).size === numbers.length && numbers.every((number) => /^[\w-]{1,64}$/.test(number)))
    return line.ok(
      `订单号每次不同，例如 ${numbers[0]}`,
      `order numbers differ each time, such as ${numbers[0]}`,
    )
  return line.error(
    `连做 100 个订单号，有重复的或写法不对的，例如 ${numbers[0]}`,
    `of 100 order numbers made in a row some are the same or misshapen, such as ${numbers[0]}`,
    say(
      '订单号不能是常量：看 lib/orders/order-number.ts',
      'An order number must never be a constant: see lib/orders/order-number.ts',
    ),
  )
}

function checkLogFile({ logFile }: Env) {
  const line = about('LOG_FILE')
  if (!logFile) return line.ok('日志写到标准输出', 'the log goes to standard output')
  try {
    accessSync(logFile, constants.W_OK)
    return line.ok(`日志接在 ${logFile} 后面写`, `the log is appended to ${logFile}`)
  } catch (error) {
    return line.error(
      `日志 ${logFile} 写不进去（${reasonOf(error)}）`,
      `the log ${logFile} cannot be written (${reasonOf(error)})`,
      say('给运行程序的用户写权限，或者改 LOG_FILE', "Let the shop's user write there, or change LOG_FILE"),
    )
  }
}
