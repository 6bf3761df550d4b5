import { expect, it } from 'vitest'
import { afterSignInPath } from './after-sign-in-path'

it.each([
  ['/', '/'],
  ['/account', '/account'],
  ['/orders/1?return=a%26b', '/orders/1?return=a%26b'],
  ['/cart?_rsc=abc', '/cart'],
  ['/account/password', '/account/password'],
])('[#64] After signing in, %s leads to %s', (wanted, path) => expect(afterSignInPath(wanted)).toBe(path))

it.each([
  undefined,
  ['/orders'],
  '',
  'orders',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/%2e//evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  'https:evil.example',
  'https://evil.example/orders',
  'javascript:alert(1)',
  '/account/sign-in?next=/account/sign-in',
  '/account/sign-up',
  '/account/sign-out',
  '/orders/../account/sign-in',
  '/account/sessions/end',
  '/api/alipay/alipayto',
  'http://[',
  '//[',
])('[#64] After signing in, %j leads to the account', (wanted) =>
  expect(afterSignInPath(wanted)).toBe('/account'),
)
