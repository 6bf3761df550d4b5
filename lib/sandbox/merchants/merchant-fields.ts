import { z } from 'zod'
import type { Merchant } from '@/generated/sandbox/client'
import { CHARSETS } from '../../alipay/charset'
import { readPublicKey } from '../../alipay/open/keys'
import { PRICE_CHANGED, REFUND_STATUSES, TRADE_STATUSES } from '../../alipay/status'
import { forbiddenLiteral } from '../checked-lookup'
import { inBoth } from '../validation-messages'
import { isMethod, METHODS } from './methods'
import { isOtherService, SERVICES } from './services'
import { isPublicSandbox } from '../state'

const matching = (pattern: RegExp, zh: string, en: string) =>
  z.string().refine((text) => pattern.test(text), inBoth(zh, en))

const Service = z
  .string()
  .refine(
    (name) => isMethod(name) || !isOtherService(name),
    inBoth('这是支付宝的接口，沙箱不模拟它', 'A service of Alipay’s that the sandbox does not simulate'),
  )
  .refine(
    (name) => isOtherService(name) || SERVICES.some((service) => service === name),
    inBoth(
      `没有这个接口，请核对拼写：${[...SERVICES, ...METHODS].join('、')}`,
      `There is no such service, check its spelling: ${[...SERVICES, ...METHODS].join(', ')}`,
    ),
  )

const HOST = /^(\[[\da-f:.]{2,45}\]|[\w.-]{1,253})(:\d{1,5})?$/i

/** A host in the form of a URL's: lower case, an address in its usual form, a port only where one was given. */
const Host = z
  .string()
  .refine(
    (text) => HOST.test(text) && URL.canParse(`http://${text}`),
    inBoth('要写 host 或 host:port，例如 127.0.0.1:8080', 'Write host or host:port, such as 127.0.0.1:8080'),
  )
  .refine(
    (text) => !URL.canParse(`http://${text}`) || forbiddenLiteral(`http://${text}`) === undefined,
    inBoth(
      '沙箱不向内部地址发送通知；公开的沙箱（ALIPAY_SANDBOX=demo）也不向本机发送',
      'The sandbox does not post to internal addresses, and a public one (ALIPAY_SANDBOX=demo) not to this machine',
    ),
  )
  .transform((text) => new URL(`http://${text}`).hostname + (HOST.exec(text)?.[2] ?? ''))

const STAGES = [...Object.keys(TRADE_STATUSES), ...Object.keys(REFUND_STATUSES), PRICE_CHANGED]
const Stage = z
  .string()
  .refine(
    (name) => STAGES.includes(name),
    inBoth(`没有这个名称，只能是 ${STAGES.join('、')}`, `There is no such name: use ${STAGES.join(', ')}`),
  )

/** The public key of an application, kept as base64 of SPKI. */
const AppPublicKey = z.string().transform((text, context) => {
  const read = readPublicKey(text)
  if (read.ok) return read.key.export({ type: 'spki', format: 'der' }).toString('base64')
  const { error: message, params } = inBoth(
    `app_public_key 要写应用公钥：RSA，至少 2048 位，base64 一行或 PEM（${read.problem}）`,
    `app_public_key is the application’s public key: RSA of at least 2048 bits, base64 in one line or PEM (${read.problem})`,
  )
  context.addIssue({ code: 'custom', message, params })
  return z.NEVER
})

/** The settings of a merchant as the control API takes them. Unknown names are refused. */
export const MerchantFields = z
  .strictObject({
    partner: matching(
      /^2088\d{12}$/,
      'partner 是 2088 开头的 16 位数字',
      'partner is 16 digits beginning with 2088',
    ),
    /** Of the partner interface. A merchant with an application needs none. */
    key: matching(/^[0-9a-zA-Z]{32}$/, 'key 是 32 位字母和数字', 'key is 32 letters and digits').optional(),
    seller_email: matching(
      /^[\w.@+-]{1,100}$/,
      'seller_email 是 Email 地址或手机号码',
      'seller_email is an e-mail address or a mobile number',
    ),
    services: z.array(Service).optional(),
    /** The charset of requests, and of signed XML answers to them, without `_input_charset`. */
    charset: z.string().toLowerCase().pipe(z.enum(CHARSETS)).default('gbk'),
    /** The trade and refund statuses to notify of; none means all. */
    stages: z.array(Stage).default([]),
    /** Whether the contract lets requests bring their own timeouts (docs/protocol.md 2.2). */
    own_timeouts: z.boolean().default(false),
    /** Whether notify_url and return_url with a query are refused, as the documents say (5.1). */
    strict_urls: z.boolean().default(false),
    /** Whether an instant payment can be refunded: TRADE_SUCCESS, and TRADE_FINISHED three months later (6.1). */
    refundable: z.boolean().default(false),
    /** `host` (any port) or `host:port` of notify_url and return_url; by default this machine, or none where strangers reach the sandbox. */
    allowed_hosts: z
      .array(Host)
      .max(100)
      .default(() => (isPublicSandbox() ? [] : ['127.0.0.1', 'localhost'])),
    app_id: matching(/^\d{16}$/, 'app_id 是 16 位数字', 'app_id is 16 digits').optional(),
    app_public_key: AppPublicKey.optional(),
    /** Whether a request of the open platform whose timestamp is more than ten minutes off is refused. */
    strict_time: z.boolean().default(false),
  })
  .refine(({ app_id, app_public_key }) => (app_id === undefined) === (app_public_key === undefined), {
    ...inBoth('app_id 和 app_public_key 要一起写', 'app_id and app_public_key go together'),
    path: ['app_public_key'],
  })
  .refine(({ key, app_id }) => key !== undefined || app_id !== undefined, {
    ...inBoth('没有 app_id 的商户要有 key', 'A merchant without app_id needs a key'),
    path: ['key'],
  })
  .refine(({ services, app_id }) => services !== undefined || app_id !== undefined, {
    ...inBoth('没有 app_id 的商户要有 services', 'A merchant without app_id needs services'),
    path: ['services'],
  })
  .transform((fields): Merchant => ({
    partner: fields.partner,
    key: fields.key ?? '',
    sellerEmail: fields.seller_email,
    services: fields.services ?? [],
    charset: fields.charset,
    stages: fields.stages,
    ownTimeouts: fields.own_timeouts,
    strictUrls: fields.strict_urls,
    refundable: fields.refundable,
    allowedHosts: fields.allowed_hosts,
    appId: fields.app_id ?? null,
    appPublicKey: fields.app_public_key ?? null,
    strictTime: fields.strict_time,
  }))
