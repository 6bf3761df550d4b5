import { fillReceiver, order, orderNoOf, putInCart, stateOf } from './buyer'
import { run } from './command'
import { passwordIn, signIn } from './merchant'
import { openProxy } from './proxy'
import { openShop, SEATS } from './shops'
import { expect, test } from './test'

test('behind a proxy that passes its upstream’s name as Host a buyer orders and signs up, the merchant works, and the doctor sends a form', async ({
  page,
}) => {
  const proxy = await openProxy(SEATS.refused.port)
  const settings = { SHOP_URL: proxy.url }
  const shop = await openShop(SEATS.refused, settings)
  const doctor = async () =>
    run('doctor.js', ['--lang', 'en'], {
      ...settings,
      PORT: String(SEATS.refused.port),
      DATABASE_PORT: String(SEATS.refused.databasePort),
    })
  try {
    await putInCart(page, proxy.url, 'gaiwan')
    await page.getByRole('link', { name: '去结算' }).click()
    await fillReceiver(page)
    await page.getByRole('button', { name: '提交订单' }).click()
    await expect(page).toHaveURL(/\/orders\/\d{24}$/)
    await page.getByRole('button', { name: '去支付宝付款' }).click()
    await expect(page).toHaveURL(/\/sandbox\/cashier\//)
    await page.getByRole('button', { name: '登录并确认购买' }).click()
    await expect(page.getByRole('heading', { name: '确认付款' })).toBeVisible()

    await page.goto(`${proxy.url}/account/sign-up`)
    await page.getByLabel('邮箱').fill('behind-a-proxy@example.com')
    await page.getByLabel('密码').fill('correct horse battery')
    await page.getByRole('button', { name: '注册' }).click()
    await expect(page).toHaveURL(`${proxy.url}/account`)
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.goto(`${proxy.url}/merchant/sign-in`)
    await signIn(page, passwordIn(shop.output()))
    await page.goto(`${proxy.url}/merchant/reconcile`)
    await page.getByRole('button', { name: '向网关查询' }).click()
    await expect(page.getByRole('status')).toContainText('没有需要查询的订单')

    const healthy = await doctor()
    expect(healthy.output).toContain('a form sent from a page at SHOP_URL arrives')
    expect(healthy.code).toBe(0)
    proxy.change('origin', 'http://danbao_upstream')
    const refusing = await doctor()
    expect(refusing.output).toContain(`a form sent from ${proxy.url} is refused (HTTP 403)`)
    expect(refusing.code).toBe(2)
  } finally {
    await shop.stop()
    await proxy.close()
  }
})

test('no page holds an id of its build: every form is sent to an address that is a path of the shop', async ({
  page,
  merchant,
  shop,
}) => {
  const orderNo = await order(page, shop.url)
  await putInCart(page, shop.url, 'gaiwan')
  const pages = ['/', '/products/gift-card', '/products/gaiwan', '/cart', '/checkout', '/direct-pay']
  const accounts = ['/account/sign-in', '/account/sign-up', '/merchant/sign-in']
  const office = ['/products/new', '/products', '/reconcile', `/orders/${orderNo}`, '/log', '/doctor']
  const visits = [
    ...[...pages, ...accounts, `/orders/${orderNo}`].map((path) => [page, path] as const),
    ...office.map((path) => [merchant, `/merchant${path}`] as const),
  ]
  for (const [visitor, path] of visits) {
    await visitor.goto(shop.url + path)
    expect(await visitor.content(), path).not.toContain('$ACTION')
    const forms = visitor.locator('form[method=post]')
    for (const form of await forms.all())
      expect(await form.getAttribute('action'), path).toMatch(/^\/[\w/-]+$/)
  }
})

test('the form of a page of an older build, sent to its page, is told what to do', async ({ shop }) => {
  for (const path of ['/', '/checkout', '/products/gift-card', '/merchant/products/new']) {
    const body = new FormData()
    body.append('$ACTION_ID_40c6b2e1d2f1aa', '')
    for (const init of [{ body }, { body: '[]', headers: { 'next-action': '40c6b2e1d2f1aa' } }]) {
      const answer = await fetch(shop.url + path, { method: 'POST', ...init })
      expect([path, answer.status]).toEqual([path, 409])
      const html = await answer.text()
      expect(html).toContain('什么也没有改变')
      expect(html).toContain(`<a href="${path}">`)
    }
  }
})

test('a page left open over a new build goes on to a whole new page', async ({ page, shop }) => {
  await page.goto(shop.url)
  await page.evaluate(() => Object.assign(window, { isOld: true }))
  // what the server of another build answers to a script of this one
  await page.route(/[?&]_rsc=/, async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace(/"b":"[^"]+"/, '"b":"another-build"')
    await route.fulfill({ response, body })
  })
  await page.getByRole('link', { name: '白瓷盖碗' }).click()
  await expect(stateOf(page)).toHaveText('白瓷盖碗')
  expect(await page.evaluate(() => 'isOld' in window)).toBe(false)
})

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('what is typed wrong in two tabs stays in each, and in no address', async ({
      page,
      browser,
      shop,
    }) => {
      const other = await page.context().newPage()
      const tabs = [page, other].map((tab, index) => ({ tab, subject: `第 ${index} 件`, remark: '给张三' }))
      for (const { tab, subject, remark } of tabs) {
        await tab.goto(`${shop.url}/direct-pay`)
        await tab.getByLabel('付款说明').fill(subject)
        await tab.getByLabel('备注').fill(remark)
      }
      for (const { tab } of tabs) {
        await tab.getByRole('button', { name: '去支付宝付款' }).click()
        await expect(tab.getByLabel('付款金额（元）')).toHaveAttribute('aria-invalid', 'true')
      }
      for (const { tab, subject, remark } of tabs) {
        await tab.reload()
        await expect(tab.getByLabel('付款说明')).toHaveValue(subject)
        await expect(tab.getByLabel('备注')).toHaveValue(remark)
        expect(new URL(tab.url()).search).toMatch(/^\?typed=[\w-]{8}$/)
      }
      const stranger = await (await browser.newContext()).newPage()
      await stranger.goto(page.url())
      await expect(stranger.getByLabel('付款说明')).toHaveValue('')
      await stranger.context().close()
    })

    test('a failed sign-in keeps the e-mail address, in no address of a page, and the cursor is where something is wrong', async ({
      page,
      shop,
    }) => {
      for (const door of ['/account/sign-in', '/merchant/sign-in']) {
        await page.goto(shop.url + door)
        await signIn(page, 'wrong password', 'nobody@example.com')
        await expect(page).toHaveURL(/failed=wrong/)
        await expect(page.getByLabel('邮箱')).toHaveValue('nobody@example.com')
        await expect(page.getByLabel('密码')).toHaveValue('')
        expect(page.url()).not.toContain('nobody')
      }
      await page.goto(`${shop.url}/direct-pay`)
      await page.getByLabel('付款说明').fill('茶')
      await page.getByRole('button', { name: '去支付宝付款' }).click()
      await expect(page.getByLabel('付款金额（元）')).toBeFocused()
    })
  })

test('a form of the back office that comes without a session is not sent along to the sign-in page', async ({
  shop,
}) => {
  for (const path of ['products/new/save', 'products/categories/change', 'reconcile/run', 'orders/1/ship']) {
    const body = new FormData()
    body.append('name', 'x')
    const answer = await fetch(`${shop.url}/merchant/${path}`, { method: 'POST', body, redirect: 'manual' })
    expect([path, answer.status, answer.headers.get('location')]).toEqual([
      path,
      303,
      expect.stringMatching(/^\/merchant\/sign-in\?/),
    ])
  }
})

test('a form that is too long is refused with a sentence', async ({ shop }) => {
  for (const path of ['/checkout/submit', '/account/sign-in/check', '/api/alipay/alipayto', '/language']) {
    const body = new URLSearchParams({ body: 'x'.repeat(70_000) })
    const answer = await fetch(shop.url + path, { method: 'POST', body })
    expect([path, answer.status]).toEqual([path, 413])
    expect(await answer.text()).toContain('This form is too long')
  }
})

test('an order’s address with something copied behind it leads to the order', async ({ page, shop }) => {
  const orderNo = await order(page, shop.url)
  const clean = `${shop.url}/orders/${orderNo}`
  for (const stray of [
    '%20',
    '%E3%80%82',
    '。',
    ')',
    ',',
    '%A1%A3',
    '%ff',
    '%',
    '%EF%BC%8C%E8%AF%B7%E7%9C%8B',
  ]) {
    await page.goto(clean + stray)
    await expect(page, stray).toHaveURL(clean)
    expect(orderNoOf(page)).toBe(orderNo)
    await expect(stateOf(page)).toHaveText('待付款')
  }
  await page.goto(`${shop.url}/products/gaiwan%E3%80%82`)
  await expect(page).toHaveURL(`${shop.url}/products/gaiwan`)
  const answer = await fetch(`${clean}%20`, { redirect: 'manual' })
  expect([answer.status, answer.headers.get('location')]).toEqual([308, `/orders/${orderNo}`])
})

test('[#29] an address that cannot be read is told so as it is, with a link home', async ({ page, shop }) => {
  for (const path of ['/%', '/orders/%B2%E2', '/%ff']) {
    const answer = await page.goto(shop.url + path)
    expect(answer?.status(), path).toBe(400)
    await expect(page.locator('[lang=zh-CN] p').first()).toContainText('不是 UTF-8 编码')
    await expect(page.locator('[lang=en] p').first()).toContainText('copied along with the address')
  }
  await page.getByRole('link', { name: '回到首页' }).click()
  await expect(page).toHaveURL(`${shop.url}/`)
})
