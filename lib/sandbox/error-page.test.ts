import { expect, it } from 'vitest'
import { errorPage } from './error-page'

it('[T5.1] The error page shows the sentence, the code, its cause and its remedy', () => {
  const page = errorPage({ kind: 'refused', code: 'ILLEGAL_SIGN', reason: '收到的 sign 与网关算出的不一致' })
  expect(page).toContain('调试错误，请回到请求来源地，重新发起请求。')
  expect(page).toContain('ILLEGAL_SIGN')
  expect(page).toContain('通常的原因')
  expect(page).toContain('解决方法')
})

it('[#65] The error page shows a request’s own words as text, not as markup', () => {
  const page = errorPage({ kind: 'refused', code: 'X', reason: '<script>', signed: '<b>"&' })
  expect(page).not.toContain('<script>')
  expect(page).toContain('&lt;b&gt;&quot;&amp;')
})
