import type { Page } from '@playwright/test'
import { logIn, order, orderAndGoToCashier, payDirectly, stateOf } from './buyer'
import { openShop, SEATS } from './shops'
import { expect, test } from './test'

const NOT_THERE = '找不到这个订单'

test('another browser does not see a buyer’s order, nor pay it', async ({ page, browser, shop, sandbox }) => {
  const orderNo = await orderAndGoToCashier(page, shop.url)
  await sandbox.pay(orderNo)
  const { trade_no: tradeNo } = await sandbox.trade(orderNo)
  await page.goto(`${shop.url}/orders/${orderNo}`)
  await expect(page.getByRole('region', { name: '订单信息' })).toContainText(tradeNo ?? '')

  const stranger = await browser.newContext()
  try {
    const theirs = await stranger.newPage()
    const expectNothing = async () => {
      const response = await theirs.goto(`${shop.url}/orders/${orderNo}`)
      expect(response?.status()).toBe(404)
      await expect(stateOf(theirs)).toHaveText(NOT_THERE)
      await expect(theirs).toHaveTitle(/没有这个订单/)
      const html = await theirs.content()
      for (const secret of [tradeNo ?? '', 'buyer@example.com', '一分钱试饮茶包', '付款成功'])
        expect(html).not.toContain(secret)
    }
    await expectNothing()
    const attempt = { form: { orderNo }, headers: { origin: shop.url }, maxRedirects: 0 }
    expect((await stranger.request.post(`${shop.url}/api/alipay/alipayto`, attempt)).status()).toBe(404)
    await order(theirs, shop.url) // a buyer, but not this one
    await expectNothing()
  } finally {
    await stranger.close()
  }
})

test('[#63] a return in another browser pays the order, and shows there that a payment arrived and nothing of the order', async ({
  page,
  browser,
  shop,
  sandbox,
}) => {
  const orderNo = await orderAndGoToCashier(page, shop.url)
  const { return_url: returnUrl, trade_no: tradeNo } = await sandbox.pay(orderNo)
  const stranger = await browser.newContext()
  try {
    const theirs = await stranger.newPage()
    const expectNeutral = async (address: string, heading: string) => {
      const response = await theirs.goto(address)
      expect(response?.status()).toBe(200)
      expect(response?.headers()['cache-control']).toContain('no-store')
      await expect(stateOf(theirs)).toHaveText(heading)
      await expect(theirs.locator('main')).toContainText('请打开下单时用的浏览器或应用')
      const html = await theirs.content()
      for (const secret of [orderNo, tradeNo ?? '', 'buyer@example.com', '一分钱试饮茶包', '¥0.01'])
        expect(html).not.toContain(secret)
    }
    await expectNeutral(returnUrl ?? '', '付款已收到')
    await expectNeutral(`${returnUrl}&added=1`, '还没有订单') // not verified: nothing is claimed
    await expect(theirs.locator('main')).toContainText('如果您已经付过款，请不要再付')
    await expectNeutral(`${shop.url}/returned?return=made-up`, '请回到下单的浏览器')
  } finally {
    await stranger.close()
  }
})

test('the buyer’s cookie is out of reach of scripts and of other sites', async ({ page, context, shop }) => {
  await page.goto(shop.url)
  expect(await context.cookies()).toEqual([])
  await order(page, shop.url)
  expect(await context.cookies()).toMatchObject([{ httpOnly: true, sameSite: 'Lax', path: '/' }])
  expect(await page.evaluate(() => document.cookie)).toBe('')
})

test('a buyer whose cookie was tampered with is nobody’s buyer', async ({ page, context, shop }) => {
  const orderNo = await order(page, shop.url)
  const [cookie] = await context.cookies()
  if (!cookie) throw new Error('no cookie')
  await context.addCookies([
    { ...cookie, value: cookie.value.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) },
  ])
  expect((await page.goto(`${shop.url}/orders/${orderNo}`))?.status()).toBe(404)
})

test.describe('with the hand-over page held', () => {
  test.use({ javaScriptEnabled: false })

  test('[T5.1] a form whose price was changed ends on the error page, with the code, the cause and the remedy, and never the key', async ({
    page,
    gbkShop,
  }) => {
    await payDirectly(page, gbkShop.url, { subject: '一斤龙井', amount: '100' })
    await page.locator('input[name=price]').evaluate((input: HTMLInputElement) => (input.value = '0.01'))
    await page.getByRole('button', { name: '没有自动跳转？点这里继续' }).click()
    await expect(page.getByRole('heading')).toHaveText('调试错误，请回到请求来源地，重新发起请求。')
    await expect(page.locator('dt:text-is("错误代码") + dd')).toHaveText('ILLEGAL_SIGN')
    await expect(page.locator('dt:text-is("这一次是因为") + dd')).toContainText('sign')
    await expect(page.locator('dt:text-is("通常的原因") + dd')).toContainText('key 不对')
    await expect(page.locator('dt:text-is("解决方法") + dd')).toContainText('打印待签名字符串')
    const signed = page.locator('dt:has-text("网关拿来签名的字符串") + dd')
    await expect(signed).toHaveText(
      /^_input_charset=gbk&logistics_fee=0\.00&.*&price=0\.01&.*&subject=一斤龙井\*{8}$/,
    )
    expect(await page.content()).not.toContain(gbkShop.key)
  })
})

test('a shop whose gateway is another has no sandbox', async ({ page, gbkShop, sandbox }) => {
  await payDirectly(page, gbkShop.url, { subject: '一斤龙井', amount: '0.01' })
  await logIn(page)
  const cashier = new URL(page.url()).pathname
  expect(new URL(page.url()).origin).toBe(sandbox.origin)
  const api = '/sandbox/api'
  const addresses = [
    ...['/sandbox/gateway.do', '/sandbox/gateway.do?service=notify_verify', '/sandbox/trade/notify_query.do'],
    ...['/sandbox/console', cashier, `${cashier}/paid`, `${api}/trades/1`, `${api}/clock`],
    ...['/sandbox/console/1', `${api}/faults`],
  ]
  for (const address of addresses)
    expect((await fetch(gbkShop.url + address)).status, `GET ${address}`).toBe(404)
  const actions = [
    ...['clock', 'reset', 'recover', 'merchants', 'trades/1/pay', 'deliveries/1/resend'],
    ...['faults', 'faults/clear'],
  ]
  for (const address of [
    ...actions.map((action) => `${api}/${action}`),
    `${cashier}/login`,
    `${cashier}/pay`,
    '/sandbox/language',
    '/sandbox/gateway.do',
    '/sandbox/v3/alipay/trade/query',
  ])
    expect((await fetch(gbkShop.url + address, { method: 'POST' })).status, `POST ${address}`).toBe(404)
})

test('[#69] a page of another origin does not move the sandbox', async ({ page, shop, sandbox, request }) => {
  const orderNo = await orderAndGoToCashier(page, shop.url)
  const controls = [
    'clock',
    'reset',
    'recover',
    'merchants',
    'faults',
    'faults/clear',
    `trades/${orderNo}/pay`,
  ]
  for (const origin of [
    'null',
    'http://evil.example',
    'http://127.0.0.1:1',
    `http://localhost:${SEATS.main.port}`,
  ])
    for (const control of controls) {
      const response = await request.post(`${shop.url}/sandbox/api/${control}`, {
        headers: { origin },
        data: { advance: '1h' },
      })
      expect(response.status(), `${control} from ${origin}`).toBe(403)
    }

  await page.goto('about:blank')
  await page.setContent(
    `<form method="post" action="${shop.url}/sandbox/api/trades/${orderNo}/pay"><button>x</button></form>`,
  )
  expect(await statusOfClick(page)).toBe(403)
  expect((await sandbox.trade(orderNo)).trade_status).toBe(null)
})

test('[#69] a page of another site does not order in a buyer’s name', async ({ page, shop, request }) => {
  const posted = await request.post(`${shop.url}/api/alipay/alipayto`, {
    headers: { origin: 'http://evil.example' },
    form: { subject: '一斤龙井', total_fee: '0.01' },
  })
  expect(posted.status()).toBe(403)
  await page.setContent(
    `<form method="post" action="${shop.url}/api/alipay/alipayto"><input name="subject" value="x">
     <input name="total_fee" value="0.01"><button>x</button></form>`,
  )
  expect(await statusOfClick(page)).toBe(403)
  await page.goto(`${shop.url}/orders`)
  await expect(page.getByText('还没有订单')).toBeVisible()
})

const WRONG_SETTINGS: [title: string, setting: Record<string, string>, sentence: RegExp][] = [
  [
    'a key with a space after it',
    { ALIPAY_KEY: 'abcdefghijklmnopqrstuvwxyz012345 ' },
    /^ALIPAY_KEY has spaces or line breaks around it: .+\.$/,
  ],
  [
    'a partner that is an e-mail address',
    { ALIPAY_PARTNER: 'a@b.cn' },
    /^ALIPAY_PARTNER holds an e-mail address .+\.$/,
  ],
  [
    'a notify_url with parameters of its own',
    { ALIPAY_NOTIFY_URL: 'http://127.0.0.1/notify?id=123' },
    /^ALIPAY_NOTIFY_URL must not contain a query .+\.$/,
  ],
]
for (const [title, setting, sentence] of WRONG_SETTINGS)
  test(`[T3.2a] [T3.2b] a shop does not start with ${title}, and says so in one sentence`, async () => {
    const failure = await openShop(SEATS.refused, setting).then(String, (error: Error) => error.message)
    const [headline, said, ...more] = failure.trim().split('\n')
    expect(headline).toBe('The server ended with code 1 before it was ready:')
    expect(said).toMatch(sentence)
    expect(more).toEqual([])
  })

async function statusOfClick(page: Page) {
  const [response] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.getByRole('button').click(),
  ])
  return response.status()
}
