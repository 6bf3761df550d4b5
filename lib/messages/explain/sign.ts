import type { Bilingual } from '../../dictionary'
import { UnencodableError, textOf } from '../../alipay/charset'
import { parseForm, type RawParams, rawParams, toRaw, toText } from '../../alipay/params'
import type { Account } from '../../alipay/partner/request'
import { stringToSign } from '../../alipay/partner/string-to-sign'
import { SANDBOX_KEY } from '../../sandbox-account'
import type { PartnerAccount } from '../../gateway/partner-request'
import type { Explanation } from './explanation'

/** A way in which the sender may have made the sign: the bytes signed, and the key where it is not the account's. */
interface Trial {
  cause: keyof typeof SIGN_CAUSES
  text: string
  key?: string
  /** What the words name: a parameter, a charset, a separator. */
  detail?: string
}

type Pairs = readonly (readonly [name: string, value: string])[]

/**
 * Why the sign of a message differs: the first usual mistake by which the received bytes yield the received sign. Computes
 * at most about 230 MD5 sums. Without the key no sender can make a message that a mistake explains, except where the words
 * say that anybody could have signed it. `isSign` is isMd5Sign; the workbench of /learn/sign has it of the browser.
 */
export function explainSign(
  bytes: Uint8Array,
  account: PartnerAccount,
  isSign: (received: string, bytesToSign: string, key: string) => boolean,
): Explanation {
  const marked = startsWith(bytes, BYTE_ORDER_MARK)
  const body = marked ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes
  const parsed = parseForm(body)
  if (body[0] === LESS_THAN) return found('answer_not_signed', false)
  if (!parsed.ok) return found('sign_unexplained', false)
  const params = parsed.params
  const sign = params.get('sign') ?? ''
  if (sign === '') return found('sign_missing')

  const received = stringToSign(params)
  const fits = ({ text, key = account.key }: Trial) => isSign(sign, text, key)
  if (fits({ cause: 'now_right', text: received })) {
    if (marked) return found('byte_order_mark')
    return params.get('sign_type') === account.signType ? found('now_right') : found('sign_type_wrong')
  }
  const written = sign.trim().toLowerCase()
  if (written !== sign && isSign(written, received, account.key)) return found('sign_not_plain')
  for (const trial of trials(body, params, account)) if (fits(trial)) return found(trial.cause, true, trial)
  if (!/^[0-9a-f]{32}$/i.test(sign)) return found('sign_not_md5')
  return params.get('sign_type') === account.signType
    ? found('sign_unexplained', false)
    : found('sign_type_wrong', false)
}

/** The usual mistakes, cheap and frequent ones first. */
function* trials(body: Uint8Array, params: RawParams, account: PartnerAccount): Generator<Trial> {
  const { key, partner } = account
  const pairs: Pairs = [...params]
  const text = stringToSign(params)

  if (account.oldKey) yield { cause: 'old_key', text, key: account.oldKey.key }
  for (const [detail, other] of otherKeys(key)) yield { cause: 'key_misspelled', text, key: other, detail }
  const swapped = !/^2088/.test(partner) || params.get('partner') === key
  yield { cause: swapped ? 'key_and_partner_swapped' : 'partner_as_key', text, key: partner }
  if (key !== SANDBOX_KEY) yield { cause: 'sandbox_key', text, key: SANDBOX_KEY }
  for (const between of ['&', '&key=', 'key='])
    yield { cause: 'between_text_and_key', text: text + between, detail: between }

  for (const [detail, raw] of inOtherCharsets(params))
    yield { cause: 'charset_differs', text: stringToSign(raw), detail }
  yield { cause: 'byte_order_mark', text: '\xef\xbb\xbf' + text }

  const empties = pairs.filter(([name]) => name !== 'sign' && name !== 'sign_type')
  yield { cause: 'empty_values_signed', text: joined(sorted(empties)) }
  yield { cause: 'sign_type_signed', text: joined(sorted(pairs.filter(([name, v]) => name !== 'sign' && v))) }
  yield { cause: 'not_sorted', text: joined(empties.filter(([, value]) => value)) }

  const wire = wirePairs(body)
  const mapped = (from: Pairs, change: (value: string) => string) =>
    stringToSign(rawParams(new Map(from.map(([name, value]) => [name, change(value)]))))
  yield { cause: 'signed_percent_encoded', text: mapped(wire, (value) => value) }
  yield { cause: 'signed_percent_encoded', text: mapped(wire, (value) => value.replaceAll('+', '%20')) }
  yield { cause: 'decoded_twice', text: mapped(pairs, percentDecoded) }
  yield { cause: 'plus_and_space', text: mapped(wire, percentDecoded) }
  yield { cause: 'plus_and_space', text: mapped(pairs, (value) => value.replaceAll('+', ' ')) }
  yield { cause: 'plus_and_space', text: mapped(pairs, (value) => value.replaceAll(' ', '+')) }
  yield { cause: 'values_trimmed', text: mapped(pairs, trimmed), detail: '' }
  for (const [name, value] of pairs) {
    if (trimmed(value) === value) continue
    yield {
      cause: 'values_trimmed',
      text: stringToSign(rawParams(new Map([...pairs, [name, trimmed(value)]]))),
      detail: name,
    }
  }
  const lines = sorted(empties.filter(([, value]) => value))
  for (const [index, [name]] of lines.entries())
    yield { cause: 'parameter_added', text: joined(lines.toSpliced(index, 1)), detail: shown(name, account) }
}

function* otherKeys(key: string): Generator<[how: string, key: string]> {
  const bare = key.trim()
  const ends = ['\n', '\r\n', '\t']
  if (bare !== key) yield ['spaces', bare]
  for (const other of [` ${bare}`, `${bare} `, ` ${bare} `, ...ends.map((end) => bare + end)])
    if (other !== key) yield ['spaces', other]
  for (const other of [key.toUpperCase(), key.toLowerCase()]) if (other !== key) yield ['case', other]
}

/** The parameters as a program that reads or writes them in another charset would make them. */
function* inOtherCharsets(params: RawParams): Generator<[how: string, params: RawParams]> {
  const names = ['utf-8', 'gbk'] as const
  for (const from of names) {
    const text = toText(params, from)
    if (!text) continue
    for (const to of names) {
      if (to === from) continue
      const raw = unlessUnencodable(() => toRaw(text, to))
      if (raw) yield [`${to}, ${from}`, raw]
    }
    // bytes taken for characters of ISO 8859-1 and encoded once more
    if (from === 'utf-8' && !/[^\0-\xff]/.test([...text].flat().join('')))
      yield ['latin1, utf-8', rawParams(text)]
  }
}

function unlessUnencodable<T>(encode: () => T): T | undefined {
  try {
    return encode()
  } catch (error) {
    if (error instanceof UnencodableError) return undefined
    throw error
  }
}

/** Names and values as sent, not decoded. */
const wirePairs = (body: Uint8Array): Pairs =>
  Buffer.from(body)
    .toString('latin1')
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
    })

const joined = (pairs: Pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&')
const sorted = (pairs: Pairs) => [...pairs].sort(([a], [b]) => (a < b ? -1 : 1))
const percentDecoded = (value: string) =>
  value.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
/** String.trim would take the byte A0 for a space. */
const trimmed = (value: string) => value.replace(/^[ \t\r\n]+/, '').replace(/[ \t\r\n]+$/, '')
const shown = (name: string, { charset }: Account) => (textOf(name, charset) ?? '?').slice(0, 80)

const LESS_THAN = 0x3c
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]
const startsWith = (bytes: Uint8Array, start: number[]) => start.every((byte, at) => bytes[at] === byte)

function found(
  cause: keyof typeof SIGN_CAUSES,
  certain = true,
  { detail = '' }: { detail?: string } = {},
): Explanation {
  return { cause, certain, ...SIGN_CAUSES[cause](detail) }
}

/** What was tried, for a sign that no mistake explains. */
const TRIED: Bilingual = {
  zh: '已逐一试过：另一种编码、key 首尾带空格或大小写不同、partner 当作 key、沙箱的 key、key 前多了 & 或 key=、空值参与签名、sign_type 参与签名、没有排序、值未解码或解码两次、+ 与空格、值首尾的空格、BOM、多出一个参数',
  en: 'Tried, one by one: the other charset, the key with spaces around it or in another case, partner as the key, the key of the sandbox, & or key= before the key, empty values signed, sign_type signed, no sorting, values not decoded or decoded twice, + and space, spaces around values, a byte order mark, one parameter too many',
}

export const SIGN_CAUSES = {
  now_right: () => ({
    zh: '按现在的配置，签名是对的：收到这条消息之后，key 或编码已经改过。点「重新检查」再处理一次。',
    en: 'With the settings of today the sign is right: the key or the charset was changed after this message came. Recheck it.',
  }),
  sign_missing: () => ({
    zh: '消息里没有 sign。支付宝的每条通知和返回都有 sign：这条不是支付宝发的，或者 sign 在路上被去掉了（检查代理和框架的参数过滤）。',
    en: 'There is no sign. Every message of Alipay has one: this is not from Alipay, or the sign was removed on the way (look at filters of a proxy or a framework).',
  }),
  sign_type_wrong: () => ({
    zh: 'sign_type 不是本店约定的 MD5（大小写、空格也要一致）。签名方式由本店的配置决定，不由消息决定。若支付宝账户里改成了 RSA，请改回 MD5。',
    en: 'sign_type is not MD5, which this shop has agreed on (case and spaces count). The settings choose the way of signing, not the message. If the Alipay account was changed to RSA, change it back to MD5.',
  }),
  sign_not_plain: () => ({
    zh: 'sign 的内容是对的，但写成了大写，或首尾带空格。支付宝的 sign 是 32 位小写十六进制：找出路上是谁改写了它；自己签名时请用小写。',
    en: 'The sign is right but written in capitals or with spaces around it. Alipay writes 32 lower-case hex digits: find out who rewrote it on the way; when signing yourself, use lower case.',
  }),
  sign_not_md5: () => ({
    zh: 'sign 不是 32 位十六进制，所以不是 MD5 签名；长的 base64 是 RSA。检查对方用的 sign_type，以及 sign 有没有被截断。',
    en: 'sign is not 32 hex digits, so it is no MD5 signature; long base64 is RSA. Look at the sign_type of the sender, and whether sign was cut off.',
  }),
  old_key: () => ({
    zh: '这条消息是用换掉的旧 key（ALIPAY_KEY_OLD）签的：到 ALIPAY_KEY_OLD_UNTIL 为止新旧都收，之后只收新的。还没到时间，就点「重新检查」；支付宝还在用旧的 key，就把时间改晚，重启，再点「重新检查」；都不是，就不要相信这条消息。',
    en: 'This was signed with the key that was replaced (ALIPAY_KEY_OLD): until ALIPAY_KEY_OLD_UNTIL both are accepted, then the new one only. If that moment is still to come, recheck the message. If Alipay still signs with the old key, set a later moment, restart and recheck. Otherwise do not believe the message.',
  }),
  key_misspelled: (how: string) =>
    how === 'case'
      ? {
          zh: '双方的 key 只差大小写。从支付宝账户页面重新复制安全校验码（ALIPAY_KEY），然后重启。',
          en: 'The two keys differ in case only. Copy the key from the account page again (ALIPAY_KEY) and restart.',
        }
      : {
          zh: '双方的 key 只差首尾的空格或换行：有一方复制时多带了。重新复制安全校验码，首尾不留空白。',
          en: 'The two keys differ only in spaces or a line break around them: one side copied them along. Copy the key again, without blanks.',
        },
  key_and_partner_swapped: () => ({
    zh: 'partner 与 key 填反了：partner 是 2088 开头的 16 位数字（ALIPAY_PARTNER），key 是 32 位字母和数字（ALIPAY_KEY）。',
    en: 'partner and key are swapped: partner is the 16 digits beginning with 2088 (ALIPAY_PARTNER), key is the 32 letters and digits (ALIPAY_KEY).',
  }),
  partner_as_key: () => ({
    zh: '这条消息是拿 partner 当 key 签的。partner 是公开的，谁都能这样签，所以它什么也证明不了：让发送方改用 32 位的安全校验码。',
    en: 'This was signed with partner as the key. partner is public and anybody can sign so, so it proves nothing: the sender has to use the key of 32 characters.',
  }),
  sandbox_key: () => ({
    zh: '这条消息是用沙箱的 key 签的，而本店配置的是另一个 key。沙箱的 key 是公开的，谁都能这样签：沙箱的通知不要发到正式的店；若这就是沙箱，请去掉 ALIPAY_KEY。',
    en: 'This was signed with the key of the sandbox, and the shop has another one. The sandbox key is public and anybody can sign with it: do not point a sandbox at a real shop; if this is the sandbox, unset ALIPAY_KEY.',
  }),
  between_text_and_key: (between: string) => ({
    zh: `签名时在 key 前面多写了「${between}」。key 直接接在待签名字符串后面，中间什么也没有。`,
    en: `"${between}" was put before the key when signing. The key follows the string to sign directly, with nothing between.`,
  }),
  charset_differs: (pair: string) => ({
    zh: `签名时与发送时的编码不同（${pair.replace(', ', ' 签名，按 ')} 发送）。请求、页面和 ALIPAY_INPUT_CHARSET 用同一种编码；检查路上有没有代理或框架转过编码。`,
    en: `Signed in one charset and sent in another (${pair.replace(', ', ', then ')}). Use one charset for request, page and ALIPAY_INPUT_CHARSET, and look for a proxy or framework that converts text on the way.`,
  }),
  byte_order_mark: () => ({
    zh: '消息前面多了 UTF-8 的 BOM（EF BB BF）。把发送方的源文件存成「UTF-8 无 BOM」。',
    en: 'A byte order mark (EF BB BF) is in the way. Save the source files of the sender as UTF-8 without BOM.',
  }),
  empty_values_signed: () => ({
    zh: '空值的参数也参与了签名。没有值的参数不签名，最好根本不发送。',
    en: 'Parameters without a value were signed. They do not take part, and are better not sent at all.',
  }),
  sign_type_signed: () => ({
    zh: 'sign_type 也参与了签名。待签名字符串里不含 sign 和 sign_type。',
    en: 'sign_type was signed too. The string to sign holds neither sign nor sign_type.',
  }),
  not_sorted: () => ({
    zh: '签名时没有排序，用的是参数到达的顺序。先按参数名的字节顺序（ASCII）升序排列，再连接。',
    en: 'Signed in the order of arrival. Sort by name, ascending by byte (ASCII), before joining.',
  }),
  signed_percent_encoded: () => ({
    zh: '签名用的是百分号编码后的值。签名用原始值，编码只在发送时做一次。',
    en: 'The percent-encoded values were signed. Sign raw values; encode once, for sending.',
  }),
  decoded_twice: () => ({
    zh: '签名用的值比收到的少一层百分号编码：有一方解码了两次，或发送前多编码了一次。只解码一次，返回里的 notify_id 要保留内层的 %2F。',
    en: 'The values that were signed have one layer of percent-encoding less than those that came: one side decoded twice, or encoded once too often. Decode once; the notify_id of a return keeps its inner %2F.',
  }),
  plus_and_space: () => ({
    zh: '加号与空格弄混了：表单编码里 + 是空格，真正的加号要写成 %2B。检查发送前的编码函数，以及路上的代理。',
    en: 'Plus and space were confused: in a form, + is a space, and a real plus is written %2B. Look at the encoding function of the sender, and at proxies.',
  }),
  values_trimmed: (name: string) => ({
    zh: `${name ? `参数 ${name}` : '有的参数'}首尾有空白，而签名时是去掉了的。发送与签名要用同一个值：去空格放在签名之前，发送的也是去过的。`,
    en: `${name ? `The parameter ${name}` : 'A value'} has blanks around it that were not there when it was signed. Sign and send the same value: trim before signing, and send what was trimmed.`,
  }),
  parameter_added: (name: string) => ({
    zh: `多出一个没有签过名的参数 ${name}：支付宝没有发过它，是代理、框架或地址里自带的（常见的有 PHPSESSID、code、route）。notify_url 和 return_url 里不要带参数，也不要让框架往里加；若不认识它，就是有人改过这条消息。`,
    en: `One parameter was not signed: ${name}. Alipay did not send it; it comes from a proxy, a framework or the address itself (PHPSESSID, code and route are usual). Keep notify_url and return_url free of parameters; if nobody knows this one, somebody has altered the message.`,
  }),
  answer_not_signed: () => ({
    zh: '这是对查询的回答（XML），它的签名不对：key 不对，或者回答在路上被改过。先核对 ALIPAY_KEY，再核对 ALIPAY_GATEWAY_URL 是 https 的、中间没有代理改写。这个回答没有被采用。',
    en: 'This is the answer to a query (XML), and its sign is wrong: the key is wrong, or the answer was altered on the way. Check ALIPAY_KEY, then that ALIPAY_GATEWAY_URL is https and no proxy rewrites it. The answer was not used.',
  }),
  sign_unexplained: () => ({
    zh: `常见的错误都解释不了这个签名。${TRIED.zh}。剩下的可能是：key 不对，或者消息在路上被改过，或者它根本不是支付宝发的。先从支付宝账户页面重新复制 key，刚换过 key 就把旧的填进 ALIPAY_KEY_OLD；仍不对，就不要相信这条消息。`,
    en: `No usual mistake explains this sign. ${TRIED.en}. What is left: the key is wrong, the message was altered on the way, or it is not from Alipay at all. Copy the key from the account page again, and after a change set the former one in ALIPAY_KEY_OLD; if that does not help, do not believe the message.`,
  }),
} satisfies Record<string, (detail: string) => Bilingual>
