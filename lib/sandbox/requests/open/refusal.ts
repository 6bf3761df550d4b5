import type { Bilingual } from '../../../dictionary'
import type { GatewayRefusal } from '../refusal'

/** The codes with which the open platform refuses here; sub_code of its answers (protocol-open.md 3). */
type RefusalCode =
  | `isv.missing-${'app-id' | 'parameter' | 'signature' | 'signature-type' | 'timestamp' | 'version'}`
  | `isv.invalid-${'app-id' | 'method' | 'signature-type' | 'charset' | 'format' | 'encrypt-type' | 'parameter' | 'timestamp' | 'signature'}`
  | 'isv.insufficient-isv-permissions'
  | `ACQ.${'INVALID_PARAMETER' | 'TOTAL_FEE_EXCEED' | 'CONTEXT_INCONSISTENT' | 'TRADE_NOT_EXIST' | 'TRADE_HAS_SUCCESS' | 'TRADE_HAS_CLOSE'}`

export const refused = (code: RefusalCode, zh: string, en: string, signed?: string): GatewayRefusal => ({
  kind: 'refused',
  code,
  reason: { zh, en },
  signed,
})

export const invalidParameter = (name: string, { zh, en }: Bilingual) =>
  refused('ACQ.INVALID_PARAMETER', `${name}：${zh}`, `${name}: ${en}`)
