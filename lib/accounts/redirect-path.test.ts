import { expect, it } from 'vitest'
import { seeOther } from '../see-other'
import { afterSignInPath, backOfficePath } from './redirect-path'

it.each([
  ['/merchant', '/merchant'],
  ['/merchant/orders/1?result=done', '/merchant/orders/1?result=done'],
  ['/merchant?q=a%26b&_rsc=abc', '/merchant?q=a%26b'],
  ['/merchant/log?_rsc=abc', '/merchant/log'],
])('[#64] After signing in, %s leads to %s', (wanted, path) => expect(backOfficePath(wanted)).toBe(path))

it.each([
  '/account\r\nset-cookie: a=b',
  '/account/\n\n<script>',
  '/account?a=\r\nlocation: //evil.example',
  '/account\u2028x',
])('[#64] What %j leads to is one line of ASCII, no header of its own', (wanted) => {
  expect(afterSignInPath(wanted)).toMatch(/^\/account[!-~]*$/)
  expect(seeOther(afterSignInPath(wanted)).headers.getSetCookie()).toEqual([])
})

it.each([
  undefined,
  ['/merchant/log'],
  '',
  'merchant',
  '//evil.example/merchant/log',
  '/\\evil.example/merchant/log',
  '//evil.example/merchant',
  '/\\evil.example/merchant',
  '/.//merchant',
  '/\t/evil.example/merchant',
  'https:evil.example',
  'https://evil.example/merchant/log',
  'javascript:alert(1)',
  '/orders',
  '/merchants',
  '/merchant/../orders',
  '/merchant/%2e%2e/orders',
  '/merchant/sign-in?next=/merchant/sign-in',
  '/merchant/sign-out',
  'http://[',
  '//[',
])('[#64] After signing in, %j leads to the first page', (wanted) =>
  expect(backOfficePath(wanted)).toBe('/merchant'),
)

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
