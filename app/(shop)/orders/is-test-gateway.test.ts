import { expect, it } from 'vitest'
import { env } from '@/lib/env'
import { isTestGateway } from './is-test-gateway'

const at = (gatewayUrl: string) => ({ sandbox: false, alipay: { ...env().alipay, gatewayUrl } })

it.each([
  'https://mapi.alipay.com/gateway.do',
  'https://openapi.alipay.com/gateway.do',
  'https://proxy.example.com/gateway.do',
  'https://alipaydev.com.example.com/gateway.do',
])('the protocol is not shown to buyers who pay at %s', (url) => {
  expect(isTestGateway(at(url))).toBe(false)
})

it.each(['http://127.0.0.1:3000/sandbox/gateway.do', 'https://openapi-sandbox.dl.alipaydev.com/gateway.do'])(
  'it is shown at %s, a sandbox, though it is not the shop’s own',
  (url) => {
    expect(isTestGateway(at(url))).toBe(true)
  },
)
