import { expect, it, vi } from 'vitest'
import { isTestGateway } from './is-test-gateway'

const alipay = vi.hoisted(() => ({ gatewayUrl: '' }))
vi.mock('@/lib/env', async (original) => ({
  ...(await original<object>()),
  env: () => ({ sandbox: false, alipay }),
}))

it.each([
  'https://mapi.alipay.com/gateway.do',
  'https://openapi.alipay.com/gateway.do',
  'https://proxy.example.com/gateway.do',
  'https://alipaydev.com.example.com/gateway.do',
])('the protocol is not shown to buyers who pay at %s', (url) => {
  alipay.gatewayUrl = url
  expect(isTestGateway()).toBe(false)
})

it.each(['http://127.0.0.1:3000/sandbox/gateway.do', 'https://openapi-sandbox.dl.alipaydev.com/gateway.do'])(
  'it is shown at %s, a sandbox, though it is not the shop’s own',
  (url) => {
    alipay.gatewayUrl = url
    expect(isTestGateway()).toBe(true)
  },
)
