import { expect, it } from 'vitest'
import { isForeign } from './same-origin'

const request = (headers: Record<string, string>) =>
  new Request('http://127.0.0.1:3000/', { method: 'POST', headers })

it.each<Record<string, string>>([
  {},
  { origin: 'http://127.0.0.1:3000' },
  { origin: 'https://shop.example.com', 'x-forwarded-host': 'shop.example.com' },
  { origin: 'https://shop.example.com', 'x-forwarded-host': 'shop.example.com, inner:3000' },
])('[#69] A post with %j is ours', (headers) =>
  expect(isForeign(request({ host: '127.0.0.1:3000', ...headers }))).toBe(false),
)

it.each(['null', 'http://evil.example', 'http://127.0.0.1:3001', 'http://127.0.0.1:3000.evil.example', ''])(
  '[#69] A post with the Origin %j is not',
  (origin) => expect(isForeign(request({ host: '127.0.0.1:3000', origin }))).toBe(true),
)
