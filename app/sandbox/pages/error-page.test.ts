import { expect, it } from 'vitest'
import { errorPage } from './error-page'

const reason = { zh: '收到的 sign 与网关算出的不一致', en: 'The sign received is another' }

it('[T5.1] The error page shows the sentence, the code, its cause and its remedy', async () => {
  const page = await errorPage({ kind: 'refused', code: 'ILLEGAL_SIGN', reason }, 'zh').text()
  expect(page).toContain('调试错误，请回到请求来源地，重新发起请求。')
  expect(page).toContain('ILLEGAL_SIGN')
  expect(page).toContain('通常的原因')
  expect(page).toContain('解决方法')
})

it.each(['zh', 'en'] as const)(
  '[T5.1] The error page tells a reader of %s the reason in both',
  async (language) => {
    const page = await errorPage({ kind: 'refused', code: 'ILLEGAL_SIGN', reason }, language).text()
    expect(page).toContain(reason.zh)
    expect(page).toContain(reason.en)
  },
)

it('The error page of the open platform shows the text that was verified, and help for its codes', async () => {
  const refusal = {
    kind: 'refused',
    code: 'isv.invalid-signature',
    reason,
    signed: 'app_id=1&method=x',
  } as const
  const page = await errorPage(refusal, 'zh').text()
  expect(page).toContain('网关验签的字符串')
  expect(page).toContain('app_id=1&amp;method=x')
  expect(page).toContain('解决方法')
  expect(page).not.toContain('安全校验码')
  expect(await errorPage({ kind: 'refused', code: 'ACQ.TRADE_HAS_SUCCESS', reason }, 'en').text()).toContain(
    'What to do',
  )
})

it('[#65] The error page shows a request’s own words as text, not as markup', async () => {
  const evil = { zh: '<script>', en: '<img>' }
  const page = await errorPage({ kind: 'refused', code: 'X', reason: evil, signed: '<b>"&' }, 'en').text()
  expect(page).not.toMatch(/<script>|<img>/)
  expect(page).toContain('&lt;b&gt;&quot;&amp;')
})
