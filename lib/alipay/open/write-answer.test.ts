import { generateKeyPairSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { rsa2Verify } from './sign'
import { writeAnswer, writeUnsignedAnswer } from './write-answer'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

const PARTS = /^\{"alipay_trade_query_response":(\{.*\}),"sign":"([A-Za-z0-9+/=]+)"\}$/s

it('An answer names its method, is signed over its content as it stands, and ends with the sign', () => {
  const content = { code: '10000', subject: '茶/“a"}{', nothing: undefined }
  const bytes = writeAnswer('alipay.trade.query', content, privateKey, 'utf-8')
  const [, signed = '', sign = ''] = PARTS.exec(bytes.toString('latin1')) ?? []
  expect(Buffer.from(signed, 'latin1').toString()).toBe('{"code":"10000","subject":"茶\\/“a\\"}{"}')
  expect(rsa2Verify(signed, sign, publicKey)).toBe(true)
  expect(rsa2Verify(signed.replace('\\/', '/'), sign, publicKey)).toBe(false)
})

it('An answer in GBK is ASCII, so that it says the same in every charset', () => {
  const bytes = writeAnswer('alipay.trade.query', { subject: '茶🍵' }, privateKey, 'gbk')
  const [, signed = '', sign = ''] = PARTS.exec(bytes.toString('latin1')) ?? []
  expect(signed).toBe('{"subject":"\\u8336\\ud83c\\udf75"}')
  expect(JSON.parse(signed)).toEqual({ subject: '茶🍵' })
  expect(rsa2Verify(signed, sign, publicKey)).toBe(true)
})

it('An answer to nobody known carries no sign', () => {
  expect(writeUnsignedAnswer({ code: '40002' }, 'utf-8').toString()).toBe(
    '{"error_response":{"code":"40002"}}',
  )
})
