import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { beforeNext } from './before-next'

/** What would reach Next: the server answers with the headers of the request as they are by then. */
const server = createServer((request, response) => {
  if (!beforeNext(request, response, false)) response.end(JSON.stringify(request.headers))
})
let origin = ''

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

it('a page’s policy is the same for the browser and for Next, whatever the client sent', async () => {
  const forged = { headers: { 'content-security-policy': "script-src 'nonce-mine'" } }
  const answer = await fetch(`${origin}/orders/1?x=%B2%E2`, forged)
  const policy = answer.headers.get('content-security-policy')
  expect(policy).toMatch(/script-src 'nonce-[\w-]{36}'/)
  expect(await answer.json()).toMatchObject({
    'content-security-policy': policy,
    'x-raw-target': '/orders/1?x=%B2%E2',
  })
})

it.each([
  '/api/alipay/notify',
  '/api/alipay/return?a=1',
  '/api/alipay/alipayto',
  '/sandbox/gateway.do?service=x',
  '/sandbox/cashier/1/pay',
  '/pictures/longjing.svg',
  '/_next/static/x.js',
])('%s has no policy from here', async (path) => {
  const { headers } = await fetch(origin + path)
  expect(headers.get('content-security-policy')).toBeNull()
})

it('a form of an older build gets 409 and a link to the page', async () => {
  const body = new FormData()
  const answer = await fetch(`${origin}/products/%E8%8C%B6`, { method: 'POST', body })
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('href="/products/茶"')
})

it('[#69] and 403 where another site has sent it', async () => {
  const headers = { origin: 'https://evil.example' }
  const answer = await fetch(`${origin}/checkout`, { method: 'POST', body: new FormData(), headers })
  expect(answer.status).toBe(403)
})
