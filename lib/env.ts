import { z } from 'zod'

export interface Env {
  port: number
  host: string
  /** Origin, without a trailing slash. */
  shopUrl: string
  databaseUrl: string | undefined
  databasePort: number
  alipay: {
    gatewayUrl: string
    partner: string
    key: string
    sellerEmail: string
    mainname: string
    charset: 'utf-8' | 'gbk' | 'gb2312'
    signType: 'MD5'
    notifyUrl: string
    returnUrl: string
    showUrl: string
  }
  /** The gateway is the sandbox of this very server. */
  sandbox: boolean
}

/** The message is one sentence for whoever runs the shop: which variable, what is wrong, what belongs there. */
export class SettingError extends Error {
  override name = 'SettingError'

  constructor(variable: string, complaint: string) {
    super(`${variable} ${complaint}.`)
  }
}

const REAL_GATEWAY = 'https://mapi.alipay.com/gateway.do'
const SANDBOX_ACCOUNT = {
  partner: '2088000000000001',
  key: 'danbaosandboxkey0123456789abcdef',
  sellerEmail: 'seller@example.com',
}
const PARTNER = /^2088\d{12}$/
const FAKE_PARTNER = /^2088000000/
const KEY = /^[0-9a-zA-Z]{32}$/

/** A rule that says what is wrong with a value, in words that follow the variable's name, or nothing. */
const rule = (complaint: (value: string) => string | false | undefined) =>
  z
    .string()
    .superRefine((value, context) => {
      const message =
        value !== value.trim() ? 'has spaces or line breaks around it: remove them' : complaint(value)
      if (message) context.addIssue({ code: 'custom', message })
    })
    .optional()

const text = rule(() => undefined)

const portNumber = rule((value) => {
  const good = /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65535
  return !good && 'must be a whole number from 1 to 65535'
})

const partner = rule((value) => {
  const wanted = 'the partner ID belongs here, 16 digits beginning with 2088'
  if (PARTNER.test(value)) return
  if (value.includes('@')) return `holds an e-mail address (that is ALIPAY_SELLER_EMAIL): ${wanted}`
  if (KEY.test(value)) return `looks like the key, so it and ALIPAY_KEY seem to be swapped: ${wanted}`
  if (!/^\d+$/.test(value)) return `has characters that are not digits: ${wanted}`
  if (value.length !== 16) return `has ${value.length} digits: ${wanted}`
  return `does not begin with 2088: ${wanted}`
})

const key = rule((value) => {
  const wanted = 'the key belongs here, exactly 32 letters and digits'
  if (KEY.test(value)) return
  if (PARTNER.test(value))
    return `looks like the partner ID, so it and ALIPAY_PARTNER seem to be swapped: ${wanted}`
  if (!/^[0-9a-zA-Z]+$/.test(value)) return `has characters that are not letters or digits: ${wanted}`
  return `has ${value.length} characters: ${wanted}`
})

const account = rule(
  (value) =>
    !/^([^@\s]+@[^@\s]+\.[^@\s]+|1\d{10})$/.test(value) &&
    "must be the e-mail address (or mobile number) of the seller's Alipay account",
)

const origin = rule((value) => {
  const url = webUrl(value)
  return (
    (!url || url.pathname !== '/' || url.username || /[?#]/.test(value)) &&
    'must be an http or https address without a path or query, such as https://shop.example.com'
  )
})

const gateway = rule((value) => {
  const url = webUrl(value)
  if (!url) return `must be a complete https address, such as ${REAL_GATEWAY}`
  if (url.username || url.password) return 'must not contain a user name or password'
  if (/[?#]/.test(value)) return 'must end before the question mark: parameters are added by the shop'
  if (url.protocol !== 'https:' && !isLoopback(url.hostname))
    return 'must begin with https://, for only a gateway on this same machine may be asked in the clear'
})

const pageUrl = rule((value) => {
  if (value.length > 190) return 'must not be longer than 190 characters'
  if (/\s/.test(value)) return 'must not contain spaces'
  if (!webUrl(value)) return 'must be a complete address beginning with http:// or https://'
  if (/[?#]/.test(value)) return 'must not contain a query (?) or a fragment (#)'
})

const messageUrl = pageUrl.refine((value) => !value || !webUrl(value)?.pathname.includes('!'), {
  message: 'must not contain an exclamation mark in its path, which Alipay does not accept',
})

const charset = rule((value) => {
  const name = value.toLowerCase()
  if (name === 'utf8') return 'must be written utf-8, with the hyphen'
  return !['utf-8', 'gbk', 'gb2312'].includes(name) && 'must be utf-8, gbk or gb2312'
})

const Settings = z.object({
  PORT: portNumber,
  HOST: text,
  SHOP_URL: origin,
  DATABASE_URL: rule(
    (value) => !/^postgres(ql)?:\/\//.test(value) && 'must begin with postgresql:// or postgres://',
  ),
  DATABASE_PORT: portNumber,
  ALIPAY_GATEWAY_URL: gateway,
  ALIPAY_PARTNER: partner,
  ALIPAY_KEY: key,
  ALIPAY_SELLER_EMAIL: account,
  ALIPAY_MAINNAME: text,
  ALIPAY_INPUT_CHARSET: charset,
  ALIPAY_SIGN_TYPE: rule((value) => value !== 'MD5' && 'must be MD5, the only signature this shop can make'),
  ALIPAY_NOTIFY_URL: messageUrl,
  ALIPAY_RETURN_URL: messageUrl,
  ALIPAY_SHOW_URL: pageUrl,
  ALIPAY_SANDBOX: rule((value) => value !== 'demo' && 'must be demo, or not set at all'),
})
type Settings = z.infer<typeof Settings>

/** Checks all settings together (spec.md T3.2). Throws a SettingError for the first that is wrong. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const settings = readSettings(source)
  const port = Number(settings.PORT ?? 3000)
  const shopUrl = new URL(settings.SHOP_URL ?? `http://127.0.0.1:${port}`).origin
  const ownGateway = `${shopUrl}/sandbox/gateway.do`
  const gatewayUrl = settings.ALIPAY_GATEWAY_URL ?? ownGateway
  const sandbox = new URL(gatewayUrl).href === ownGateway

  if (sandbox) checkSandbox(settings, shopUrl)
  else checkForeignGateway(settings, gatewayUrl)

  return {
    port,
    host: settings.HOST ?? '127.0.0.1',
    shopUrl,
    databaseUrl: settings.DATABASE_URL,
    databasePort: Number(settings.DATABASE_PORT ?? 54329),
    alipay: {
      gatewayUrl,
      partner: settings.ALIPAY_PARTNER ?? SANDBOX_ACCOUNT.partner,
      key: settings.ALIPAY_KEY ?? SANDBOX_ACCOUNT.key,
      sellerEmail: settings.ALIPAY_SELLER_EMAIL ?? SANDBOX_ACCOUNT.sellerEmail,
      mainname: settings.ALIPAY_MAINNAME ?? '担保小铺',
      charset: (settings.ALIPAY_INPUT_CHARSET ?? 'utf-8').toLowerCase() as Env['alipay']['charset'],
      signType: 'MD5',
      notifyUrl: settings.ALIPAY_NOTIFY_URL ?? `${shopUrl}/api/alipay/notify`,
      returnUrl: settings.ALIPAY_RETURN_URL ?? `${shopUrl}/api/alipay/return`,
      showUrl: settings.ALIPAY_SHOW_URL ?? `${shopUrl}/orders`,
    },
    sandbox,
  }
}

let parsed: Env | undefined

/** The settings of this process, read when first asked for: `next build` loads this file without any. */
export function env(): Env {
  return (parsed ??= parseEnv(process.env))
}

function readSettings(source: Record<string, string | undefined>): Settings {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = Settings.safeParse(set)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new SettingError(String(issue?.path[0]), issue?.message ?? 'is wrong')
}

/** The sandbox hands out goods for pretend money, so it keeps away from real accounts and from strangers. */
function checkSandbox(settings: Settings, shopUrl: string) {
  if (settings.ALIPAY_PARTNER && !FAKE_PARTNER.test(settings.ALIPAY_PARTNER))
    throw new SettingError(
      'ALIPAY_PARTNER',
      'is a real account, beside which the sandbox does not run: ' +
        `set ALIPAY_GATEWAY_URL=${REAL_GATEWAY}, or unset the account`,
    )
  const host = settings.HOST ?? '127.0.0.1'
  if (!isLoopback(host) && host !== '::1' && settings.ALIPAY_SANDBOX !== 'demo')
    throw new SettingError(
      'HOST',
      'lets other machines in while the sandbox is the gateway, so that anyone could take goods without paying: ' +
        `set ALIPAY_GATEWAY_URL=${REAL_GATEWAY}, or say ALIPAY_SANDBOX=demo if that is meant`,
    )
  if (!isLoopback(new URL(shopUrl).hostname) && settings.ALIPAY_SANDBOX !== 'demo')
    throw new SettingError(
      'ALIPAY_GATEWAY_URL',
      'is not set while SHOP_URL is public, so that anyone could take goods without paying: ' +
        `set it to ${REAL_GATEWAY}, or say ALIPAY_SANDBOX=demo if that is meant`,
    )
}

function checkForeignGateway(settings: Settings, gatewayUrl: string) {
  const required = {
    ALIPAY_PARTNER: 'the partner ID, 16 digits beginning with 2088',
    ALIPAY_KEY: 'the key, 32 letters and digits',
    ALIPAY_SELLER_EMAIL: "the e-mail address of the seller's Alipay account",
  }
  for (const [variable, wanted] of Object.entries(required))
    if (!settings[variable as keyof typeof required])
      throw new SettingError(
        variable,
        `is missing or empty: with ALIPAY_GATEWAY_URL set it must be ${wanted}`,
      )
  if (settings.ALIPAY_KEY === SANDBOX_ACCOUNT.key && !isLoopback(new URL(gatewayUrl).hostname))
    throw new SettingError(
      'ALIPAY_KEY',
      "is the sandbox's, which everybody knows: set the key of your account",
    )
  if (settings.ALIPAY_SANDBOX)
    throw new SettingError(
      'ALIPAY_SANDBOX',
      'is set together with a foreign ALIPAY_GATEWAY_URL: remove one of the two',
    )
  // Alipay checks the address and then simply does not redirect to this host name (protocol.md, return_url)
  const returnHost = settings.ALIPAY_RETURN_URL ?? settings.SHOP_URL
  if (!isLoopback(new URL(gatewayUrl).hostname) && returnHost && new URL(returnHost).hostname === 'localhost')
    throw new SettingError(
      settings.ALIPAY_RETURN_URL ? 'ALIPAY_RETURN_URL' : 'SHOP_URL',
      'must not use the host name localhost, to which Alipay does not redirect: write 127.0.0.1',
    )
}

function webUrl(value: string): URL | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined
  return url && /^https?:\/\//i.test(value) ? url : undefined
}

function isLoopback(hostname: string) {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)
}
