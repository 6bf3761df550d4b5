import { verify, type KeyObject } from 'node:crypto'
import type { Bilingual } from '../../../dictionary'
import { type Charset, textForPeople } from '../../../alipay/charset'
import { messageToSign, requestToSign, rsa2Verify } from '../../../alipay/open/sign'
import { type RawParams, toRaw } from '../../../alipay/params'

/**
 * Which usual mistake explains a wrong sign of a request: each is tried with the application's public key. Where none fits,
 * the request was signed with another key, or another text was signed.
 */
export function explainSign(params: RawParams, publicKey: KeyObject, charset: Charset): Bilingual {
  const sign = params.get('sign') ?? ''
  const isOf = (text: string, received = sign) => rsa2Verify(text, received, publicKey)
  const text = requestToSign(params)

  if (isOf(text, sign.replaceAll(' ', '+')))
    return {
      zh: 'sign 里的 + 变成了空格：发送前 sign 要做 URL 编码',
      en: 'a + in sign has become a blank: percent-encode sign before it is sent',
    }
  if (isOf(messageToSign(params)))
    return {
      zh: '签名时漏了 sign_type：请求要把它一起签（通知才不签它）',
      en: 'sign_type was left out: a request signs it too, only notifications do not',
    }
  if (isOf(requestToSign(encoded(params, charset))) || isOf(requestToSign(encoded(params, charset, true))))
    return {
      zh: '签的是 URL 编码后的值：要签原值，签完再编码',
      en: 'the values were signed after encoding: sign them raw and encode afterwards',
    }
  if (isOf(unsorted(params)))
    return {
      zh: '参数没有按名称排序就签了：要按名称的 ASCII 顺序',
      en: 'the parameters were signed unsorted: sort them by name in ASCII order',
    }
  if (isOf(withEmpty(params)))
    return {
      zh: '空值的参数也签了：空值不参加签名',
      en: 'parameters without a value were signed: leave them out',
    }
  if (verify('sha1', Buffer.from(text, 'latin1'), publicKey, Buffer.from(sign, 'base64')))
    return {
      zh: '用的是 SHA-1（旧的 RSA）：RSA2 要用 SHA-256',
      en: 'SHA-1 was used (the old RSA): RSA2 is SHA-256',
    }
  const length = Buffer.from(sign, 'base64').length
  const expected = Math.ceil((publicKey.asymmetricKeyDetails?.modulusLength ?? 0) / 8)
  if (length !== expected)
    return {
      zh: `sign 不是这把密钥的签名：解码后是 ${length} 字节，应为 ${expected} 字节`,
      en: `sign is no signature of this key: ${length} bytes once decoded, where ${expected} are expected`,
    }
  return {
    zh: '用的不是与 app_public_key 配对的私钥，或者签的是别的内容：请把下面的字符串与程序签的逐字比较',
    en: 'another private key than the half of app_public_key, or another text: compare the text below with the one that was signed',
  }
}

/** The values percent-encoded, as JavaScript or as forms do it. */
function encoded(params: RawParams, charset: Charset, asForm = false): RawParams {
  const values = Array.from(params, ([name, value]) => {
    const text = encodeURIComponent(textForPeople(value, charset))
    return [name, asForm ? text.replaceAll('%20', '+') : text] as const
  })
  return toRaw(values, 'utf-8')
}

/** In the order of arrival: JavaScript sorts no names unasked. */
const unsorted = (params: RawParams) =>
  Array.from(params)
    .filter(([name, value]) => name !== 'sign' && value !== '')
    .map(([name, value]) => `${name}=${value}`)
    .join('&')

/** `name=` for a parameter without a value. */
const withEmpty = (params: RawParams) =>
  Array.from(params.keys())
    .filter((name) => name !== 'sign')
    .sort()
    .map((name) => `${name}=${params.get(name)}`)
    .join('&')
