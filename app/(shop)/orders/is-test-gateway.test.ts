import { expect, it, vi } from 'vitest'
import { isTestGateway } from './is-test-gateway'

const alipay = vi.hoisted(() => ({ gatewayUrl: '' }))
vi.mock('@/lib/env', () => ({ env: () => ({ alipay }) }))

it.each(['https://mapi.alipay.com/gateway.do', 'https://openapi.alipay.com/gateway.do'])(
  'the protocol is not shown to buyers who pay at %s',
  (url) => {
    alipay.gatewayUrl = url
    expect(isTestGateway()).toBe(false)
  },
)

it('it is shown where the gateway is a sandbox, also another one than the shop’s own', () => {
  alipay.gatewayUrl = 'http://127.0.0.1:3000/sandbox/gateway.do'
  expect(isTestGateway()).toBe(true)
})
