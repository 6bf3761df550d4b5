import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cleanAddress } from './clean-address'

const NO = '202611220123456789012345'
const ORDER = `/orders/${NO}`

it.each([
  ['%20', 'a space'],
  ['%20%20', 'two'],
  ['%00', 'a NUL'],
  ['%0A', 'a line break'],
  ['%E3%80%82', '。'],
  ['%EF%BC%8C', '，'],
  ['。', 'the same, not encoded'],
  ['%A1%A3', '。 in GBK'],
  ['%E3%80', 'half a character'],
  ['%ff', 'a byte of no encoding'],
  ['%', 'a percent sign alone'],
  ['%2', 'half of one'],
  [',', ','],
  ['.', '.'],
  ['...', '...'],
  [')', ')'],
  [');', ');'],
  ['%22', 'a quotation mark'],
  ['>', '>'],
  ['*', '*'],
  ['_', '_'],
  ['%20hello', 'words'],
  ['%EF%BC%8C%E8%AF%B7%E6%9F%A5%E6%94%B6', 'the rest of a sentence'],
  ['%20/x', 'more'],
])('An order’s address with %j behind it (%s) leads to the order', (stray) => {
  expect(cleanAddress(ORDER + stray)).toBe(ORDER)
  expect(cleanAddress(`/merchant${ORDER}${stray}`)).toBe(`/merchant${ORDER}`)
  expect(cleanAddress(`${ORDER}${stray}?return=a%20b?c`)).toBe(`${ORDER}?return=a%20b?c`)
})

it.each([
  ['/products/longjing%E3%80%82', '/products/longjing'],
  ['/products/longjing%20', '/products/longjing'],
  ['/products/longjing%B2%E2', '/products/longjing'],
  ['/direct-pay)', '/direct-pay'],
  ['/cart.', '/cart'],
  ['/merchant/orders.csv,', '/merchant/orders.csv'],
  ['/account/sign-in%EF%BC%89?next=%2Forders', '/account/sign-in?next=%2Forders'],
  ['/%E3%80%82', '/'],
  ['/%20', '/'],
  ['/)', '/'],
])('%s leads to %s', (target, clean) => expect(cleanAddress(target)).toBe(clean))

it.each([
  '/',
  ORDER,
  `${ORDER}/trace.txt`,
  `/orders/${NO}5`,
  '/orders/1',
  '/products/longjing?q=%E3%80%82)',
  '/products/%E9%BE%99%E4%BA%95',
  '/%E9%BE%99%E4%BA%95',
  '/%ff',
  '/%',
  '/orders/%E0%A4%A',
  '/orders/%00',
  '/opengraph-image.png',
  '/merchant/orders.csv',
  '/api/alipay/notify%20',
  '/sandbox/api/trades/%E8%AE%A2%E5%8D%951%20',
  '/_next/static/chunks/%5Bx%5D.js',
  '//evil.example%20',
  'http://evil.example/%20',
  '*',
])('%s is left as it is', (target) => expect(cleanAddress(target)).toBeUndefined())

it('Whatever stands in an address, it leads to a path of this site, and that is clean', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('/', '/orders/', '/products/x'),
      (text, begin) => {
        for (const target of [begin + text, begin + encodeURI(text.toWellFormed())]) {
          const clean = cleanAddress(target)
          if (clean === undefined) continue
          expect(clean).toMatch(/^\/(?![/\\])/)
          expect(cleanAddress(clean)).toBeUndefined()
        }
      },
    ),
  )
})
