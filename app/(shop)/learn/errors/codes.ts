import type { Bilingual } from '@/lib/dictionary'
import type { ErrorHelp } from '@/lib/alipay/error-help'
import { OPEN_ERROR_CODES, openErrorHelp } from '@/lib/alipay/open/error-codes'
import { ERROR_CODES, errorHelp } from '@/lib/alipay/partner/error-codes'
import { CAUSE_NAMES, causeWords } from '@/lib/messages/explain/cause-words'
import type { Slug } from '../texts'
import { DOCTOR_CHECKS } from './doctor-checks'
import { type Provocation, provocationOf } from './provoke'

/** What /learn/errors/CODE says. */
export interface ErrorCode {
  /** From which page people come. Both interfaces have a code of some names. */
  help: ErrorHelp[]
  /** What the log says of such a message, cause and remedy in one. */
  diagnosis: Bilingual[]
  check: Bilingual | undefined
  chapter: Slug
  provocation: Provocation | undefined
}

export const GATEWAY_CODES = Object.keys(ERROR_CODES)
export const OPEN_CODES = Object.keys(OPEN_ERROR_CODES)
export const DIAGNOSES = CAUSE_NAMES
export const CHECKS = Object.keys(DOCTOR_CHECKS)

/** A code of the gateway in any spelling, a cause of the log's diagnosis, or a check of the doctor; undefined for another word. */
export function findCode(code: string): ErrorCode | undefined {
  const help = [errorHelp(code), openErrorHelp(code)].filter((found) => found !== undefined)
  const diagnosis = causeWords(code)
  const check = Object.hasOwn(DOCTOR_CHECKS, code) ? DOCTOR_CHECKS[code] : undefined
  if (help.length + diagnosis.length === 0 && !check) return undefined
  return {
    help,
    diagnosis,
    check: check?.what,
    chapter: check?.chapter ?? (help.length > 0 ? 'error-codes' : 'lost-orders'),
    provocation: provocationOf(code, GATEWAY_CODES.includes(code)),
  }
}
