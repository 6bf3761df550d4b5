import type { Merchant } from '@/generated/sandbox/client'
import { parseCharset, textOf, type Charset } from '../../../alipay/charset'
import { type RawParams, toText } from '../../../alipay/params'
import { md5Sign, signsEqual } from '../../../alipay/partner/sign'
import { stringToSign } from '../../../alipay/partner/string-to-sign'
import { findMerchant } from '../../merchants/merchants'
import type { RawRequest } from '../read-request'
import { type GatewayRefusal, refused } from '../refusal'
import { allows, isOtherService, isPaymentService, isServerService, type PaymentService, SERVICES, type ServerService } from '../../merchants/services' // prettier-ignore

export type Text = Readonly<Record<string, string>>

/** A request whose sender is known. `text` is all its parameters, decoded in `charset`. */
export interface Authentic {
  kind: 'authentic'
  service: PaymentService | ServerService
  merchant: Merchant
  charset: Charset
  text: Text
}

/** Checks service, partner, contract and sign, in this order (protocol.md 3). */
export async function authenticate({ params, urlCharset }: RawRequest): Promise<Authentic | GatewayRefusal> {
  const service = params.get('service')
  if (!service)
    return refused(
      'ILLEGAL_SERVICE',
      '请求里没有 service，其它参数可能也全部丢失了',
      'The request has no service; perhaps all its parameters were lost',
    )
  if (isOtherService(service))
    return refused(
      'ILLEGAL_EXTERFACE',
      `${service.slice(0, 80)} 是支付宝的接口，沙箱不模拟它；沙箱有的是 ${SERVICES.join('、')}`,
      `${service.slice(0, 80)} is a service of Alipay’s that the sandbox does not simulate; it has ${SERVICES.join(', ')}`,
    )
  if (!isPaymentService(service) && !isServerService(service))
    return refused(
      'ILLEGAL_SERVICE',
      `沙箱没有名为 ${service.slice(0, 80)} 的接口：请核对拼写；沙箱有的是 ${SERVICES.join('、')}`,
      `The sandbox has no service named ${service.slice(0, 80)}: check its spelling; it has ${SERVICES.join(', ')}`,
    )
  const partner = params.get('partner') ?? ''
  const merchant = await findMerchant(partner)
  if (!merchant)
    return refused(
      'ILLEGAL_PARTNER',
      `没有合作身份者 ID 为“${partner.slice(0, 40)}”的商户`,
      `There is no merchant with the partner ID “${partner.slice(0, 40)}”`,
    )
  if (!allows(merchant.services, service)) {
    return isPaymentService(service)
      ? refused(
          'HAS_NO_PRIVILEGE',
          `商户 ${partner} 的签约里没有 ${service}`,
          `${service} is not in the contract of merchant ${partner}`,
        )
      : refused(
          'ILLEGAL_PARTNER_EXTERFACE',
          `商户 ${partner} 的签约里没有担保交易，不能调用 ${service}`,
          `Merchant ${partner} has no contract for escrow and cannot call ${service}`,
        )
  }
  const signed = checkSign(params, urlCharset, service, merchant)
  return signed.kind === 'refused' ? signed : { ...signed, kind: 'authentic', service, merchant }
}

function checkSign(params: RawParams, urlCharset: string | undefined, service: string, merchant: Merchant) {
  const signType = params.get('sign_type') ?? ''
  if (signType === 'RSA' || signType === 'DSA')
    return refused(
      'ILLEGAL_SECURITY_PROFILE',
      `商户没有上传 ${signType} 公钥，这里只有 MD5`,
      `The merchant has uploaded no ${signType} public key: only MD5 is possible`,
    )
  if (merchant.key === '')
    return refused(
      'ILLEGAL_SECURITY_PROFILE',
      '这个商户只登记了开放平台的应用，没有 MD5 的安全校验码：注册时加上 key',
      'This merchant has only an application of the open platform and no MD5 key: register it with a key',
    )
  if (signType !== 'MD5')
    return refused(
      'ILLEGAL_SIGN_TYPE',
      `sign_type 是“${signType.slice(0, 20)}”，应为大写的 MD5`,
      `sign_type is “${signType.slice(0, 20)}” and should be MD5, in capitals`,
    )

  const charset = parseCharset(params.get('_input_charset') ?? merchant.charset)
  if (!charset) {
    const code = isServerService(service) ? 'ILLEGAL_CHARSET' : 'ILLEGAL_ARGUMENT'
    return refused(
      code,
      '_input_charset 只能是 utf-8、gbk 或 gb2312',
      '_input_charset must be utf-8, gbk or gb2312',
    )
  }
  const bytesToSign = stringToSign(params)
  const masked = `${textOf(bytesToSign, charset) ?? bytesToSign}********`
  // The gateway has to know the charset before it reads the body (protocol.md 4.4).
  const isAscii = /^[\x00-\x7f]*$/.test(bytesToSign)
  if (!isAscii && charset === 'utf-8' && parseCharset(urlCharset ?? 'gbk') !== 'utf-8') {
    return refused(
      'ILLEGAL_SIGN',
      '表单的 action 里没有 ?_input_charset=utf-8，网关按 GBK 读了正文',
      'The form’s action has no ?_input_charset=utf-8, so the gateway read the body as GBK',
      masked,
    )
  }
  const text = toText(params, charset)
  const isRight = signsEqual(params.get('sign') ?? '', md5Sign(bytesToSign, merchant.key))
  if (!text && isRight && isServerService(service)) return refused('ILLEGAL_ENCODING', ...notIn(charset))
  if (!text) return refused('ILLEGAL_SIGN', ...notIn(charset), masked)
  if (!isRight)
    return refused(
      'ILLEGAL_SIGN',
      '收到的 sign 与网关算出的不一致',
      'The sign received is not the one that the gateway computes',
      masked,
    )
  return { kind: 'signed' as const, charset, text: Object.fromEntries(text) as Text }
}

const notIn = (charset: Charset) =>
  [`收到的字节不是 ${charset} 编码`, `The bytes received are not ${charset}`] as const
