import type { Bilingual } from '../../dictionary'
import { readMessage } from '../../alipay/partner/message'
import { parseForm } from '../../alipay/params'
import type { Account } from '../../alipay/partner/request'
import type { ReasonCode } from '../../alipay/reason-codes'
import { isMd5Sign } from '../../alipay/partner/sign'
import { stringToSign } from '../../alipay/partner/string-to-sign'
import type { ExplainedMessage, Explanation } from './explanation'
import { explainSign } from './sign'

/** Why bytes could not be read as a message. The partner interface alone has a charset to be wrong. */
export function explainMalformed(
  { code, rawBytes }: ExplainedMessage,
  account: Account | undefined,
): Explanation {
  if (account && (code === 'other_charset' || code === 'not_text')) return explainCharset(rawBytes, account)
  const cause = SHARED[code ?? ''] ?? code ?? ''
  return isCause(cause) ? found(cause) : found('unreadable', false)
}

/**
 * A message in another charset, or one that an earlier version refused and this one accepts. A right sign proves no
 * charset, because it is made over the same bytes in each.
 */
function explainCharset(bytes: Uint8Array, account: Account): Explanation {
  const parsed = parseForm(bytes)
  const other = account.charset === 'utf-8' ? 'gbk' : 'utf-8'
  if (parsed.ok) {
    const received = parsed.params.get('sign') ?? ''
    if (isMd5Sign(received, stringToSign(parsed.params), account.key)) {
      const isAccepted = readMessage(bytes, account).kind === 'signed'
      return isAccepted ? found('now_readable', true) : found('charset_setting', false, other)
    }
  }
  const sign = explainSign(bytes, account, isMd5Sign)
  return sign.cause === 'charset_differs' || sign.cause === 'byte_order_mark'
    ? sign
    : found('not_text', false)
}

function found(cause: keyof typeof MALFORMED_CAUSES, certain = true, detail = ''): Explanation {
  return { cause, certain, ...MALFORMED_CAUSES[cause](detail) }
}

/** Reasons that have one explanation together. */
const SHARED: Partial<Record<string, keyof typeof MALFORMED_CAUSES>> = {
  name_with_separator: 'regrouped',
  value_with_parameter: 'regrouped',
  name_not_text: 'field_not_text',
} satisfies Partial<Record<ReasonCode, keyof typeof MALFORMED_CAUSES>>

const isCause = (code: string): code is keyof typeof MALFORMED_CAUSES => Object.hasOwn(MALFORMED_CAUSES, code)

export const MALFORMED_CAUSES = {
  not_by_post: () => ({
    zh: '通知页是被浏览器或探测程序打开的，不是支付宝：支付宝只用 POST。显示 fail 是对的，不用处理。',
    en: 'The notify page was opened by a browser or a probe: Alipay always posts. To show fail is right, nothing is to be done.',
  }),
  no_parameters: () => ({
    zh: '没有任何参数：有人直接打开了这个地址，或者参数在路上丢了（地址跳转会把 POST 的内容丢掉）。notify_url 不能跳转，http 到 https 的跳转也不行。',
    en: 'There are no parameters: somebody just opened the address, or they were lost on the way (a redirect loses what was posted). notify_url must not redirect, not even from http to https.',
  }),
  content_type: () => ({
    zh: 'Content-Type 不是 application/x-www-form-urlencoded，这不是支付宝通知的格式（新接口的 JSON 通知也不是）。检查是谁在发。',
    en: 'The Content-Type is not application/x-www-form-urlencoded, so this is no notification of this interface (nor is the JSON of newer ones). See who sends it.',
  }),
  body_stalled: () => ({
    zh: '消息的内容没有在限时内传完，网络很慢或对方停了下来。支付宝会再次发送，偶尔一次不用处理。',
    en: 'The body did not arrive in time: a slow network, or a sender that stopped. Alipay will send again; once in a while is no harm.',
  }),
  too_long: () => ({
    zh: '消息太长，没有读完。支付宝的通知约 1 KB：这不是它发的，或者有程序往里加了东西。',
    en: 'The message is too long and was not read. Alipay’s are about 1 KB: this is not one, or a program has added to it.',
  }),
  too_many_parameters: () => ({
    zh: '参数太多。支付宝的通知约 30 个参数：这不是它发的。',
    en: 'Too many parameters. Alipay sends about 30: this is not from Alipay.',
  }),
  parameter_twice: () => ({
    zh: '同一个参数出现了两次，两个程序可能各读一个，所以不接受。检查 notify_url、return_url 里有没有自带参数；没有的话，就是有人改过这条消息。',
    en: 'A parameter is given twice, and two programs could read two messages, so it is refused. See that notify_url and return_url have no parameters of their own; otherwise somebody has altered the message.',
  }),
  broken_encoding: () => ({
    zh: '百分号编码是坏的，或含有 NUL。消息被截断或改写过：检查代理、网关防火墙（WAF）和框架的过滤。',
    en: 'The percent-encoding is broken, or there is a NUL. The message was cut off or rewritten: look at proxies, application firewalls and filters of the framework.',
  }),
  regrouped: () => ({
    zh: '一个值或参数名里像是藏着另一个参数：同一个签名可以读成两条不同的消息，所以不接受。若是商品名称里真有这样的字，请改名称；否则是有人在试探。',
    en: 'A value or a name seems to hold another parameter: under one sign this can be read as two messages, so it is refused. If a product is really called so, rename it; otherwise somebody is probing.',
  }),
  charset_setting: (charset: string) => ({
    zh: `这条消息的文字像是 ${charset} 的，签名也对（签名只看字节，证明不了是哪种编码）：ALIPAY_INPUT_CHARSET 可能与请求这笔交易时用的编码不同。在下面的原始字节里核对中文；确实如此，就改成 ${charset}，重启，再点「重新检查」。`,
    en: `The text of this message looks like ${charset}, and its sign is right (a sign is over bytes and proves no charset): ALIPAY_INPUT_CHARSET may not be the charset in which the trade was requested. Compare the Chinese text in the raw bytes below; if it is so, set it to ${charset}, restart and recheck.`,
  }),
  now_readable: () => ({
    zh: '签名是对的，只是有的文字读不出来（多半是网关把长的文字截断在一个字中间）。这样的消息现在照常处理，编码设置不用改：点「重新检查」。',
    en: 'The sign is right, only some text cannot be read (most likely the gateway cut a long text in the middle of a character). Such a message is processed now, and the charset setting needs no change: recheck it.',
  }),
  field_not_text: () => ({
    zh: '程序据以判断的参数（编号、状态、金额、时间）或参数名里有不是文字的字节，原因见上，所以没有采用。支付宝的这些参数只有 ASCII：消息在路上被改写过，或者不是支付宝发的。',
    en: 'A parameter that the program decides by (a number, a status, an amount, a time), or a name, has bytes that are no text, for the reason given, so the message was not used. Alipay’s are plain ASCII: the message was rewritten on the way, or is not from Alipay.',
  }),
  not_text: () => ({
    zh: '这些字节在配置的编码里不是文字，签名也对不上：消息在路上被转过编码或截断过，或者不是支付宝发的。核对 ALIPAY_INPUT_CHARSET，检查代理和框架有没有转编码。',
    en: 'In the charset of the settings these bytes are no text, nor does the sign fit: the message was converted or cut off on the way, or is not from Alipay. Check ALIPAY_INPUT_CHARSET, and look for a proxy or framework that converts.',
  }),
  unreadable: () => ({
    zh: '消息无法解读，原因见上。看看原始字节是谁写的。',
    en: 'The message cannot be read, for the reason given. See from the raw bytes who wrote it.',
  }),
} satisfies Record<string, (detail: string) => Bilingual>
