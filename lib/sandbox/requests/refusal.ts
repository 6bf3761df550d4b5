import type { Bilingual } from '../../dictionary'
import type { ErrorCode } from '../../alipay/partner/error-codes'

/**
 * Why a request is refused. `signed` is the string that the gateway signed, with the key masked; `status` is the HTTP
 * status where it is not 200.
 */
export interface GatewayRefusal {
  kind: 'refused'
  code: string
  reason: Bilingual
  signed?: string
  status?: number
}

/** Why a fault refuses a request. */
export const BY_FAULT: Bilingual = {
  zh: '沙箱按故障设置拒绝了这一次请求，请求本身没有错',
  en: 'The sandbox refused this request because a fault was ordered; nothing is wrong with it',
}

export const refused = (code: ErrorCode, zh: string, en: string, signed?: string): GatewayRefusal => ({
  kind: 'refused',
  code,
  reason: { zh, en },
  signed,
})
