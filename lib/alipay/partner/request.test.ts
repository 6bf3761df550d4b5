import { describe, expect, it } from 'vitest'
import { UnencodableError } from '../charset'
import { signRequest } from './request'
import { signParams } from './sign'
import { accountIn, KEY } from '../testing/account'

describe('a signed request', () => {
  const account = accountIn('gbk')
  const request = signRequest(account, { service: 'x', subject: '担保 A&B', body: '', show_url: undefined })

  it('[T3.1d] it carries the common parameters and a sign over all of them', () => {
    const { sign, ...signed } = Object.fromEntries(request.fields)
    expect(signed).toEqual({
      service: 'x',
      subject: '担保 A&B',
      partner: account.partner,
      _input_charset: 'gbk',
      sign_type: 'MD5',
    })
    expect(sign).toBe(signParams(Object.entries(signed), KEY, 'gbk'))
  })

  it('[#35] empty values are not sent at all', () => {
    expect([...request.fields.keys()]).not.toContain('body')
    expect([...request.fields.keys()]).not.toContain('show_url')
  })

  it('[T3.2c] the charset stands in the address too, so that the gateway knows it before it reads the form', () => {
    expect(request.action).toBe('https://gateway.example/gateway.do?_input_charset=gbk')
    expect(request.charset).toBe('gbk')
  })

  it("[#10] partner, charset, sign and sign type are the account's, whatever the parameters say", () => {
    const forged = signRequest(account, {
      partner: '2088999999999999',
      _input_charset: 'utf-8',
      sign: 'x',
      sign_type: 'none',
    })
    expect(Object.fromEntries(forged.fields)).toEqual({
      partner: account.partner,
      _input_charset: 'gbk',
      sign_type: 'MD5',
      sign: signParams(
        [
          ['partner', account.partner],
          ['_input_charset', 'gbk'],
        ],
        KEY,
        'gbk',
      ),
    })
  })

  it('[#46] what the charset cannot carry is an error, not a "?"', () => {
    expect(() => signRequest(account, { subject: '🍵' })).toThrow(UnencodableError)
    expect(signRequest(accountIn('utf-8'), { subject: '🍵' }).fields.get('subject')).toBe('🍵')
  })

  it('[#72] the key is nowhere in it', () => {
    expect(JSON.stringify([...request.fields, request.action])).not.toContain(KEY)
  })
})
