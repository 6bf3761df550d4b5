import { createPrivateKey, createPublicKey } from 'node:crypto'
import { expect, it } from 'vitest'
import { gatewayText } from './gateway-text'
import { SANDBOX_APP, SANDBOX_GATEWAY_KEYS } from './sandbox-account'

const ORIGIN = 'http://127.0.0.1:3100'

it('A gateway without a shop begins with the line that programs wait for, in whatever language', () => {
  const first = `担保 Danbao gateway is ready: ${ORIGIN}/sandbox/gateway.do`
  for (const language of ['zh', 'en'] as const)
    expect(gatewayText(ORIGIN, language).split('\n')[0]).toBe(first)
})

it('It prints the keys of the open platform in both forms, the account of the old interface, and the control API', () => {
  const text = gatewayText(ORIGIN, 'en')
  const of = (name: string) => new RegExp(`^  ${name}: (.*)$`, 'm').exec(text)?.[1] ?? ''
  const publicOf = (key: string, type: 'pkcs1' | 'pkcs8') =>
    createPublicKey(createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type }))
      .export({ type: 'spki', format: 'der' })
      .toString('base64')
  expect(publicOf(of('private key, PKCS#8'), 'pkcs8')).toBe(SANDBOX_APP.publicKey)
  expect(publicOf(of('private key, PKCS#1'), 'pkcs1')).toBe(SANDBOX_APP.publicKey)
  expect(of('Alipay’s public key')).toBe(SANDBOX_GATEWAY_KEYS.publicKey)
  expect([of('app_id'), of('partner'), of('key')]).toEqual([
    '9021000000000001',
    '2088000000000001',
    'danbaosandboxkey0123456789abcdef',
  ])
  expect(of('pay')).toBe(`curl -X POST ${ORIGIN}/sandbox/api/trades/OUT_TRADE_NO/pay`)
  expect(gatewayText(ORIGIN, 'zh')).not.toMatch(/Alipay’s|private key/)
})
