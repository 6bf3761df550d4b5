import type { Merchant } from '@/generated/sandbox/client'
import { parseBeijingTime } from '../../../alipay/beijing-time'
import { type Charset, parseCharset, textForPeople } from '../../../alipay/charset'
import { readPublicKey } from '../../../alipay/open/keys'
import { requestToSign, rsa2Verify } from '../../../alipay/open/sign'
import { type RawParams, toText } from '../../../alipay/params'
import { findApp } from '../../merchants/merchants'
import { allowsMethod, isMethod, isOtherMethod, type Method, METHODS } from '../../merchants/methods'
import type { GatewayRefusal } from '../refusal'
import { explainSign } from './explain-sign'
import { refused } from './refusal'

export type Text = Readonly<Record<string, string>>

/** A request of the open platform whose sender is known. */
export interface AuthenticCall {
  kind: 'authentic'
  method: Method
  merchant: Merchant
  appId: string
  charset: Charset
  /** The public parameters, but for biz_content, decoded in `charset`. */
  text: Text
  /** The members of biz_content as text; lists and objects as JSON. */
  biz: Text
}

/** A refusal; signed answers are given only to a known application about a method of Alipay's. */
export type CallRefusal = GatewayRefusal & { isUnknown?: true }

/**
 * Checks application, method, form, time, sign, contract and biz_content, in this order. Where the sources name none, the
 * order is the sandbox's own (protocol-open.md 3).
 */
export async function authenticate(params: RawParams): Promise<AuthenticCall | CallRefusal> {
  const appId = params.get('app_id') ?? ''
  if (!appId)
    return {
      ...refused('isv.missing-app-id', '请求里没有 app_id', 'The request has no app_id'),
      isUnknown: true,
    }
  const merchant = /^\d{1,32}$/.test(appId) ? await findApp(appId) : null
  if (!merchant?.appPublicKey)
    return {
      ...refused(
        'isv.invalid-app-id',
        `没有 app_id 为“${appId.slice(0, 40)}”的应用：在 /sandbox/api/merchants 注册`,
        `There is no application “${appId.slice(0, 40)}”: register it at /sandbox/api/merchants`,
      ),
      isUnknown: true,
    }
  const method = params.get('method') ?? ''
  if (isOtherMethod(method))
    return refused(
      'isv.insufficient-isv-permissions',
      `${method.slice(0, 80)} 是支付宝的接口，沙箱不模拟它；沙箱有的是 ${METHODS.join('、')}`,
      `${method.slice(0, 80)} is a method of Alipay’s that the sandbox does not simulate; it has ${METHODS.join(', ')}`,
    )
  if (!isMethod(method))
    return {
      ...refused(
        'isv.invalid-method',
        `没有 ${method.slice(0, 80)} 这个接口，请核对拼写；沙箱有的是 ${METHODS.join('、')}`,
        `There is no method ${method.slice(0, 80)}, check its spelling; the sandbox has ${METHODS.join(', ')}`,
      ),
      isUnknown: true,
    }
  const charset = parseCharset(params.get('charset') ?? '')
  const wrong = wrongForm(params, charset) ?? wrongTime(params, merchant)
  if (wrong) return wrong
  if (!charset) throw new Error('a checked request has no charset')
  const unsigned = wrongSign(params, merchant, charset)
  if (unsigned) return unsigned
  if (!allowsMethod(merchant.services, method))
    return refused(
      'isv.insufficient-isv-permissions',
      `商户 ${merchant.partner} 的签约（services）里没有 ${method}`,
      `${method} is not in the contract (services) of merchant ${merchant.partner}`,
    )
  const text = toText(params, charset)
  if (!text)
    return refused(
      'isv.invalid-charset',
      `收到的字节不是 ${charset} 编码`,
      `The bytes received are not ${charset}`,
    )
  const { biz_content, ...rest } = Object.fromEntries(text)
  if (!biz_content)
    return refused('isv.missing-parameter', '请求里没有 biz_content', 'The request has no biz_content')
  const biz = readBizContent(biz_content)
  if (!biz)
    return refused(
      'isv.invalid-parameter',
      'biz_content 要写一个 JSON 对象，值里不能有 NUL',
      'biz_content must be one JSON object, without NUL in its values',
    )
  return { kind: 'authentic', method, merchant, appId, charset, text: rest, biz }
}

function wrongForm(params: RawParams, charset: Charset | undefined): GatewayRefusal | undefined {
  const signType = params.get('sign_type') ?? ''
  if (!signType)
    return refused('isv.missing-signature-type', '请求里没有 sign_type', 'The request has no sign_type')
  if (signType !== 'RSA2')
    return refused(
      'isv.invalid-signature-type',
      `sign_type 是“${signType.slice(0, 20)}”，沙箱只有 RSA2`,
      `sign_type is “${signType.slice(0, 20)}”: the sandbox has RSA2 only`,
    )
  if (!charset)
    return refused(
      'isv.invalid-charset',
      'charset 只能是 utf-8、gbk 或 gb2312',
      'charset must be utf-8, gbk or gb2312',
    )
  const version = params.get('version')
  if (!version) return refused('isv.missing-version', '请求里没有 version', 'The request has no version')
  if (version !== '1.0') return refused('isv.invalid-parameter', 'version 只能是 1.0', 'version must be 1.0')
  if (!/^(json)?$/i.test(params.get('format') ?? ''))
    return refused('isv.invalid-format', 'format 只能是 JSON', 'format must be JSON')
  return params.get('encrypt_type')
    ? refused(
        'isv.invalid-encrypt-type',
        '沙箱不模拟内容加密（encrypt_type）',
        'The sandbox does not simulate encryption (encrypt_type)',
      )
    : undefined
}

/** Minutes that a merchant's clock may be off where its contract is strict. */
const TOLERANCE_MINUTES = 10

/**
 * By how many minutes a request's time is off, where the merchant's contract minds; else undefined. By the machine's clock:
 * that of the sandbox may have been moved, the merchant's was not.
 */
export function wrongMinutes(moment: Date, { strictTime }: Merchant): number | undefined {
  const minutes = Math.round((moment.getTime() - Date.now()) / 60_000)
  return strictTime && !(Math.abs(minutes) <= TOLERANCE_MINUTES) ? minutes : undefined
}

function wrongTime(params: RawParams, merchant: Merchant): GatewayRefusal | undefined {
  const text = params.get('timestamp') ?? ''
  if (!text) return refused('isv.missing-timestamp', '请求里没有 timestamp', 'The request has no timestamp')
  const moment = parseBeijingTime(text)
  if (!moment)
    return refused(
      'isv.invalid-timestamp',
      'timestamp 要写成 yyyy-MM-dd HH:mm:ss，北京时间',
      'timestamp must be written yyyy-MM-dd HH:mm:ss, in Beijing time',
    )
  const minutes = wrongMinutes(moment, merchant)
  if (minutes === undefined) return undefined
  return refused(
    'isv.invalid-timestamp',
    `timestamp 差了 ${minutes} 分钟（该商户设了 strict_time）。差 8 小时，通常是程序用了服务器的时区，要用北京时间`,
    `timestamp is ${minutes} minutes off, and the merchant has strict_time. Off by 8 hours: the program used its server’s time zone instead of Beijing’s`,
  )
}

/** The public key of a merchant's application, which was checked when it was stored. */
export function publicKeyOf({ appPublicKey }: Merchant) {
  const read = readPublicKey(appPublicKey ?? '')
  if (!read.ok) throw new Error(`a stored public key cannot be read: ${read.problem}`)
  return read.key
}

function wrongSign(params: RawParams, merchant: Merchant, charset: Charset): GatewayRefusal | undefined {
  const sign = params.get('sign')
  if (!sign) return refused('isv.missing-signature', '请求里没有 sign', 'The request has no sign')
  const publicKey = publicKeyOf(merchant)
  const bytesToSign = requestToSign(params)
  if (rsa2Verify(bytesToSign, sign, publicKey)) return undefined
  const { zh, en } = explainSign(params, publicKey, charset)
  return refused(
    'isv.invalid-signature',
    `验签出错：${zh}`,
    `The sign is wrong: ${en}`,
    textForPeople(bytesToSign, charset),
  )
}

/** Names of biz_content that would stand for public parameters once both are stored together. */
const PUBLIC = ['app_id', 'notify_url', 'return_url']

/** PostgreSQL stores no NUL and no half of a surrogate pair. */
const isStorable = (text: string) => !text.includes('\0') && text.isWellFormed()

function readBizContent(json: string): Text | undefined {
  const members = readMembers(json)
  return members && Object.fromEntries(Object.entries(members).filter(([name]) => !PUBLIC.includes(name)))
}

/** The members of a JSON object as text, lists and objects as JSON; undefined for anything else. */
export function readMembers(json: string): Text | undefined {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const members = Object.entries(value)
    .filter(([, member]) => member !== null)
    .map(
      ([name, member]) =>
        [name, typeof member === 'object' ? JSON.stringify(member) : String(member)] as const,
    )
  return members.flat().every(isStorable) ? Object.fromEntries(members) : undefined
}
