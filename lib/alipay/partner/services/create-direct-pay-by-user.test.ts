import { describe, expect, it } from 'vitest'
import { RequestRefusedError } from '../request-refused'
import { signParams } from '../sign'
import { accountIn, KEY } from '../../testing/account'
import { DIRECT_PAYMENT } from '../../testing/trades'
import { createDirectPayByUser } from './create-direct-pay-by-user'

describe('the request for an instant payment', () => {
  it('[T3.1b] [F1a] it carries the parameters given, the service, and a sign over all', () => {
    const { fields } = createDirectPayByUser(accountIn('gbk'), DIRECT_PAYMENT)
    const { sign, sign_type, ...signed } = Object.fromEntries(fields)
    expect(signed).toEqual({
      ...DIRECT_PAYMENT,
      service: 'create_direct_pay_by_user',
      partner: '2088000000000001',
      _input_charset: 'gbk',
    })
    expect(sign_type).toBe('MD5')
    expect(sign).toBe(signParams(Object.entries(signed), KEY, 'gbk'))
  })

  it('[T5.1] an amount given both ways is not signed', () => {
    const both = { ...DIRECT_PAYMENT, price: '0.01', quantity: '1' }
    expect(() => createDirectPayByUser(accountIn('utf-8'), both)).toThrow(RequestRefusedError)
    expect(() => createDirectPayByUser(accountIn('utf-8'), both)).toThrow(
      /total_fee: .*\(ILLEGAL_FEE_PARAM\)/,
    )
  })
})
