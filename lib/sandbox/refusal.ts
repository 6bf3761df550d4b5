import type { Bilingual } from '../alipay/bilingual'
import type { ErrorCode } from '../alipay/error-codes'

/** Why a request is refused. `signed` is the string that the gateway signed, the key masked. */
export interface GatewayRefusal {
  kind: 'refused'
  code: string
  reason: Bilingual
  signed?: string
}

export const refused = (code: ErrorCode, zh: string, en: string, signed?: string): GatewayRefusal => ({
  kind: 'refused',
  code,
  reason: { zh, en },
  signed,
})
