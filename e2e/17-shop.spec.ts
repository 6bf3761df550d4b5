import type { Browser, Page } from '@playwright/test'
import { confirmAndPay, comeBackByItself, fillReceiver, goToCashier, logIn, order, orderNoOf, PAID, putInCart, stateOf, submitOrder } from './buyer' // prettier-ignore
import { expect, test } from './test'

const total = (page: Page) => page.getByRole('region', { name: '订单摘要' })
const alert = (page: Page, text: string | RegExp) => page.getByRole('alert').filter({ hasText: text })

/** The checkout of one thing, from its page. */
async function buyNow(page: Page, shopUrl: string, slug: string) {
  await page.goto(`${shopUrl}/products/${slug}`)
  await page.getByRole('button', { name: '立即购买' }).click()
  await expect(page).toHaveURL(/\/checkout\?/)
}

test('[F10] a guest finds goods, orders the cart as one with the postage chosen, and at the cashier takes another way', async ({
  page,
  shop,
  sandbox,
}) => {
  await page.goto(`${shop.url}/?category=cup`)
  const cups = page.getByRole('main').getByRole('list').last().getByRole('link')
  await expect(cups).toHaveText(['玻璃公道杯', '青瓷品茗杯'])
  await page.getByText('排序').click()
  await page.getByRole('link', { name: '价格从低到高' }).click()
  await expect(cups).toHaveText(['青瓷品茗杯', '玻璃公道杯'])
  await page.goto(shop.url)
  await page.getByRole('searchbox', { name: '搜索' }).fill('兰花香')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '“兰花香”：1 件商品' })).toBeVisible()
  await expect(page.getByRole('searchbox', { name: '搜索' })).toHaveValue('兰花香')
  await page.getByRole('link', { name: '安溪铁观音' }).click()
  await page.getByRole('radio', { name: /100 克/ }).check()
  await page.getByRole('button', { name: '加入购物车' }).click()
  await expect(page.getByRole('region', { name: '小计' })).toContainText('¥88.00')

  const quantity = page.getByRole('spinbutton', { name: '安溪铁观音 · 100 克 的数量' })
  await quantity.fill('2')
  await quantity.blur() // a number that is typed is sent by itself
  await expect(page.getByRole('region', { name: '小计' })).toContainText('¥176.00')
  await putInCart(page, shop.url, 'celadon-cup', 1, '单只')
  await page.getByRole('button', { name: '移除 安溪铁观音' }).click()
  await expect(page.getByRole('region', { name: '小计' })).toContainText('¥26.00')
  await putInCart(page, shop.url, 'fairness-cup')

  await page.getByRole('link', { name: '去结算' }).click()
  await expect(total(page)).toContainText('¥78.00') // 68.00 and express
  await page.getByRole('radio', { name: /平邮/ }).check()
  await expect(total(page).getByText('¥73.00')).toBeVisible()
  await expect(total(page).getByText('¥78.00')).toBeHidden()
  await fillReceiver(page)
  const orderNo = await submitOrder(page)
  await expect(page.getByRole('region', { name: '收货信息' })).toContainText('浙江省杭州市西湖区龙井路 1 号')
  await page.goto(`${shop.url}/cart`)
  await expect(page.getByText('购物车是空的')).toBeVisible()

  await page.goto(`${shop.url}/orders/${orderNo}`)
  await goToCashier(page)
  expect(await sandbox.trade(orderNo)).toMatchObject({
    subject: '青瓷品茗杯 · 单只 等 2 件',
    total_fee: '73.00',
  })
  await logIn(page)
  await page.getByRole('radio', { name: /EMS 20.00/ }).check()
  await confirmAndPay(page)
  expect(await comeBackByItself(page)).toBe(orderNo)
  await expect(stateOf(page)).toHaveText(PAID)
  await expect(page.getByRole('region', { name: '订单内容' })).toContainText('¥88.00') // 68.00 and EMS
})

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a product is looked at: its pictures one by one and large, its facts, and others beside it', async ({
      page,
      shop,
    }) => {
      await page.goto(`${shop.url}/products/longjing`)
      const second = page.getByRole('button', { name: '放大第 2 张图' })
      await expect(second).not.toBeInViewport()
      await page.getByRole('link', { name: '第 2 张图' }).click()
      await expect(second).toBeInViewport()
      await second.click()
      const large = page.getByRole('dialog', { name: '明前龙井，第 2 张图' })
      await expect(large).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(large).toBeHidden()
      await expect(page.getByRole('row', { name: '产地 浙江杭州 西湖龙坞' })).toBeVisible()
      await expect(page.getByRole('region', { name: '还可以看看' }).getByRole('listitem')).toHaveCount(4)

      const price = page.getByRole('main').getByText('¥238.00').filter({ visible: true })
      await page.getByRole('radio', { name: '100 克' }).check()
      if (!javaScriptEnabled) return
      await expect(price.first()).toHaveText('¥238.00')
      await page.getByRole('button', { name: '加一件' }).click()
      await expect(page.getByLabel('数量')).toHaveValue('2')
      await page.setViewportSize({ width: 390, height: 800 })
      await expect(page.getByText('100 克 × 2')).toBeInViewport()
      await page.getByRole('button', { name: '立即购买' }).click()
      await expect(total(page)).toContainText('¥476.00')
    })
  })

test('[F5] virtual goods in a cart need no address', async ({ page, shop }) => {
  await putInCart(page, shop.url, 'gift-card', 2)
  await page.getByRole('link', { name: '去结算' }).click()
  await expect(page.getByLabel('收货人')).toHaveCount(0)
  await submitOrder(page)
  await expect(page.getByRole('region', { name: '订单内容' })).toContainText('¥10.00')
})

test('[T5.1] what is wrong is said at its field and kept as typed, and makes no order', async ({
  page,
  gbkShop,
}) => {
  await buyNow(page, gbkShop.url, 'gaiwan')
  await page.getByLabel('收货人').fill('张三😀')
  await page.getByLabel('手机', { exact: true }).fill('1380013800')
  await page.getByRole('radio', { name: /EMS/ }).check()
  await page.getByRole('button', { name: '提交订单' }).click()
  await expect(alert(page, '有 6 处填写有误')).toBeVisible()
  await expect(page.getByLabel('收货人')).toHaveAccessibleDescription(/“😀”/)
  await expect(page.getByLabel('收货人')).toHaveValue('张三😀')
  await expect(page.getByLabel('详细地址')).toHaveAccessibleDescription(/请填写详细地址/)
  await expect(page.getByLabel('城市')).toHaveAccessibleDescription(/请选择省份/)
  await expect(page.getByLabel('手机', { exact: true })).toHaveAccessibleDescription(
    '手机号应为 11 位，还差 1 位',
  )
  await expect(page.getByRole('radio', { name: /EMS/ })).toBeChecked()
  await page.goto(`${gbkShop.url}/orders`)
  await expect(page.getByText('还没有订单')).toBeVisible()
})

test('[#68] a quantity that is none, or too many, is refused, and nothing is done', async ({
  page,
  shop,
}) => {
  const variant = await variantOf(page, shop.url, 'gaiwan')
  for (const quantity of ['0', '-1', '1.5', '1000000000', 'abc', '']) {
    const form = { variant, quantity }
    const headers = { origin: shop.url }
    const response = await page.request.post(`${shop.url}/cart/add`, { form, headers, maxRedirects: 0 })
    expect(response.headers().location, quantity).toBe('/products/gaiwan?problem=quantity')
    await page.goto(`${shop.url}/checkout?${new URLSearchParams(form)}`)
    await expect(alert(page, '数量请填 1 到 999 的整数')).toBeVisible()
  }
  await page.goto(`${shop.url}/cart`)
  await expect(page.getByText('购物车是空的')).toBeVisible()
  await page.goto(`${shop.url}/checkout?variant=${variant}&quantity=999`)
  await expect(alert(page, '库存不足')).toBeVisible()
  const left = /只剩 (\d+) 件/.exec((await alert(page, '库存不足').textContent()) ?? '')?.[1]
  await expect(total(page)).toContainText(`白瓷盖碗 × ${left}`)
})

test('a form that is sent twice, at once or later, makes one order', async ({ browser, shop }) => {
  const bought = await sendings(browser, shop.url, 'gift-card')
  const [first, second] = await Promise.all([bought.send(), bought.send()]) // a guest's, who has no cookie yet
  expect(first.headers().location).toMatch(/\/orders\/\d{24}$/)
  for (const answer of [second, await bought.send()])
    expect(answer.headers().location).toBe(first.headers().location)
  await bought.page.goto(`${shop.url}${first.headers().location}`)
  await expect(bought.page.getByRole('region', { name: '订单内容' })).toContainText('¥5.00')
  await bought.page.goto(`${shop.url}/orders`)
  await expect(bought.page.locator('main li')).toHaveCount(1)
  await bought.close()

  const checkedOut = await sendings(browser, shop.url, 'fairness-cup')
  const orders = await Promise.all([checkedOut.send(), checkedOut.send()])
  expect(new Set(orders.map((answer) => answer.headers().location)).size).toBe(1)
  await checkedOut.page.goto(`${shop.url}${orders[0].headers().location}`)
  await expect(checkedOut.page.getByRole('region', { name: '订单内容' })).toContainText('¥52.00')
  await checkedOut.close()
})

test('a buyer who goes back and buys again has another order', async ({ page, shop }) => {
  await order(page, shop.url)
  const latest = await order(page, shop.url)
  await page.goBack()
  await expect(page).toHaveURL(`${shop.url}/products/test-tea`)
  await page.getByRole('button', { name: '立即购买' }).first().click()
  await expect(page).toHaveURL(/\/orders\/\d{24}$/)
  expect(orderNoOf(page)).not.toBe(latest)
})

test('[#69] [#68] an order is not made from another site’s page, nor at a price that the form brings', async ({
  browser,
  shop,
}) => {
  for (const slug of ['gift-card', 'fairness-cup']) {
    const form = await sendings(browser, shop.url, slug)
    for (const origin of ['https://evil.example', 'null']) {
      const answer = await form.send({}, origin)
      expect(answer.status(), `${slug} from ${origin}`).toBe(403)
      expect(await answer.text()).toContain('请从本店自己的页面提交')
    }
    const answer = await form.send({ price: '0.01', priceFen: '1', total_fee: '0.01', postageFen: '0' })
    await form.page.goto(`${shop.url}${answer.headers().location}`)
    await expect(form.page.getByRole('region', { name: '订单内容' })).toContainText(
      slug === 'gift-card' ? '¥5.00' : '¥52.00',
    )
    await form.close()
  }
})

test('[#68] a total that the form brings is no price: what the buyer has not seen is not ordered', async ({
  page,
  shop,
}) => {
  await buyNow(page, shop.url, 'gaiwan')
  await fillReceiver(page)
  await page.locator('input[name=shown]').evaluate((input: HTMLInputElement) => (input.value = '¥0.01'))
  await page.getByRole('button', { name: '提交订单' }).click()
  await expect(alert(page, '商品、价格或库存刚刚有变化')).toBeVisible()
  await expect(page.getByLabel('收货人')).toHaveValue('张三')
  await submitOrder(page)
  await expect(page.getByRole('region', { name: '订单内容' })).toContainText('¥78.00')
})

test('[#69] a cart is not changed from another site’s page', async ({ page, shop }) => {
  await putInCart(page, shop.url, 'gaiwan')
  const variant = await variantOf(page, shop.url, 'gaiwan')
  for (const path of ['add', 'change'])
    for (const origin of ['https://evil.example', 'null']) {
      const form = { variant, quantity: '7', remove: '1' }
      const response = await page.request.post(`${shop.url}/cart/${path}`, { form, headers: { origin } })
      expect(response.status()).toBe(403)
    }
  await page.goto(`${shop.url}/cart`)
  await expect(page.getByRole('spinbutton', { name: '白瓷盖碗 的数量' })).toHaveValue('1')
})

test('[#67] an order’s markup stays text, and a cart is its buyer’s own', async ({ page, browser, shop }) => {
  await putInCart(page, shop.url, 'gaiwan')
  await page.getByRole('link', { name: '去结算' }).click()
  await fillReceiver(page)
  const markup = '<img src=x onerror="document.title=1">'
  await page.getByLabel('收货人').fill(markup)
  await submitOrder(page)
  await expect(page.getByText(markup)).toBeVisible()
  const stranger = await browser.newContext()
  const theirs = await stranger.newPage()
  await theirs.goto(`${shop.url}/checkout`)
  await expect(theirs.getByText('购物车是空的')).toBeVisible()
  await stranger.close()
})

test('of two buyers of the last ones, one has them and the other is told, and keeps what was typed', async ({
  page,
  browser,
  shop,
}) => {
  const other = await browser.newContext()
  const theirs = await other.newPage()
  const all = { variant: await variantOf(page, shop.url, 'zisha'), quantity: '6' }
  for (const one of [page, theirs]) {
    await one.goto(`${shop.url}/checkout?${new URLSearchParams(all)}`)
    await fillReceiver(one)
  }
  await submitOrder(page)
  await theirs.getByRole('button', { name: '提交订单' }).click()
  await expect(alert(theirs, '已售完')).toBeVisible()
  await expect(theirs.getByLabel('详细地址')).toHaveValue('龙井路 1 号')
  await theirs.goto(`${shop.url}/orders`)
  await expect(theirs.getByText('还没有订单')).toBeVisible()
  await other.close()
})

test('what cannot be ordered any more is said in the cart, and kept out of the total', async ({
  page,
  browser,
  shop,
}) => {
  await putInCart(page, shop.url, 'zisha', 4, '西施')
  await putInCart(page, shop.url, 'gaiwan')
  const other = await browser.newContext()
  const theirs = await other.newPage()
  await putInCart(theirs, shop.url, 'zisha', 4, '西施')
  await theirs.getByRole('link', { name: '去结算' }).click()
  await fillReceiver(theirs)
  await submitOrder(theirs)
  await other.close()
  await page.reload()
  await expect(page.getByText('已售完，请移除')).toBeVisible()
  await expect(page.getByRole('region', { name: '小计' })).toContainText('¥68.00')
  await page.getByRole('link', { name: '去结算' }).click()
  await expect(total(page)).toContainText('有 1 种商品暂时不能下单')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('[T3.1c] a buyer fills a cart, mends the address and orders', async ({ page, shop }) => {
    await putInCart(page, shop.url, 'longjing', 1, '50 克')
    await page.getByRole('spinbutton', { name: '明前龙井 · 50 克 的数量' }).fill('2')
    await page.getByRole('button', { name: '更新' }).click()
    await page.getByRole('link', { name: '去结算' }).click()
    await page.getByLabel('收货人').fill('张三')
    await page.getByRole('radio', { name: /EMS/ }).check()
    await expect(total(page).getByText('¥276.00')).toBeVisible()
    await page.getByRole('button', { name: '提交订单' }).click()
    await expect(page.getByLabel('详细地址')).toHaveAccessibleDescription(/请填写详细地址/)
    await expect(page.getByLabel('收货人')).toHaveValue('张三')
    await expect(page.getByRole('radio', { name: /EMS/ })).toBeChecked()
    await fillReceiver(page)
    await submitOrder(page)
    await expect(page.getByRole('region', { name: '订单内容' })).toContainText('¥276.00')
  })
})

/** The form that buys a product at once, filled in by a browser without scripts, to be sent as often as one likes. */
async function sendings(browser: Browser, shopUrl: string, slug: string) {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${shopUrl}/products/${slug}`)
  if (slug !== 'gift-card') {
    await page.getByRole('button', { name: '立即购买' }).click()
    await fillReceiver(page)
  }
  const fields = await page
    .locator('main form')
    .evaluate((form: HTMLFormElement) => Object.fromEntries(new FormData(form)) as Record<string, string>)
  const url = await page.locator('main form').evaluate((form: HTMLFormElement) => form.action)
  const send = (more: Record<string, string> = {}, origin = shopUrl) =>
    context.request.post(url, { multipart: { ...fields, ...more }, headers: { origin }, maxRedirects: 0 })
  return { page, send, close: () => context.close() }
}

/** The id of a product's first variant. */
async function variantOf(page: Page, shopUrl: string, slug: string) {
  await page.goto(`${shopUrl}/products/${slug}`)
  return (await page.locator('input[name=variant]').first().getAttribute('value')) ?? ''
}
