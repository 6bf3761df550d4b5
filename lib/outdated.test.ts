import { expect, it } from 'vitest'
import { noticeHtml } from './notice-page'
import { isOutdated, outdatedNotice } from './outdated'

const MULTIPART = { 'content-type': 'multipart/form-data; boundary=x' }
const URLENCODED = { 'content-type': 'application/x-www-form-urlencoded' }

it.each([
  ['/', MULTIPART],
  ['/', { 'next-action': '40aa' }],
  ['/checkout', MULTIPART],
  ['/products/longjing', MULTIPART],
  ['/merchant/products/new', { 'next-action': '40aa' }],
  ['/merchant/reconcile', MULTIPART],
])('A form of an older build, posted to %s with %j, is outdated', (path, headers: Record<string, string>) => {
  expect(isOutdated('POST', path, headers)).toBe(true)
  expect(isOutdated('GET', path, headers)).toBe(false)
})

it.each([
  ['/cart/add', MULTIPART],
  ['/checkout/submit', MULTIPART],
  ['/merchant/products/1/picture', MULTIPART],
  ['/merchant/products/new/save', MULTIPART],
  ['/merchant/reconcile/run', URLENCODED],
  ['/api/alipay/alipayto', MULTIPART],
])('A form of today, posted to %s with %j, is not', (path, headers: Record<string, string>) =>
  expect(isOutdated('POST', path, headers)).toBe(false),
)

it('is told what happened and what to do, in both languages, with a link to the page', () => {
  const notice = outdatedNotice('/products/a"b')
  expect(notice.status).toBe(409)
  const html = noticeHtml(notice)
  expect(html).toContain('什么也没有改变')
  expect(html).toContain('Nothing was sent or changed')
  expect(html).toContain('<a href="/products/a&quot;b">')
})
