import { describe, expect, it } from 'vitest'
import { partnerGateway } from '../gateway/partner-gateway'
import { readDirectPay } from './direct-pay'

const account = {
  gatewayUrl: 'https://gateway.example.com/gateway.do',
  partner: '2088000000000001',
  key: '0123456789abcdef0123456789abcdef',
  sellerEmail: 'seller@example.com',
  charset: 'utf-8' as const,
  signType: 'MD5' as const,
  notifyUrl: 'https://shop.example.com/notify',
  returnUrl: 'https://shop.example.com/return',
  showUrl: 'https://shop.example.com/orders',
}
const typed = (changes: object, charset: 'utf-8' | 'gbk' = 'utf-8') =>
  readDirectPay(
    { subject: '绿茶', total_fee: '0.01', body: '', ...changes },
    partnerGateway({ ...account, charset }),
  )
const wrongFields = (changes: object, charset: 'utf-8' | 'gbk' = 'utf-8') => {
  const payment = typed(changes, charset)
  return payment.ok ? [] : Object.keys(payment.errors)
}

describe('[T3.1b] The direct-pay form', () => {
  it('becomes an order of one item over the amount typed', () => {
    expect(typed({ subject: ' 绿茶 & "红茶" ', body: ' 一份 ' })).toEqual({
      ok: true,
      draft: {
        gateway: 'partner',
        subject: '绿茶 & "红茶"',
        body: '一份',
        items: [{ productId: null, name: '绿茶 & "红茶"', priceFen: 1, quantity: 1 }],
        postageFen: 0,
        postagePayer: 'SELLER',
      },
    })
  })

  it.each(['', '0', '0.00', '-1', '1.234', 'abc', '1e3', '０.０１', '1000000.01', 'NaN'])(
    'refuses the amount %j at its field',
    (total_fee) => {
      expect(wrongFields({ total_fee })).toEqual(['total_fee'])
    },
  )

  it('refuses an empty subject, one too long, and one with a line break', () => {
    expect(wrongFields({ subject: '  ' })).toEqual(['subject'])
    expect(wrongFields({ subject: '茶'.repeat(128) })).toEqual([])
    expect(wrongFields({ subject: '茶'.repeat(128) + 'a' })).toEqual(['subject'])
    expect(wrongFields({ subject: '绿\n茶' })).toEqual(['subject'])
  })

  it('[#75] refuses text that reads like a parameter of the gateway, and nothing else with & and =', () => {
    expect(wrongFields({ subject: '茶&total_fee=0.01' })).toEqual(['subject'])
    expect(wrongFields({ body: 'x&out_trade_no=1' })).toEqual(['body'])
    expect(wrongFields({ subject: 'A&B=C+D & a=1&b=2 total_fee=1', body: '&=' })).toEqual([])
  })

  it('refuses too long a remark', () => {
    expect(wrongFields({ body: '茶'.repeat(200) })).toEqual([])
    expect(wrongFields({ body: '茶'.repeat(201) })).toEqual(['body'])
  })

  it('[#46] refuses what GBK cannot carry when that is the charset, and names the character', () => {
    expect(typed({ subject: '绿茶🍵' })).toMatchObject({ ok: true })
    expect(typed({ subject: '绿茶🍵' }, 'gbk')).toEqual({
      ok: false,
      errors: {
        subject: {
          zh: expect.stringContaining('“🍵”') as string,
          en: expect.stringContaining('"🍵"') as string,
        },
      },
    })
    expect(wrongFields({ body: 'ก' }, 'gbk')).toEqual(['body'])
  })

  it('makes no order where a setting of the shop is what the gateway would refuse', () => {
    const wrongSetting = { ...account, notifyUrl: 'shop.example.com/notify' }
    const fields = { subject: '绿茶', total_fee: '0.01', body: '' }
    expect(() => readDirectPay(fields, partnerGateway(wrongSetting))).toThrow('notify_url')
  })

  it('tells everything that is wrong at once', () => {
    expect(wrongFields({ subject: '', total_fee: 'x', body: '茶'.repeat(300) }).sort()).toEqual([
      'body',
      'subject',
      'total_fee',
    ])
  })
})
