import { expect, it } from 'vitest'
import { isPairOf, type ReadKey, readPrivateKey, readPublicKey } from './alipay/open/keys'
import { readOpenMessage } from './alipay/open/message'
import { messageToSign, requestToSign, rsa2Sign } from './alipay/open/sign'
import { formEncode, toRaw } from './alipay/params'
import { SANDBOX_APP, SANDBOX_GATEWAY_KEYS } from './sandbox-account'

function keyOf(read: ReadKey) {
  if (!read.ok) throw new Error(read.problem)
  return read.key
}
const [app, gateway] = [SANDBOX_APP, SANDBOX_GATEWAY_KEYS].map(({ privateKey, publicKey }) => ({
  own: keyOf(readPrivateKey(privateKey)),
  half: keyOf(readPublicKey(publicKey)),
}))
if (!app || !gateway) throw new Error('no keys')

// made with `openssl dgst -sha256 -sign`
const REQUEST_SIGN =
  'n1d86IoS+3ziBPAWg8TgDxPk2QF71SmgdLNjJsZQZIebpmmyBr2CJSy+Xm6uBi2Afvshbc5YY+JbMHKMQSQV2tqv4qujQPxw5YZb5wzjR8gqhxpZXNHLLWhG8wU8aTpJC+SXbOxjxiw/KU42W20LirBTnYahJDKZD7cu8Jd0twx5BQ+6K6JHwFUPGAIx3YgcFWf5e+zs76AjR+CsOk69Soup1PL4z35X9phsYt/TBMOcyLLf4+/S7TasbXySt9NAKxURzWUgEjTOuYJHi3sMUNJQaMgAAmN+EhUrCb5FPhtSFQ517OlswARV+f3COXZaNVXlBbX4lGCw539DC9kf7Q=='
const MESSAGE_SIGN =
  'KaXK+cbVlA02REVZqbqICvX9s1g7KGcupNHUrVA3c67Qha/dmYMua5Oi1GZLXR4/T4ixjTvI58c9J3gKLNIjLj1iqTfVtRU1QFZYhel9xBjEvtks2iGPoLco+nM8SAcTLln7KaHFxjJ4CHhxm0B5powdLelYuDDmAr74ovAXK82d4QRmzRRbsWGpCwJAwH5KR88s6AWER8xt4Zfe/uPyf3f5aQBJvzsquFoWrxUVhQRHNHYO6QVe6xb9zpHQOjv/fl2ZQMOQLZzA8syCT6FEKreBbKPXXZSFfarvW4VA5uzNcx91vvkkawujZYYwEZfHU+FUBzDCZmmUBn6O50Q0gw=='

it('The published keys are two different pairs', () => {
  expect(isPairOf(app.half, app.own)).toBe(true)
  expect(isPairOf(gateway.half, gateway.own)).toBe(true)
  expect(isPairOf(gateway.half, app.own)).toBe(false)
})

it('[O1] A request is signed as OpenSSL signs it, sign_type included', () => {
  const request = toRaw(
    Object.entries({
      app_id: '9021000000000001',
      method: 'alipay.trade.query',
      charset: 'utf-8',
      sign_type: 'RSA2',
      timestamp: '2026-11-29 10:00:00',
      version: '1.0',
      biz_content: '{"out_trade_no":"20261129000000000001"}',
      empty: '',
    }),
    'utf-8',
  )
  expect(rsa2Sign(requestToSign(request), app.own)).toBe(REQUEST_SIGN)
})

it('[O2] A message that OpenSSL has signed is believed, sign_type left out', () => {
  const fields = {
    out_trade_no: '20261129000000000001',
    app_id: '9021000000000001',
    trade_status: 'TRADE_SUCCESS',
    total_amount: '0.01',
    subject: '龙井 100%',
  }
  const form = formEncode([...Object.entries(fields), ['sign', MESSAGE_SIGN], ['sign_type', 'RSA2']], 'utf-8')
  expect(readOpenMessage(Buffer.from(form), gateway.half)).toMatchObject({ kind: 'signed' })
  expect(rsa2Sign(messageToSign(toRaw(Object.entries(fields), 'utf-8')), gateway.own)).toBe(MESSAGE_SIGN)
})
