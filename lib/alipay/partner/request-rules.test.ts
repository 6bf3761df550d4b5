import { describe, expect, it } from 'vitest'
import type { ErrorCode } from './error-codes'
import { checkDirectPayRequest, checkEscrowRequest, gatewayLength, type RequestParams } from './request-rules'
import { DIRECT_PAYMENT, ESCROW_TRADE } from '../testing/trades'

const escrow = (change: RequestParams, charset: 'utf-8' | 'gbk' = 'utf-8') =>
  checkEscrowRequest({ ...ESCROW_TRADE, ...change }, charset)
const direct = (change: RequestParams, charset: 'utf-8' | 'gbk' = 'utf-8') =>
  checkDirectPayRequest({ ...DIRECT_PAYMENT, ...change }, charset)

/** A parameter, values that pass, values that are refused, and the code that the gateway would print. */
type Row = [name: string, passes: string[], refused: string[], code?: ErrorCode]

const longest = (max: number): [string[], string[]] => [
  ['x'.repeat(max), '茶'.repeat(max / 2), 'a b'],
  ['x'.repeat(max + 1), '茶'.repeat(max / 2) + 'x', 'two\nlines', 'tab\t', 'nul\0', 'no character \uffff'],
]
const URLS = ['http://127.0.0.1:3000/notify', 'https://www.example.com/a/b.html', 'HTTP://example.com']
const NO_URLS = [
  'www.example.com',
  '/notify',
  '//example.com',
  'ftp://example.com/',
  'javascript:alert(1)',
  'https://',
  'http:///x',
]
const MESSAGE_URL: [string[], string[]] = [
  [
    ...URLS,
    'http://example.com/?id=1',
    'http://example.com/?a=1&b=2',
    `http://example.com/${'x'.repeat(181)}`,
  ],
  [
    ...NO_URLS,
    'http://example.com/?a=1&total_fee=2',
    'http://example.com/#a',
    'http://example.com/?id=1#a',
    `http://example.com/${'x'.repeat(182)}`,
    'http://example.com/\n',
  ],
]
const PARTNER: [string[], string[]] = [
  ['2088000000000002'],
  ['208800000000000', '20880000000000021', '1088000000000002', 'seller@example.com', ' 2088000000000002'],
]
const DAYS: [string[], string[]] = [
  ['1d', '7d', '30d'],
  ['7', '0d', '1.5d', '7h', '-7d', '07d', '7D'],
]
const AMOUNT_WRITING = ['0.001', '1e2', '+1.00', '１.00', '1,000.00', ' 1.00', 'NaN']

const COMMON: Row[] = [
  ['out_trade_no', ...longest(64)],
  ['subject', ...longest(256)],
  ['notify_url', ...MESSAGE_URL],
  ['return_url', ...MESSAGE_URL],
  [
    'show_url',
    [...URLS, 'http://example.com/?id=1', `http://example.com/${'x'.repeat(381)}`],
    [...NO_URLS, `http://example.com/${'x'.repeat(382)}`, 'http://example.com/\r\n'],
  ],
  ['seller_id', ...PARTNER],
  ['seller_email', ...longest(100)],
  ['seller_account_name', ...longest(100)],
  ['buyer_id', ...PARTNER],
  ['buyer_email', ...longest(100)],
  ['buyer_account_name', ...longest(100)],
  [
    'it_b_pay',
    ['1m', '90m', '2h', '15d', '360h', '21600m', '1c'],
    ['1.5h', '0m', '2c', 'c', '90', '7D', '-1d', '16d', '361h', '21601m', '01d'],
  ],
  ['token', ...longest(40)],
]

const ESCROW: Row[] = [
  ...COMMON,
  ['payment_type', ['1'], ['4', '47', '01', 'x'], 'ILLEGAL_PAYMENT_TYPE'],
  ['price', ['0.01', '338', '999990.00'], ['0', '0.00', '-1.00', ...AMOUNT_WRITING]],
  ['price', [], ['1000000.01', '999999999.99'], 'TOTAL_FEE_GREATER_THAN_MAX'],
  ['quantity', ['1', '2000'], ['0', '-1', '1.5', '1e3', '１', '1000000000', '01']],
  ['discount', ['0.00', '-337.99', '3.00'], ['--3.00', '- 3', '−3.00', '-1000000.01', ...AMOUNT_WRITING]],
  ['body', ...longest(400)],
  ['receive_name', ...longest(128)],
  ['receive_address', ...longest(256)],
  ['receive_zip', ...longest(20)],
  ['receive_phone', ...longest(30)],
  ['receive_mobile', ...longest(30)],
  ['t_s_send_1', ...DAYS],
  ['t_s_send_2', ...DAYS],
  ['t_b_rec_post', ...DAYS],
  [
    'logistics_type',
    ['POST', 'EXPRESS', 'EMS', 'DIRECT'],
    ['express', 'VIRTUAL', ' EMS'],
    'ILLEGAL_LOGISTICS_FORMAT',
  ],
  [
    'logistics_fee',
    ['0', '0.00', '10.5'],
    ['-1.00', '1000000.01', ...AMOUNT_WRITING],
    'ILLEGAL_LOGISTICS_FORMAT',
  ],
  [
    'logistics_payment',
    ['BUYER_PAY', 'SELLER_PAY', 'BUYER_PAY_AFTER_RECEIVE'],
    ['buyer_pay', 'BUYER'],
    'ILLEGAL_LOGISTICS_FORMAT',
  ],
]

const SYMBOLS = ['a#b', '50%', 'A&B', 'a+b']
const withoutSymbols = (max: number, symbols = SYMBOLS): [string[], string[]] => {
  const [passes, refused] = longest(max)
  return [passes, [...refused, ...symbols]]
}

const DIRECT: Row[] = [
  ...COMMON.filter(([name]) => name !== 'subject'),
  ['subject', ...withoutSymbols(256)],
  ['body', ...withoutSymbols(1000)],
  ['extra_common_param', ...withoutSymbols(100, [...SYMBOLS, 'a=b'])],
  ['payment_type', ['1', '4'], ['2', '01', 'x'], 'ILLEGAL_PAYMENT_TYPE'],
  ['total_fee', ['0.01', '100000000.00'], ['0.00', '-0.01', ...AMOUNT_WRITING]],
  ['total_fee', [], ['100000000.01'], 'TOTAL_FEE_GREATER_THAN_MAX'],
  ['error_notify_url', [...URLS, 'http://example.com/?id=1'], NO_URLS],
  ['paymethod', ['directPay', 'creditPay', 'bankPay', 'cartoon', 'cash'], ['directpay', 'x']],
  ['enable_paymethod', ['directPay^bankPay^cartoon^cash'], ['two\nlines']],
  ['defaultbank', ['ICBCB2C'], ['two\nlines']],
  ['need_ctu_check', ['Y', 'N'], ['T', 'y']],
  ['royalty_type', ['10'], ['1', 'x']],
  ['royalty_parameters', ...longest(1000)],
  ['anti_phishing_key', ['KP3FukUf9mRBmXFEGA=='], ['two\nlines']],
  ['exter_invoke_ip', ['121.0.26.1', '255.255.255.255'], ['1255.255.255.255']],
  ['extend_param', ['name^value|name^value'], ['two\nlines']],
  ['default_login', ['Y', 'N'], ['T', 'y']],
  ['product_type', ['x'], ['two\nlines']],
  ['item_orders_info', ...longest(40_000)],
  ['sign_id_ext', ...longest(50)],
  ['sign_name_ext', ...longest(128)],
  ['qr_pay_mode', ['0', '1', '2', '3'], ['4', '01']],
]

const cases = (rows: Row[], pick: 1 | 2) =>
  rows.flatMap((row) =>
    row[pick].map((value) => ({ name: row[0], value, code: row[3] ?? 'ILLEGAL_ARGUMENT' })),
  )
/** Long values would make long test titles. */
const shown = <T extends { value: string }>(list: T[]) =>
  list.map((one) => ({ ...one, shown: JSON.stringify(one.value).slice(0, 40) }))

describe('an escrow request', () => {
  it('[T3.3a] the least one passes', () => {
    expect(escrow({})).toEqual([])
  })

  it.each(shown(cases(ESCROW, 1)))('[T3.3a] $name may be $shown', ({ name, value }) => {
    expect(escrow({ [name]: value })).toEqual([])
  })

  it.each(shown(cases(ESCROW, 2)))(
    '[T3.3a] [T5.1] $name $shown is refused with $code',
    ({ name, value, code }) => {
      const refusals = escrow({ [name]: value })
      expect(refusals.map((refusal) => [refusal.parameter, refusal.code])).toEqual([[name, code]])
      expect(refusals[0]?.zh).toMatch(/\p{Script=Han}/u)
      expect(refusals[0]?.en).toMatch(/[a-z]/)
    },
  )

  it.each(['out_trade_no', 'subject', 'payment_type', 'price', 'quantity'])(
    '[T3.3a] [T5.1] without %s, or with an empty one, it is refused',
    (name) => {
      for (const value of [undefined, '']) {
        expect(escrow({ [name]: value })).toMatchObject([{ parameter: name, code: 'ILLEGAL_ARGUMENT' }])
      }
    },
  )

  it('[T5.1] one of three names for the seller is enough, none is not', () => {
    for (const seller of [{ seller_id: '2088000000000001' }, { seller_account_name: 'x' }]) {
      expect(escrow({ seller_email: undefined, ...seller })).toEqual([])
    }
    expect(escrow({ seller_email: '' })).toMatchObject([
      { parameter: 'seller_email', code: 'ILLEGAL_ARGUMENT' },
    ])
  })

  it('[#46] what GBK cannot carry is refused when the order is made, in any parameter', () => {
    for (const name of ['subject', 'receive_name', 'extra']) {
      const [refusal, ...more] = escrow({ [name]: '茶🍵' }, 'gbk')
      expect(refusal).toMatchObject({ parameter: name, code: 'ILLEGAL_SIGN' })
      expect(refusal?.en).toContain('🍵')
      expect(more).toEqual([])
      expect(escrow({ [name]: '茶🍵' }, 'utf-8')).toEqual([])
    }
  })

  it('[#37] a parameter named like a method of objects is just a parameter', () => {
    expect(
      escrow({ constructor: 'x', toString: 'x', hasOwnProperty: 'x' } as unknown as RequestParams),
    ).toEqual([])
  })

  it('[T5.1] every mistake is named, not only the first', () => {
    expect(
      escrow({ price: '0', quantity: '0', notify_url: 'x' })
        .map(({ parameter }) => parameter)
        .sort(),
    ).toEqual(['notify_url', 'price', 'quantity'])
  })
})

describe('the total of an escrow request', () => {
  it.each([
    { price: '3.00', discount: '-3.00', logistics_fee: '0.00' },
    { price: '3.00', discount: '-13.01' },
    { price: '3.00', discount: '-3.00', logistics_payment: 'SELLER_PAY' },
  ])('[#68] [T5.1] %j is not above zero', (change) => {
    expect(escrow(change)).toMatchObject([{ parameter: 'price', code: 'TOTAL_FEE_LESSEQUAL_ZERO' }])
  })

  it.each([
    { price: '1000000.00', logistics_fee: '0.01' },
    { price: '1000000.00', discount: '0.01', logistics_payment: 'SELLER_PAY' },
    { price: '500000.01', quantity: '2', logistics_fee: '0.00' },
    { price: '1000000.00', quantity: '999999999' },
  ])('[#68] [T5.1] %j is above a million', (change) => {
    expect(escrow(change)).toMatchObject([{ parameter: 'price', code: 'TOTAL_FEE_GREATER_THAN_MAX' }])
  })

  it('[F10] a million and 0.01 are still and already good', () => {
    expect(escrow({ price: '1000000.00', logistics_fee: '10.00', discount: '-10.00' })).toEqual([])
    expect(escrow({ price: '0.01', logistics_fee: '0.00' })).toEqual([])
  })
})

describe('the groups of logistics parameters', () => {
  const group = (suffix: string, type: string) => ({
    [`logistics_type${suffix}`]: type,
    [`logistics_fee${suffix}`]: '20.00',
    [`logistics_payment${suffix}`]: 'BUYER_PAY',
  })
  const refusals = (change: RequestParams) =>
    escrow(change).map(({ parameter, code }) => `${parameter} ${code}`)

  it('[T3.3a] there may be two or three, each with its own type', () => {
    expect(escrow(group('_1', 'EMS'))).toEqual([])
    expect(escrow({ ...group('_1', 'EMS'), ...group('_2', 'POST') })).toEqual([])
  })

  it.each(['logistics_type', 'logistics_fee', 'logistics_payment'])(
    '[T5.1] the first needs its %s',
    (name) => {
      expect(refusals({ [name]: undefined })).toEqual([`${name} ILLEGAL_LOGISTICS_FORMAT`])
    },
  )

  it.each(['_1', '_2'])('[T5.1] a group %s is whole or not there', (suffix) => {
    const before = suffix === '_2' ? group('_1', 'EMS') : {}
    for (const name of Object.keys(group(suffix, 'POST'))) {
      const change = { ...before, ...group(suffix, 'POST'), [name]: '' }
      expect(refusals(change)).toEqual([`${name} ILLEGAL_LOGISTICS_FORMAT`])
    }
  })

  it('[T5.1] _2 does not come without _1', () => {
    expect(refusals(group('_2', 'POST'))).toEqual(['logistics_type_2 ILLEGAL_LOGISTICS_FORMAT'])
  })

  it('[T5.1] no type comes twice', () => {
    expect(refusals(group('_1', 'EXPRESS'))).toEqual(['logistics_type_1 ILLEGAL_LOGISTICS_FORMAT'])
    expect(refusals({ ...group('_1', 'EMS'), ...group('_2', 'EMS') })).toEqual([
      'logistics_type_2 ILLEGAL_LOGISTICS_FORMAT',
    ])
  })

  it.each(['_1', '_2'])('[T5.1] the values of a group %s have the same rules as the first', (suffix) => {
    const groups = { ...group('_1', 'EMS'), ...group('_2', 'POST') }
    for (const name of Object.keys(group(suffix, 'EMS'))) {
      expect(refusals({ ...groups, [name]: 'x' })).toEqual([`${name} ILLEGAL_LOGISTICS_FORMAT`])
    }
  })
})

describe('a direct payment', () => {
  it('[T3.1b] the least one passes', () => {
    expect(direct({})).toEqual([])
  })

  it.each(shown(cases(DIRECT, 1)))('[T3.1b] $name may be $shown', ({ name, value }) => {
    expect(direct({ [name]: value })).toEqual([])
  })

  it.each(shown(cases(DIRECT, 2)))(
    '[T3.1b] [T5.1] $name $shown is refused with $code',
    ({ name, value, code }) => {
      expect(direct({ [name]: value }).map(({ parameter, code }) => [parameter, code])).toEqual([
        [name, code],
      ])
    },
  )

  it.each(['out_trade_no', 'subject', 'payment_type'])('[T5.1] without %s it is refused', (name) => {
    expect(direct({ [name]: '' })).toMatchObject([{ parameter: name, code: 'ILLEGAL_ARGUMENT' }])
  })

  it('[T5.1] the amount comes one way: total_fee, or price and quantity', () => {
    const byPrice = { total_fee: undefined, price: '0.01', quantity: '1' }
    expect(direct(byPrice)).toEqual([])
    for (const wrong of [
      { price: '0.01', quantity: '1' },
      { price: '0.01' },
      { quantity: '1' },
      { ...byPrice, price: '' },
      { ...byPrice, quantity: '' },
      { total_fee: '' },
    ]) {
      expect(direct(wrong)).toMatchObject([{ parameter: 'total_fee', code: 'ILLEGAL_FEE_PARAM' }])
    }
  })

  it('[T5.1] an e-voucher (payment_type 47) names its id', () => {
    expect(direct({ payment_type: '47', extend_param: 'evoucheprod_evouche_id^1' })).toEqual([])
    expect(direct({ payment_type: '47' })).toMatchObject([
      { parameter: 'extend_param', code: 'ILLEGAL_ARGUMENT' },
    ])
  })
})

it('[T3.3a] the gateway counts a Chinese character as two, in either charset', () => {
  expect(gatewayLength('')).toBe(0)
  expect(gatewayLength('2G录音笔')).toBe(8)
  expect(gatewayLength('🍵')).toBe(2)
})
