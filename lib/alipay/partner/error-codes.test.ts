import { describe, expect, it } from 'vitest'
import type { ErrorHelp } from '../error-help'
import { ERROR_CODES, errorHelp } from './error-codes'

const TUTORIAL_CODES = [
  'HAS_NO_PRIVILEGE',
  'ILLEGAL_PARTNER',
  'ILLEGAL_ARGUMENT',
  'ILLEGAL_SIGN',
  'SELLER_NOT_IN_SPECIFIED_SELLERS',
  'ILLEGAL_LOGISTICS_FORMAT',
  'BUSINESS_DATA_TAMPERED',
  'TRADE_NOT_ALLOWED_PAY',
  'SELLER_NOT_EXIST',
  'BUYER_SELLER_EQUAL',
  'TRADE_DATA_MATCH_ERROR',
  'ILLEGAL_SERVICE',
  'ILLEGAL_FEE_PARAM',
  'ILLEGAL_SIGN_TYPE',
]

const LATER_CODES = [
  'ILLEGAL_PAYMENT_TYPE',
  'PRODUCT_NOT_EXIST',
  'EXPARTNER_INFO_UNCORRECT',
  'LOGISTICS_CHOOSE_ERROR',
  'ILLEGAL_REQUEST',
  'SELF_TIMEOUT_NOT_SUPPORT',
  'TRADE_BUYER_NOT_MATCH',
  'TRADE_SELLER_NOT_MATCH',
  'TOTAL_FEE_LESSEQUAL_ZERO',
  'TOTAL_FEE_GREATER_THAN_MAX',
  'EXTERFACE_INVOKE_CONTEXT_EXPIRED',
  'ILLEGAL_DYN_MD5_KEY',
  'ILLEGAL_ENCRYPT',
  'ILLEGAL_USER',
  'ILLEGAL_EXTERFACE',
  'ILLEGAL_PARTNER_EXTERFACE',
  'ILLEGAL_SECURITY_PROFILE',
  'ILLEGAL_AGENT',
  'ILLEGAL_REQUEST_REFERER',
  'ILLEGAL_ANTI_PHISHING_KEY',
  'ANTI_PHISHING_KEY_TIMEOUT',
  'ILLEGAL_EXTER_INVOKE_IP',
  'SYSTEM_ERROR',
  'SESSION_TIMEOUT',
  'ILLEGAL_ACCESS_SWITCH_SYSTEM',
]

const SERVER_CODES = [
  'TRADE_NOT_EXIST',
  'TRADE_STATUS_NOT_AVAILD',
  'RETRY',
  'ILLEGAL_CHARSET',
  'ILLEGAL_CLIENT_IP',
  'ILLEGAL_ENCODING',
  'EXTERFACE_IS_CLOSED',
  'ILLEGAL_TARGET_SERVICE',
  'ILLEGAL_SWITCH_SYSTEM',
  'GENERAL_FAILTURE',
]

const PARTS = ['title', 'cause', 'remedy'] as const satisfies (keyof ErrorHelp)[]

describe('the help for an error code', () => {
  it.each(TUTORIAL_CODES)('[T5.1] the tutorial names %s, and its cause and remedy are at hand', (code) => {
    expect(errorHelp(code)).toBeDefined()
  })

  it.each(SERVER_CODES)('[T5.1] a server that calls may be answered %s, which is explained too', (code) => {
    expect(errorHelp(code)).toBeDefined()
  })

  it.each(LATER_CODES)('[T5.1] the later interface document names %s, and it is explained too', (code) => {
    expect(errorHelp(code)).toBeDefined()
  })

  it('[T5.1] the table holds these codes and no others', () => {
    expect(Object.keys(ERROR_CODES)).toEqual([...TUTORIAL_CODES, ...LATER_CODES, ...SERVER_CODES])
  })

  it.each(Object.entries(ERROR_CODES))('[T5.1] %s is explained in Chinese and in English', (_code, help) => {
    for (const part of PARTS) {
      expect(help[part].zh).toMatch(/\p{Script=Han}/u)
      expect(help[part].en).toMatch(/[a-z]/)
      expect(help[part].en).not.toMatch(/\p{Script=Han}/u)
    }
  })

  it('[T5.1] the spellings of older documents find the same help', () => {
    expect(errorHelp('seller_not_in_specified_sellers')).toBe(ERROR_CODES.SELLER_NOT_IN_SPECIFIED_SELLERS)
    expect(errorHelp('HASH_NO_PRIVILEGE')).toBe(ERROR_CODES.HAS_NO_PRIVILEGE)
  })

  it('[T5.1] the words that the gateway prints without a code find their help', () => {
    expect(errorHelp('业务数据被篡改')).toBe(ERROR_CODES.BUSINESS_DATA_TAMPERED)
  })

  it.each(['NO_SUCH_CODE', '', 'illegal_sign', ' ILLEGAL_SIGN', '__proto__', 'constructor', 'toString'])(
    '[T5.1] a code that is not known gets no help: "%s"',
    (code) => {
      expect(errorHelp(code)).toBeUndefined()
    },
  )
})
