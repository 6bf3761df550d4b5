import { expect, it } from 'vitest'
import { backOfficePath } from './back-office-path'

it.each([
  ['/merchant', '/merchant'],
  ['/merchant/orders/1?result=done', '/merchant/orders/1?result=done'],
  ['/merchant?q=a%26b&_rsc=abc', '/merchant?q=a%26b'],
  ['/merchant/log?_rsc=abc', '/merchant/log'],
])('[#64] After signing in, %s leads to %s', (wanted, path) => expect(backOfficePath(wanted)).toBe(path))

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
