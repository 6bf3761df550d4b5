import { createPublicKey, type KeyObject } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { z } from 'zod'
import { parseBeijingTime } from './alipay/beijing-time'
import { isPairOf, type KeyProblem, type ReadKey, readPrivateKey, readPublicKey } from './alipay/open/keys'
import type { Bilingual, Language } from './dictionary'
import { SANDBOX_ACCOUNT, SANDBOX_APP, SANDBOX_GATEWAY_KEYS, SANDBOX_KEY } from './sandbox-account'

export interface Env {
  port: number
  host: string
  /** The shop's origin, without a trailing slash. */
  shopUrl: string
  databaseUrl: string | undefined
  databasePort: number
  /** The file that the log is appended to; undefined means standard output. */
  logFile: string | undefined
  alipay: {
    gatewayUrl: string
    /** The 2088 number of the account. */
    partner: string
    mainname: string
    notifyUrl: string
    returnUrl: string
    showUrl: string
  } & (PartnerAccount | OpenAccount)
  /** Whether the gateway is this server's own sandbox. */
  sandbox: boolean
  /** Whether the sandbox is public (ALIPAY_SANDBOX=demo), so that its control API asks for a token. */
  isDemo: boolean
  /** Whether the server is the sandbox alone, without the shop (ALIPAY_SANDBOX=alone, which `npm run gateway` sets). */
  isGatewayAlone: boolean
  /** The e-mail address of the merchant's account, in lower case; mails to the merchant go there. */
  merchantEmail: string
  /** The server that takes the shop's mails, and the sender; undefined where mails are kept and not sent. */
  mail: { server: MailServer; from: MailAddress } | undefined
  /** The number of own proxies that add to X-Forwarded-For; 0 means that the header is ignored. */
  trustedProxies: number
  /** What the footer and the page of contacts show; what is not set is not shown. */
  shop: { email?: string; phone?: string; wechat?: string; icp?: string }
  /** Limits of the unproven messages that are kept in the log. */
  unproven: { days: number; rows: number }
}

/** A server for outgoing mail. `secure`: TLS from the first byte; otherwise STARTTLS where the server offers it. */
export interface MailServer {
  host: string
  port: number
  secure: boolean
  auth: { user: string; pass: string } | undefined
}

export interface MailAddress {
  /** May be empty. */
  name: string
  address: string
}

/** The account of the old interface, with escrow. */
interface PartnerAccount {
  kind: 'partner'
  /** Signs every request. */
  key: string
  /** The key before it: messages and answers are accepted by it as well, until the moment. */
  oldKey: { key: string; until: Date } | undefined
  sellerEmail: string
  charset: 'utf-8' | 'gbk' | 'gb2312'
  signType: 'MD5'
}

/** The account of the open platform; ALIPAY_APP_ID chooses it. */
interface OpenAccount {
  kind: 'open'
  appId: string
  privateKey: KeyObject
  alipayPublicKey: KeyObject
  /** `web`: pages for computers and phones; `qr`: a code to scan. */
  product: 'web' | 'qr'
}

/** A wrong setting. The message is one sentence: the variable, what is wrong, what belongs there. */
export class SettingError extends Error {
  override name = 'SettingError'
  /** The other errors of the same settings. */
  others: SettingError[] = []

  constructor(
    readonly variable: string,
    readonly complaint: Bilingual,
  ) {
    super(`${variable} ${complaint.en}.`)
  }

  /** This error and the others, one sentence per line. */
  tell(language: Language): string {
    return [this, ...this.others]
      .map(({ variable, complaint }) => `${variable} ${complaint[language]}${language === 'zh' ? '。' : '.'}`)
      .join('\n')
  }
}

const REAL_GATEWAY = 'https://mapi.alipay.com/gateway.do'
const OPEN_GATEWAY = 'https://openapi.alipay.com/gateway.do'
const PARTNER = /^2088\d{12}$/
const FAKE_PARTNER = /^2088000000/
const KEY = /^[0-9a-zA-Z]{32}$/

const wrong = (zh: string, en: string): Bilingual => ({ zh, en })

/** A rule whose complaint reads as a sentence behind the variable's name. */
const rule = (complaint: (value: string) => Bilingual | false | undefined) =>
  keyRule((value) =>
    value !== value.trim()
      ? wrong('前后有空格或换行，请去掉', 'has spaces or line breaks around it: remove them')
      : complaint(value),
  )

/** The same for a key, which may have line breaks. */
const keyRule = (complaint: (value: string) => Bilingual | false | undefined) =>
  z
    .string()
    .superRefine((value, context) => {
      const found = complaint(value)
      if (found) context.addIssue({ code: 'custom', message: found.en, params: found })
    })
    .optional()

const text = rule(() => undefined)

const wholeNumber = (least: number, most: number) =>
  rule((value) => {
    const good = /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most
    return (
      !good && wrong(`要写 ${least} 到 ${most} 的整数`, `must be a whole number from ${least} to ${most}`)
    )
  })

const portNumber = wholeNumber(1, 65535)

const email = rule(
  (value) =>
    !z.email().max(254).safeParse(value).success &&
    wrong('要写一个邮箱，例如 me@example.com', 'must be an e-mail address, such as me@example.com'),
)

/** Complaints never quote the value, which holds a password. */
const smtpUrl = rule((value) => {
  const example = 'smtps://me%40example.com:password@smtp.example.com'
  if (!/^smtps?:\/\//i.test(value))
    return wrong(
      `要以 smtp:// 或 smtps:// 开头，例如 ${example}`,
      `must begin with smtp:// or smtps://, such as ${example}`,
    )
  const url = readUrl(value)
  if (!url || /[/?#]/.test(value.replace(/^smtps?:\/\//i, '').replace(/\/$/, '')))
    return wrong(
      `读不出来：主机后面不能有路径和参数，用户名和密码里的特殊字符要编码（@ 写成 %40，/ 写成 %2F），例如 ${example}`,
      `cannot be read: no path or query belongs behind the host, and special characters of user and password are encoded (@ as %40, / as %2F), such as ${example}`,
    )
  if (!url.hostname)
    return wrong(`里没有主机名，例如 ${example}`, `has no host name; write it like ${example}`)
  if (!url.username !== !url.password)
    return wrong(
      '里只有用户名或者只有密码：两个都写，或者都不写',
      'has a user without a password, or a password without a user: write both or none',
    )
})

/** A URL whose user and password can be decoded. */
function readUrl(
  value: string,
): { hostname: string; port: string; username: string; password: string } | undefined {
  try {
    const { hostname, port, username, password } = new URL(value)
    return { hostname, port, username: decodeURIComponent(username), password: decodeURIComponent(password) }
  } catch {
    return undefined
  }
}

function mailServer(value: string): MailServer | undefined {
  const url = readUrl(value)
  if (!url) return undefined
  const { hostname, port, username, password } = url
  const secure = /^smtps:/i.test(value)
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    auth: username ? { user: username, pass: password } : undefined,
  }
}

const mailFrom = rule(
  (value) =>
    !mailAddress(value) &&
    wrong(
      '要写一个邮箱，前面可以有名称，例如 担保小铺 <shop@example.com>',
      'must be an e-mail address, with a name before it or without, such as My Shop <shop@example.com>',
    ),
)

function mailAddress(value: string): MailAddress | undefined {
  const [, name = '', address = value] = /^"?([^"<>\x00-\x1f]*?)"?\s*<([^<>]*)>$/.exec(value) ?? []
  return z.email().max(254).safeParse(address).success ? { name: name.trim(), address } : undefined
}

const logFile = rule((path) => {
  try {
    closeSync(openSync(path, 'a'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return wrong(
      `是 ${path}，写不进去（${reason}）：换一个位置，或者给运行程序的用户写权限`,
      `is ${path}, which cannot be written (${reason}): choose another place, or let the shop's user write there`,
    )
  }
})

const partner = rule((value) => {
  const expected = (zh: string, en: string) =>
    wrong(
      `${zh}：这里要填合作身份者 ID，2088 开头的 16 位数字`,
      `${en}: the partner ID belongs here, 16 digits beginning with 2088`,
    )
  if (PARTNER.test(value)) return
  if (value.includes('@'))
    return expected(
      '填的是邮箱（那是 ALIPAY_SELLER_EMAIL）',
      'holds an e-mail address (that is ALIPAY_SELLER_EMAIL)',
    )
  if (KEY.test(value))
    return expected(
      '看起来是安全校验码，大概和 ALIPAY_KEY 填反了',
      'looks like the key, so it and ALIPAY_KEY seem to be swapped',
    )
  if (!/^\d+$/.test(value)) return expected('里有不是数字的字符', 'has characters that are not digits')
  if (value.length !== 16) return expected(`有 ${value.length} 位数字`, `has ${value.length} digits`)
  return expected('不是 2088 开头', 'does not begin with 2088')
})

const key = rule((value) => {
  const expected = (zh: string, en: string) =>
    wrong(
      `${zh}：这里要填安全校验码，正好 32 位字母和数字`,
      `${en}: the key belongs here, exactly 32 letters and digits`,
    )
  if (KEY.test(value)) return
  if (PARTNER.test(value))
    return expected(
      '看起来是合作身份者 ID，大概和 ALIPAY_PARTNER 填反了',
      'looks like the partner ID, so it and ALIPAY_PARTNER seem to be swapped',
    )
  if (!/^[0-9a-zA-Z]+$/.test(value))
    return expected('里有不是字母和数字的字符', 'has characters that are not letters or digits')
  return expected(`有 ${value.length} 个字符`, `has ${value.length} characters`)
})

const beijingTime = rule(
  (value) =>
    !parseBeijingTime(value) &&
    wrong(
      '要写北京时间，年月日时分秒都要有，例如 2026-12-01 18:00:00',
      'must be a moment in Beijing time with date, hours, minutes and seconds, such as 2026-12-01 18:00:00',
    ),
)

const appId = rule((value) => {
  const expected = (zh: string, en: string) =>
    wrong(
      `${zh}：这里要填应用的 APPID，16 位数字`,
      `${en}: the APPID of the application belongs here, 16 digits`,
    )
  if (PARTNER.test(value))
    return expected(
      '看起来是账户号（那是 ALIPAY_PARTNER）',
      'looks like the number of the account (that is ALIPAY_PARTNER)',
    )
  return !/^\d{16}$/.test(value) && expected('不是 16 位数字', 'is not 16 digits')
})

const PROBLEMS: Record<KeyProblem, Bilingual> = {
  is_public: wrong(
    '填的是公钥：这里要填应用私钥，它从不离开您的服务器',
    'holds a public key: the application’s private key belongs here, which never leaves your server',
  ),
  is_private: wrong(
    '填的是私钥：这里要填支付宝公钥，在开放平台的接口加签方式里，上传应用公钥以后显示',
    'holds a private key: Alipay’s public key belongs here, which the open platform shows once the application’s public key is uploaded',
  ),
  is_certificate: wrong(
    '填的是证书：在开放平台的接口加签方式里选“密钥”，这里填密钥',
    'holds a certificate: choose keys in the application’s ways of signing at the open platform, and put the key here',
  ),
  encrypted: wrong(
    '有密码保护：先去掉密码（openssl pkcs8 -in key.pem -nocrypt -topk8）',
    'is protected by a passphrase: remove it first (openssl pkcs8 -in key.pem -nocrypt -topk8)',
  ),
  pkcs12: wrong(
    '是 .p12 或 .pfx 文件：先取出其中的密钥（openssl pkcs12 -in file.p12 -nodes）',
    'is a .p12 or .pfx file: take the key out of it first (openssl pkcs12 -in file.p12 -nodes)',
  ),
  not_rsa: wrong(
    '不是 RSA 密钥：用支付宝的密钥工具生成 RSA2 密钥',
    'is not an RSA key: make an RSA2 key with Alipay’s tool',
  ),
  too_short: wrong(
    '不到 2048 位：重新生成 RSA2（2048 位）密钥',
    'has fewer than 2048 bits: make a new RSA2 key of 2048',
  ),
  has_spaces: wrong('中间有空格：重新复制，中间不要有空格', 'has spaces inside: copy it again without them'),
  not_base64: wrong(
    '里有不属于密钥的字符：重新复制整个密钥，一行 base64 或整个 PEM',
    'has characters that no key has: copy the whole key again, base64 in one line, or all of the PEM',
  ),
  cut_off: wrong(
    '不是完整的密钥，多半是复制时少了一段：重新复制整个密钥',
    'is not a whole key; a part was probably lost in copying: copy all of it again',
  ),
}

const problemOf = (read: (text: string) => ReadKey) =>
  keyRule((value) => {
    const key = read(value)
    return !key.ok && PROBLEMS[key.problem]
  })

const account = rule(
  (value) =>
    !/^([^@\s]+@[^@\s]+\.[^@\s]+|1\d{10})$/.test(value) &&
    wrong(
      '要填卖家支付宝账户的邮箱（或手机号）',
      "must be the e-mail address (or mobile number) of the seller's Alipay account",
    ),
)

const origin = rule((value) => {
  const url = webUrl(value)
  if (url?.hostname.endsWith('.')) return DOT_AT_END
  return (
    (!url || url.pathname !== '/' || url.username !== '' || /[?#]/.test(value)) &&
    wrong(
      '要写不带路径和参数的 http 或 https 网址，例如 https://shop.example.com',
      'must be an http or https address without a path or query, such as https://shop.example.com',
    )
  )
})

/** To browsers and certificates, a name with a dot at its end is another host. */
const DOT_AT_END = wrong('的主机名末尾多了一个点，请去掉', 'has a dot at the end of its host name: remove it')

const gateway = rule((value) => {
  const url = webUrl(value)
  if (!url)
    return wrong(
      `要写完整的 https 网址，例如 ${REAL_GATEWAY}`,
      `must be a complete https address, such as ${REAL_GATEWAY}`,
    )
  if (url.username || url.password)
    return wrong('里不能有用户名和密码', 'must not contain a user name or password')
  if (/[?#]/.test(value))
    return wrong(
      '要在问号之前结束，参数由程序来加',
      'must end before the question mark: parameters are added by the shop',
    )
  if (url.protocol !== 'https:' && !isLoopback(url.hostname))
    return wrong(
      '要以 https:// 开头，只有本机上的网关才能用明文访问',
      'must begin with https://, for only a gateway on this same machine may be asked in the clear',
    )
  return redirectComplaint(value, url)
})

/** Refuses an address that servers redirect to another spelling: the redirect would lose what was posted. */
function redirectComplaint(value: string, url: URL) {
  if (url.hostname.endsWith('.')) return DOT_AT_END
  if (url.pathname === '/') return wrong('只有主机名，缺少路径', 'has no path after the host name')
  if (url.pathname.endsWith('/'))
    return wrong(
      '末尾不能有斜杠：服务器会跳转到没有斜杠的地址，发来的内容就丢了',
      'must not end with a slash: the server redirects to the address without it, and what was posted is lost',
    )
  if (url.pathname.includes('//') || value.replace(/^https?:\/\/[^/\\]*/i, '') !== url.pathname) {
    const plain = url.origin + url.pathname.replace(/\/{2,}/g, '/')
    return wrong(
      `的路径会被程序改写（双斜杠、反斜杠、点段或没有编码的字符）：请写成 ${plain}`,
      `has a path that programs rewrite (a double slash, a backslash, dots, or characters to be encoded): write ${plain}`,
    )
  }
}

const pageComplaint = (value: string) => {
  if (value.length > 190) return wrong('不能超过 190 个字符', 'must not be longer than 190 characters')
  if (/\s/.test(value)) return wrong('里不能有空格', 'must not contain spaces')
  if (!webUrl(value))
    return wrong(
      '要写完整的网址，以 http:// 或 https:// 开头',
      'must be a complete address beginning with http:// or https://',
    )
  if (/[?#]/.test(value))
    return wrong('不能带参数（?）或锚点（#）', 'must not contain a query (?) or a fragment (#)')
}

const pageUrl = rule(pageComplaint)

const MESSAGE_PATHS = { notify: '/api/alipay/notify', return: '/api/alipay/return' }

/** Another path than the shop's own is allowed for a rewriting proxy; the doctor checks that it arrives. */
const messageUrl = (page: keyof typeof MESSAGE_PATHS) =>
  rule((value) => {
    const url = webUrl(value)
    const complaint = pageComplaint(value) || (url && redirectComplaint(value, url))
    if (complaint || !url) return complaint
    if (url.pathname.includes('!'))
      return wrong(
        '的路径里不能有感叹号，支付宝不接受',
        'must not contain an exclamation mark in its path, which Alipay does not accept',
      )
    const { [page]: own, ...others } = MESSAGE_PATHS
    const path = url.pathname.toLowerCase()
    if (Object.values(others).includes(path) || (path === own && url.pathname !== own))
      return wrong(
        `的路径是 ${url.pathname}，本店在 ${own} 接收：请改过来`,
        `has the path ${url.pathname}, while the shop listens at ${own}: correct it`,
      )
  })

const charset = rule((value) => {
  const name = value.toLowerCase()
  if (name === 'utf8') return wrong('要写成 utf-8，带连字符', 'must be written utf-8, with the hyphen')
  return (
    !['utf-8', 'gbk', 'gb2312'].includes(name) &&
    wrong('只能是 utf-8、gbk 或 gb2312', 'must be utf-8, gbk or gb2312')
  )
})

const Settings = z.object({
  PORT: portNumber,
  HOST: text,
  SHOP_URL: origin,
  DATABASE_URL: rule(
    (value) =>
      !/^postgres(ql)?:\/\//.test(value) &&
      wrong('要以 postgresql:// 或 postgres:// 开头', 'must begin with postgresql:// or postgres://'),
  ),
  DATABASE_PORT: portNumber,
  LOG_FILE: logFile,
  LOG_UNPROVEN_DAYS: wholeNumber(1, 36500),
  LOG_UNPROVEN_ROWS: wholeNumber(100, 10_000_000),
  MERCHANT_EMAIL: email,
  SMTP_URL: smtpUrl,
  MAIL_FROM: mailFrom,
  SHOP_EMAIL: email,
  SHOP_PHONE: text,
  SHOP_WECHAT: text,
  SHOP_ICP: rule(
    (value) =>
      !/ICP备/.test(value) &&
      wrong(
        '要写网站的备案号，例如 浙ICP备00000000号-1',
        'must be the site’s record number, such as 浙ICP备00000000号-1',
      ),
  ),
  TRUSTED_PROXIES: wholeNumber(0, 9),
  ALIPAY_GATEWAY_URL: gateway,
  ALIPAY_PARTNER: partner,
  ALIPAY_KEY: key,
  ALIPAY_KEY_OLD: key,
  ALIPAY_KEY_OLD_UNTIL: beijingTime,
  ALIPAY_SELLER_EMAIL: account,
  ALIPAY_APP_ID: appId,
  ALIPAY_APP_PRIVATE_KEY: problemOf(readPrivateKey),
  ALIPAY_PUBLIC_KEY: problemOf(readPublicKey),
  ALIPAY_PRODUCT: rule(
    (value) =>
      !['web', 'qr'].includes(value) &&
      wrong('只能是 web（网页）或 qr（扫码）', 'must be web (pages) or qr (a code to scan)'),
  ),
  ALIPAY_MAINNAME: text,
  ALIPAY_INPUT_CHARSET: charset,
  ALIPAY_SIGN_TYPE: rule(
    (value) =>
      value !== 'MD5' &&
      wrong('只能是大写的 MD5，本店只会这一种签名', 'must be MD5, the only signature this shop can make'),
  ),
  ALIPAY_NOTIFY_URL: messageUrl('notify'),
  ALIPAY_RETURN_URL: messageUrl('return'),
  ALIPAY_SHOW_URL: pageUrl,
  ALIPAY_SANDBOX: rule(
    (value) =>
      !['demo', 'alone'].includes(value) &&
      wrong('只能写 demo 或 alone，或者不设', 'must be demo or alone, or not set at all'),
  ),
})
type Settings = z.infer<typeof Settings>

/** Checks all settings together (docs/spec.md T3.2). Throws a SettingError for the first wrong one, with the others. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const { settings, errors } = readSettings(source)
  const port = Number(settings.PORT ?? 3000)
  const shopUrl = new URL(settings.SHOP_URL ?? `http://127.0.0.1:${port}`).origin
  const ownGateway = `${shopUrl}/sandbox/gateway.do`
  const gatewayUrl = settings.ALIPAY_GATEWAY_URL ?? ownGateway
  const isWrong = (variable: string) => errors.some((error) => error.variable === variable)
  const sandbox = new URL(gatewayUrl).href === ownGateway && !isWrong('ALIPAY_GATEWAY_URL')

  const isOpen = Boolean(source.ALIPAY_APP_ID)
  errors.push(...(isOpen ? partnerSettings(settings) : openSettings(settings)))
  if (sandbox) errors.push(...sandboxErrors(settings, shopUrl, isOpen ? OPEN_GATEWAY : REAL_GATEWAY))
  // with a wrong SHOP_URL, a gateway on this machine may be the sandbox after all
  else if (!isLoopback(new URL(gatewayUrl).hostname) || !(isWrong('SHOP_URL') || isWrong('PORT')))
    errors.push(
      ...[...foreignGatewayErrors(settings, gatewayUrl, isOpen)].filter(({ variable }) => !isWrong(variable)),
    )
  const { app, errors: appErrors } = readApp(settings, gatewayUrl)
  if (isOpen) errors.push(...appErrors.filter(({ variable }) => !isWrong(variable)))
  const key = settings.ALIPAY_KEY ?? SANDBOX_ACCOUNT.key
  errors.push(...[...oldKeyErrors(settings, key, sandbox)].filter(({ variable }) => !isWrong(variable)))
  errors.push(...[...mailErrors(settings)].filter(({ variable }) => !isWrong(variable)))
  const [first, ...others] = errors
  if (first) {
    first.others = others
    throw first
  }

  return {
    port,
    host: settings.HOST ?? '127.0.0.1',
    shopUrl,
    databaseUrl: settings.DATABASE_URL,
    databasePort: Number(settings.DATABASE_PORT ?? 54329),
    logFile: settings.LOG_FILE,
    alipay: {
      gatewayUrl,
      partner: settings.ALIPAY_PARTNER ?? SANDBOX_ACCOUNT.partner,
      mainname: settings.ALIPAY_MAINNAME ?? '担保小铺',
      ...(isOpen
        ? app
        : {
            kind: 'partner',
            key,
            oldKey: readOldKey(settings),
            sellerEmail: settings.ALIPAY_SELLER_EMAIL ?? SANDBOX_ACCOUNT.sellerEmail,
            charset: (settings.ALIPAY_INPUT_CHARSET ?? 'utf-8').toLowerCase() as PartnerAccount['charset'],
            signType: 'MD5',
          }),
      notifyUrl: settings.ALIPAY_NOTIFY_URL ?? shopUrl + MESSAGE_PATHS.notify,
      returnUrl: settings.ALIPAY_RETURN_URL ?? shopUrl + MESSAGE_PATHS.return,
      showUrl: settings.ALIPAY_SHOW_URL ?? `${shopUrl}/orders`,
    },
    sandbox,
    isDemo: settings.ALIPAY_SANDBOX === 'demo',
    isGatewayAlone: sandbox && settings.ALIPAY_SANDBOX === 'alone',
    merchantEmail: (settings.MERCHANT_EMAIL ?? 'merchant@example.com').toLowerCase(),
    mail: readMail(settings),
    shop: {
      email: settings.SHOP_EMAIL,
      phone: settings.SHOP_PHONE,
      wechat: settings.SHOP_WECHAT,
      icp: settings.SHOP_ICP,
    },
    trustedProxies: Number(settings.TRUSTED_PROXIES ?? 0),
    unproven: {
      days: Number(settings.LOG_UNPROVEN_DAYS ?? 30),
      rows: Number(settings.LOG_UNPROVEN_ROWS ?? 20_000),
    },
  }
}

function readMail({ SMTP_URL, MAIL_FROM }: Settings): Env['mail'] {
  const [server, from] = [mailServer(SMTP_URL ?? ''), mailAddress(MAIL_FROM ?? '')]
  return server && from && { server, from }
}

/** A mail needs a sender, and the merchant's mails an address that is not the example's. */
function* mailErrors({ SMTP_URL, MAIL_FROM, MERCHANT_EMAIL }: Settings): Generator<SettingError> {
  if (!SMTP_URL) return
  if (!MAIL_FROM)
    yield settingError(
      'MAIL_FROM',
      '没有填：设了 SMTP_URL，就要写发件人，例如 担保小铺 <shop@example.com>',
      'is missing or empty: with SMTP_URL set it must be the sender, such as My Shop <shop@example.com>',
    )
  if (!MERCHANT_EMAIL)
    yield settingError(
      'MERCHANT_EMAIL',
      '没有填：设了 SMTP_URL，就要写您自己的邮箱，给店主的邮件和重设密码的链接会发到那里',
      'is missing or empty: with SMTP_URL set it must be your own address, where mails to the merchant and links for a new password go',
    )
}

/** The application of the settings; what is not set is the sandbox's. Its errors count where ALIPAY_APP_ID is set. */
function readApp(settings: Settings, gatewayUrl: string): { app: OpenAccount; errors: SettingError[] } {
  const { ALIPAY_APP_ID, ALIPAY_APP_PRIVATE_KEY, ALIPAY_PUBLIC_KEY, ALIPAY_PRODUCT } = settings
  const app: OpenAccount = {
    kind: 'open',
    appId: ALIPAY_APP_ID ?? SANDBOX_APP.appId,
    privateKey: keyOf(readPrivateKey(ALIPAY_APP_PRIVATE_KEY ?? SANDBOX_APP.privateKey)),
    alipayPublicKey: keyOf(readPublicKey(ALIPAY_PUBLIC_KEY ?? SANDBOX_GATEWAY_KEYS.publicKey)),
    product: ALIPAY_PRODUCT === 'qr' ? 'qr' : 'web',
  }
  return { app, errors: [...appErrors(app, settings, gatewayUrl)] }
}

/** The settings were checked before, so a key is one. */
function keyOf(read: ReadKey): KeyObject {
  if (!read.ok) throw new Error(`not a key: ${read.problem}`)
  return read.key
}

function* appErrors(app: OpenAccount, settings: Settings, gatewayUrl: string): Generator<SettingError> {
  const { privateKey, alipayPublicKey } = app
  // the commonest mistake of all: both public keys are shown side by side at Alipay
  if (isPairOf(alipayPublicKey, privateKey))
    yield settingError(
      'ALIPAY_PUBLIC_KEY',
      '是您自己应用的公钥：这里要填支付宝公钥，在开放平台的接口加签方式里，和应用公钥并排显示',
      'is your application’s own public key: Alipay’s belongs here, which the open platform shows beside it',
    )
  const { hostname } = new URL(gatewayUrl)
  if (hostname === new URL(REAL_GATEWAY).hostname)
    yield settingError(
      'ALIPAY_GATEWAY_URL',
      `是旧接口的网关，没有 ALIPAY_APP_ID 那种应用：请写 ${OPEN_GATEWAY}`,
      `is the gateway of the old interface, which knows no application: write ${OPEN_GATEWAY}`,
    )
  if (isLoopback(hostname)) return
  const isPublished = [SANDBOX_APP, SANDBOX_GATEWAY_KEYS].map((keys) => createPublicKey(keyOf(readPrivateKey(keys.privateKey)))) // prettier-ignore
  const published = (variable: keyof Settings, zh: string, en: string) =>
    settingError(
      variable,
      `是沙箱的，人人都知道：请填您应用自己的${zh}`,
      `is the sandbox's, which everybody knows: set ${en}`,
    )
  if (app.appId === SANDBOX_APP.appId)
    yield published('ALIPAY_APP_ID', ' APPID', 'the APPID of your own application')
  if (settings.ALIPAY_APP_PRIVATE_KEY && isPublished.some((key) => isPairOf(key, privateKey)))
    yield published('ALIPAY_APP_PRIVATE_KEY', '私钥', 'the private key of your own application')
  if (settings.ALIPAY_PUBLIC_KEY && isPublished.some((key) => key.equals(alipayPublicKey)))
    yield published('ALIPAY_PUBLIC_KEY', '支付宝公钥', 'Alipay’s public key of your own application')
}

const PARTNER_ONLY = [
  'ALIPAY_KEY',
  'ALIPAY_KEY_OLD',
  'ALIPAY_KEY_OLD_UNTIL',
  'ALIPAY_SELLER_EMAIL',
  'ALIPAY_INPUT_CHARSET',
  'ALIPAY_SIGN_TYPE',
] as const

/** A forgotten line of the other interface would look as if it were used. */
const partnerSettings = (settings: Settings) =>
  PARTNER_ONLY.filter((name) => settings[name] !== undefined).map((name) =>
    settingError(
      name,
      '是旧接口的设置，而 ALIPAY_APP_ID 选了开放平台：去掉其中一个',
      'belongs to the old interface, and ALIPAY_APP_ID chooses the open platform: remove one of the two',
    ),
  )

const OPEN_ONLY = ['ALIPAY_APP_PRIVATE_KEY', 'ALIPAY_PUBLIC_KEY', 'ALIPAY_PRODUCT'] as const

const openSettings = (settings: Settings) =>
  OPEN_ONLY.filter((name) => settings[name] !== undefined).map((name) =>
    settingError(
      name,
      '是开放平台的设置：请把应用的 APPID 也填进 ALIPAY_APP_ID，或者去掉它',
      'belongs to the open platform: set ALIPAY_APP_ID as well, or remove it',
    ),
  )

function readOldKey({ ALIPAY_KEY_OLD: key, ALIPAY_KEY_OLD_UNTIL }: Settings): PartnerAccount['oldKey'] {
  const until = parseBeijingTime(ALIPAY_KEY_OLD_UNTIL ?? '')
  return key && until ? { key, until } : undefined
}

let parsed: Env | undefined

/** The settings of this process, read on first use: `next build` loads this file without any. */
export function env(): Env {
  return (parsed ??= parseEnv(process.env))
}

/** The settings that are valid one by one, and an error for each of the others. Empty counts as unset. */
function readSettings(source: Record<string, string | undefined>) {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = Settings.safeParse(set)
  const errors = (result.error?.issues ?? []).map((issue) => {
    const complaint = 'params' in issue ? issue.params : undefined
    return new SettingError(String(issue.path[0]), { zh: '不对', en: issue.message, ...complaint })
  })
  for (const { variable } of errors) delete set[variable]
  return { settings: Settings.parse(set), errors }
}

const settingError = (variable: keyof Settings, zh: string, en: string) =>
  new SettingError(variable, { zh, en })

/** The sandbox gives goods away for play money, so it refuses real accounts and public addresses. */
function* sandboxErrors(settings: Settings, shopUrl: string, realGateway: string): Generator<SettingError> {
  if (settings.ALIPAY_APP_ID && settings.ALIPAY_APP_ID !== SANDBOX_APP.appId)
    yield settingError(
      'ALIPAY_APP_ID',
      `不是沙箱的应用：真实的应用请设 ALIPAY_GATEWAY_URL=${OPEN_GATEWAY}，沙箱的是 ${SANDBOX_APP.appId}`,
      `is not the sandbox's application: for a real one set ALIPAY_GATEWAY_URL=${OPEN_GATEWAY}, the sandbox's is ${SANDBOX_APP.appId}`,
    )
  if (settings.ALIPAY_PARTNER && !FAKE_PARTNER.test(settings.ALIPAY_PARTNER))
    yield settingError(
      'ALIPAY_PARTNER',
      `是真实的账户，沙箱不和它一起运行：请设 ALIPAY_GATEWAY_URL=${realGateway}，或者去掉这个账户`,
      'is a real account, beside which the sandbox does not run: ' +
        `set ALIPAY_GATEWAY_URL=${realGateway}, or unset the account`,
    )
  const host = settings.HOST ?? '127.0.0.1'
  if (!isLoopback(host) && host !== '::1' && settings.ALIPAY_SANDBOX !== 'demo')
    yield settingError(
      'HOST',
      '允许别的机器访问，而网关是沙箱，谁都能不付钱就拿货：' +
        `请设 ALIPAY_GATEWAY_URL=${realGateway}，确实要演示就设 ALIPAY_SANDBOX=demo`,
      'lets other machines in while the sandbox is the gateway, so that anyone could take goods without paying: ' +
        `set ALIPAY_GATEWAY_URL=${realGateway}, or say ALIPAY_SANDBOX=demo if that is meant`,
    )
  if (!isLoopback(new URL(shopUrl).hostname) && settings.ALIPAY_SANDBOX !== 'demo')
    yield settingError(
      'ALIPAY_GATEWAY_URL',
      '没有设，而 SHOP_URL 是公开的，谁都能不付钱就拿货：' +
        `请设成 ${realGateway}，确实要演示就设 ALIPAY_SANDBOX=demo`,
      'is not set while SHOP_URL is public, so that anyone could take goods without paying: ' +
        `set it to ${realGateway}, or say ALIPAY_SANDBOX=demo if that is meant`,
    )
}

function* foreignGatewayErrors(
  settings: Settings,
  gatewayUrl: string,
  isOpen: boolean,
): Generator<SettingError> {
  const missing = (variable: keyof Settings, zh: string, en: string) =>
    settingError(
      variable,
      `没有填：设了 ALIPAY_GATEWAY_URL，就要填${zh}`,
      `is missing or empty: with ALIPAY_GATEWAY_URL set it must be ${en}`,
    )
  const { ALIPAY_PARTNER, ALIPAY_KEY, ALIPAY_SELLER_EMAIL } = settings
  const isSandboxs = settings.ALIPAY_APP_ID === SANDBOX_APP.appId // the sandbox of another shop, or appErrors refuses it
  if (!ALIPAY_PARTNER && !isSandboxs)
    yield missing(
      'ALIPAY_PARTNER',
      '合作身份者 ID，2088 开头的 16 位数字',
      'the partner ID, 16 digits beginning with 2088',
    )
  if (isOpen && !isSandboxs) {
    if (!settings.ALIPAY_APP_PRIVATE_KEY)
      yield missing('ALIPAY_APP_PRIVATE_KEY', '应用私钥', 'the application’s private key')
    if (!settings.ALIPAY_PUBLIC_KEY) yield missing('ALIPAY_PUBLIC_KEY', '支付宝公钥', 'Alipay’s public key')
  }
  if (!isOpen && !ALIPAY_KEY)
    yield missing('ALIPAY_KEY', '安全校验码，32 位字母和数字', 'the key, 32 letters and digits')
  if (!isOpen && !ALIPAY_SELLER_EMAIL)
    yield missing(
      'ALIPAY_SELLER_EMAIL',
      '卖家支付宝账户的邮箱',
      "the e-mail address of the seller's Alipay account",
    )
  const isRemote = !isLoopback(new URL(gatewayUrl).hostname)
  if (ALIPAY_KEY === SANDBOX_ACCOUNT.key && isRemote)
    yield settingError(
      'ALIPAY_KEY',
      '是沙箱的，人人都知道：请填您账户自己的安全校验码',
      "is the sandbox's, which everybody knows: set the key of your account",
    )
  if (settings.ALIPAY_SANDBOX)
    yield settingError(
      'ALIPAY_SANDBOX',
      '和别处的 ALIPAY_GATEWAY_URL 一起设了：去掉其中一个',
      'is set together with a foreign ALIPAY_GATEWAY_URL: remove one of the two',
    )
  // Alipay accepts this host name, but does not redirect to it (docs/protocol.md, return_url)
  const returnHost = settings.ALIPAY_RETURN_URL ?? settings.SHOP_URL
  if (isRemote && returnHost && new URL(returnHost).hostname === 'localhost')
    yield settingError(
      settings.ALIPAY_RETURN_URL ? 'ALIPAY_RETURN_URL' : 'SHOP_URL',
      '不能用主机名 localhost，支付宝不会跳转到它：请写 127.0.0.1',
      'must not use the host name localhost, to which Alipay does not redirect: write 127.0.0.1',
    )
}

/** The two settings of a key that is being changed. A moment that is over is right: a restart must not fail for it. */
function* oldKeyErrors(settings: Settings, key: string, sandbox: boolean): Generator<SettingError> {
  const { ALIPAY_KEY_OLD, ALIPAY_KEY_OLD_UNTIL } = settings
  if (ALIPAY_KEY_OLD && !ALIPAY_KEY_OLD_UNTIL)
    yield settingError(
      'ALIPAY_KEY_OLD_UNTIL',
      '没有填：设了 ALIPAY_KEY_OLD，就要写旧的 key 用到什么时候（北京时间），例如 2026-12-01 18:00:00',
      'is missing or empty: with ALIPAY_KEY_OLD set it must say until when (Beijing time), such as 2026-12-01 18:00:00',
    )
  if (ALIPAY_KEY_OLD_UNTIL && !ALIPAY_KEY_OLD)
    yield settingError(
      'ALIPAY_KEY_OLD',
      '没有填：ALIPAY_KEY_OLD_UNTIL 是旧的 key 用到什么时候；没有旧的 key，就两个都去掉',
      'is missing or empty: ALIPAY_KEY_OLD_UNTIL says until when it is accepted; without a former key remove both',
    )
  if (ALIPAY_KEY_OLD === key)
    yield settingError(
      'ALIPAY_KEY_OLD',
      '和 ALIPAY_KEY 是同一个：这里填换掉的旧的 key，新的填在 ALIPAY_KEY',
      'is the same as ALIPAY_KEY: the key that was replaced belongs here, the new one in ALIPAY_KEY',
    )
  else if (ALIPAY_KEY_OLD === SANDBOX_KEY && !sandbox)
    yield settingError(
      'ALIPAY_KEY_OLD',
      '是沙箱的，人人都知道，谁都能用它签名：请去掉',
      "is the sandbox's, which everybody knows and can sign with: remove it",
    )
}

function webUrl(value: string): URL | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined
  return url && /^https?:\/\//i.test(value) ? url : undefined
}

/** Whether a host name, as in URL.hostname, means this machine. */
export function isLoopback(hostname: string) {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)
}
