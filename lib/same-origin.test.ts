import { expect, it } from 'vitest'
import { isForeign } from './same-origin'

const request = (headers: Record<string, string>) =>
  new Request('http://127.0.0.1:3000/', { method: 'POST', headers })

const SHOP = 'https://shop.example.com'
const LOCAL = 'http://127.0.0.1:3000'

it.each<[string, Record<string, string>]>([
  ['http://127.0.0.1:3000', {}],
  ['http://127.0.0.1:3000', { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }],
  // nginx passes its upstream's name as Host, unless it is told otherwise
  [SHOP, { origin: SHOP, host: 'danbao_upstream' }],
  [SHOP, { origin: SHOP, host: '127.0.0.1:3000', 'x-forwarded-host': 'inner:8080' }],
  [SHOP, { origin: SHOP }],
  // a default port may be written or left out
  [`${SHOP}:443`, { origin: SHOP, host: 'upstream' }],
  [SHOP, { origin: `${SHOP}:443`, host: 'shop.example.com:443' }],
  ['http://shop.example.com:80', { origin: 'http://shop.example.com', host: 'upstream' }],
  // the shop's host at another port, and other names of this machine
  ['http://shop.example.com', { origin: 'http://shop.example.com:3000', host: 'shop.example.com:3000' }],
  [LOCAL, { origin: 'http://localhost:3000', host: 'localhost:3000' }],
  [LOCAL, { origin: 'http://[::1]:3001', host: '[::1]:3001' }],
  [LOCAL, { origin: 'http://localhost', host: 'localhost:80' }],
  [SHOP, { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }],
])('[#69] For the shop at %s a post with %j is ours', (shopUrl, headers) =>
  expect(isForeign(request(headers), shopUrl)).toBe(false),
)

it.each<[string, Record<string, string>]>([
  [LOCAL, { origin: 'null', host: '127.0.0.1:3000' }],
  [LOCAL, { origin: '', host: '127.0.0.1:3000' }],
  [LOCAL, { origin: 'http://evil.example', host: '127.0.0.1:3000' }],
  [LOCAL, { origin: 'http://127.0.0.1:3001', host: '127.0.0.1:3000' }],
  [LOCAL, { origin: 'http://127.0.0.1:3000.evil.example', host: '127.0.0.1:3000' }],
  // another scheme is another site
  [LOCAL, { origin: 'https://127.0.0.1:3000', host: '127.0.0.1:3000' }],
  [SHOP, { origin: 'http://shop.example.com', host: 'shop.example.com' }],
  [SHOP, { origin: 'http://shop.example.com:443', host: 'shop.example.com:443' }],
  // a name that was rebound to this machine is its own Host
  [LOCAL, { origin: 'http://rebound.example:3000', host: 'rebound.example:3000' }],
  [SHOP, { origin: 'https://rebound.example', host: 'rebound.example' }],
  // what a client may write itself proves nothing
  [SHOP, { origin: 'https://evil.example', host: 'upstream', 'x-forwarded-host': 'evil.example' }],
  [LOCAL, { origin: 'http://localhost:3000', host: 'upstream', 'x-forwarded-host': 'localhost:3000' }],
  [LOCAL, { origin: 'http://localhost:3000' }],
])('[#69] For the shop at %s a post with %j is not', (shopUrl, headers) =>
  expect(isForeign(request(headers), shopUrl)).toBe(true),
)
