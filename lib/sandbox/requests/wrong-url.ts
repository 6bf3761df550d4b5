import type { Merchant } from '@/generated/sandbox/client'
import { forbiddenLiteral } from '../checked-lookup'
import { isAllowedUrl } from '../merchants/merchants'
import { type GatewayRefusal, refused } from './refusal'

/** Why notify_url or return_url is not one that the merchant may use (threats.md 71). */
export function wrongUrl(
  text: Readonly<Record<string, string>>,
  merchant: Pick<Merchant, 'strictUrls' | 'allowedHosts'>,
): GatewayRefusal | undefined {
  for (const name of ['notify_url', 'return_url']) {
    const url = text[name]
    if (!url) continue
    if (merchant.strictUrls && url.includes('?'))
      return refused(
        'ILLEGAL_ARGUMENT',
        `${name}：网址不能带自定义参数（? 及后面的内容），因为该商户设了 strict_urls`,
        `${name}: must not carry parameters of its own (? and what follows), because the merchant has strict_urls`,
      )
    if (!isAllowedUrl(url, merchant))
      return refused(
        'ILLEGAL_ARGUMENT',
        `${name} 的主机不在该商户的 allowed_hosts 里（现在是 ${merchant.allowedHosts.join('、')}）`,
        `The host of ${name} is not among the merchant’s allowed_hosts (now ${merchant.allowedHosts.join(', ')})`,
      )
  }
  const forbidden = text.notify_url && forbiddenLiteral(text.notify_url)
  return forbidden
    ? refused(
        'ILLEGAL_ARGUMENT',
        `notify_url 的地址 ${forbidden} 是内部地址，沙箱不向它发送`,
        `notify_url has the internal address ${forbidden}, to which the sandbox does not post`,
      )
    : undefined
}
