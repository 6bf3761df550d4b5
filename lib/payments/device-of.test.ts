import { expect, it } from 'vitest'
import { deviceOf } from './device-of'

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1'
const ANDROID = 'Mozilla/5.0 (Linux; Android 14; V2307A) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36'
const TABLET = 'Mozilla/5.0 (Linux; Android 14; SM-X800) AppleWebKit/537.36 Chrome/120.0 Safari/537.36'
const COMPUTER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36'

it.each([
  ['phone', { 'user-agent': IPHONE }],
  ['phone', { 'user-agent': ANDROID }],
  ['desktop', { 'user-agent': TABLET }],
  ['desktop', { 'user-agent': COMPUTER }],
  ['desktop', {}],
  ['phone', { 'user-agent': COMPUTER, 'sec-ch-ua-mobile': '?1' }],
  ['desktop', { 'user-agent': ANDROID, 'sec-ch-ua-mobile': '?0' }],
] as const)('[O8] A buyer pays on a %s, by what the browser says: %j', (device, headers) => {
  expect(deviceOf(new Headers(headers))).toBe(device)
})
