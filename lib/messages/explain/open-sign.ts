import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { Bilingual } from '../../dictionary'
import { messageToSign, requestToSign, rsa2Verify } from '../../alipay/open/sign'
import { parseForm, type RawParams, rawParams } from '../../alipay/params'
import { SANDBOX_APP, SANDBOX_GATEWAY_KEYS } from '../../sandbox-account'
import type { Explanation } from './explanation'

interface Keys {
  privateKey: KeyObject
  alipayPublicKey: KeyObject
}

/**
 * Why the signature of a message of the open platform is wrong: the first usual mistake under which the received bytes fit
 * the received signature. A message that one of them explains cannot be made without a private key, Alipay's or another.
 */
export function explainOpenSign(bytes: Uint8Array, { privateKey, alipayPublicKey }: Keys): Explanation {
  const parsed = parseForm(bytes)
  if (!parsed.ok) return found('unexplained', false)
  const { params } = parsed
  const sign = params.get('sign') ?? ''
  const type = params.get('sign_type') ?? ''
  const text = messageToSign(params)
  const fits = (signed: string, key = alipayPublicKey, signature = sign) => rsa2Verify(signed, signature, key)
  if (sign === '') return found('missing')
  if (/^[0-9a-f]{32}$/i.test(sign)) return found('of_the_old_interface', false)
  if (fits(text)) return type === 'RSA2' ? found('now_right') : found('type_wrong', true, type)
  const bySha1 = verify('sha1', Buffer.from(text, 'latin1'), alipayPublicKey, Buffer.from(sign, 'base64'))
  if (bySha1) return found('sha1')
  const repaired = Buffer.from(sign.replaceAll(' ', '+'), 'base64').toString('base64')
  if (repaired !== sign && fits(text, alipayPublicKey, repaired))
    return found(sign.includes(' ') ? 'plus_and_space' : 'not_canonical')
  if (fits(text, createPublicKey(privateKey))) return found('by_own_key')
  for (const published of [SANDBOX_GATEWAY_KEYS, SANDBOX_APP])
    if (fits(text, publicKey(published.publicKey))) return found('by_sandbox')
  if (fits(requestToSign(params))) return found('sign_type_signed')
  for (const name of params.keys()) if (fits(messageToSign(without(params, name)))) return found('parameter_added', true, shown(name)) // prettier-ignore
  return found('unexplained', false)
}

const publicKey = (base64: string) =>
  createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' })

const without = (params: RawParams, name: string) =>
  rawParams(new Map([...params].filter(([known]) => known !== name)))

const shown = (name: string) => name.replace(/[^\x20-\x7e]/g, '?').slice(0, 80)

function found(cause: keyof typeof OPEN_SIGN_CAUSES, certain = true, detail = ''): Explanation {
  return { cause, certain, ...OPEN_SIGN_CAUSES[cause](detail) }
}

export const OPEN_SIGN_CAUSES = {
  missing: () => ({
    zh: '消息里没有 sign。支付宝的每条消息都有：它不是支付宝发的，或者参数在路上丢了。',
    en: 'There is no sign. Alipay signs every message: this is not from Alipay, or the parameter was lost on the way.',
  }),
  of_the_old_interface: () => ({
    zh: '这是旧接口（MD5）的签名，而本店用的是开放平台（RSA2）。多半是换接口以前的订单：请到支付宝处理它。本店不认旧接口的消息。',
    en: 'This is a sign of the old interface (MD5), and the shop uses the open platform (RSA2). It is probably about an order from before the change: see to it at Alipay. The shop believes no message of the old interface.',
  }),
  now_right: () => ({
    zh: '用现在的支付宝公钥验，签名是对的：消息来的时候，ALIPAY_PUBLIC_KEY 还不是它。点「重新检查」。',
    en: 'By the present key of Alipay’s the sign is right: ALIPAY_PUBLIC_KEY was another when the message came. Recheck it.',
  }),
  type_wrong: (type: string) => ({
    zh: `签名是 RSA2 的，对；但 sign_type 写的是“${type}”。支付宝写 RSA2：有人改过这个参数，不用理会。`,
    en: `The signature is RSA2, and right, but sign_type says "${type}". Alipay writes RSA2: somebody has altered it, and nothing is to be done.`,
  }),
  sha1: () => ({
    zh: '签名是支付宝的，用的却是旧的 RSA（SHA-1）。本店只认 RSA2：请到开放平台 → 应用 → 接口加签方式，改成 RSA2。',
    en: 'The signature is Alipay’s, by the old RSA (SHA-1). The shop accepts RSA2 only: change the application’s way of signing at the open platform.',
  }),
  plus_and_space: () => ({
    zh: 'sign 里的加号变成了空格：发送方或中间的代理没有把 + 编码成 %2B。消息本身是支付宝签的。',
    en: 'The plus signs in sign have become spaces: the sender, or a proxy on the way, did not write + as %2B. The message itself is signed by Alipay.',
  }),
  not_canonical: () => ({
    zh: 'sign 的 base64 里多了或少了字符。签名只有一种写法，不接受别的：看中间有没有改写消息的程序。',
    en: 'The base64 of sign has characters too many or too few. A signature has one spelling, and no other is accepted: look for a program on the way that rewrites messages.',
  }),
  by_own_key: () => ({
    zh: '消息是用您自己的应用私钥签的，不是支付宝签的。多半是自己的测试程序发的。如果不是，您的私钥已经泄露：马上更换。',
    en: 'This is signed with your own application’s private key, not by Alipay. It is probably from a test program of yours. If it is not, the key is known to others: replace it at once.',
  }),
  by_sandbox: () => ({
    zh: '消息是用本店沙箱公开的密钥签的，人人都能这样签：是沙箱或测试程序发的，不要相信。',
    en: 'This is signed with the published keys of the shop’s sandbox, with which anybody can sign: it is from a sandbox or a test, and not to be believed.',
  }),
  sign_type_signed: () => ({
    zh: 'sign_type 也参与了签名。请求里要签它，通知里不签：发送方弄混了。支付宝不会这样发。',
    en: 'sign_type was signed too. It is in requests, and not in messages: the sender has mixed them up. Alipay does not.',
  }),
  parameter_added: (name: string) => ({
    zh: `多出一个没有签过名的参数 ${name}：它是代理、框架或地址里自带的，或者有人改过这条消息。notify_url 和 return_url 里不要带参数。`,
    en: `One parameter was not signed: ${name}. It comes from a proxy, a framework or the address itself, or somebody has altered the message. Keep notify_url and return_url free of parameters.`,
  }),
  unexplained: () => ({
    zh: '常见的错误都解释不了这个签名。剩下的可能是：ALIPAY_PUBLIC_KEY 不是支付宝给这个应用的公钥（运行 npm run doctor 可以查出来），或者消息在路上被改过，或者它根本不是支付宝发的。',
    en: 'No usual mistake explains this signature. What is left: ALIPAY_PUBLIC_KEY is not Alipay’s for this application (npm run doctor finds that out), the message was altered on the way, or it is not from Alipay at all.',
  }),
} satisfies Record<string, (detail: string) => Bilingual>
