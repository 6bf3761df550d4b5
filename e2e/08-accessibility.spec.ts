import {
  confirmAndPay,
  fillReceiver,
  goToCashier,
  logIn,
  order,
  orderNoOf,
  payDirectly,
  putInCart,
  submitOrder,
  stateOf,
  untilDelivered,
} from './buyer'
import { expectGoodPage } from './good-page'
import { found } from './merchant'
import { expect, test } from './test'

/** Nowhere to break the line. */
const LONG = 'W'.repeat(256)

test('the shelf is there for everybody', async ({ page, shop }) => {
  await page.goto(shop.url)
  await expectGoodPage(page)
})

test('the shelf’s searches, a product, cart and checkout are there for everybody', async ({ page, shop }) => {
  for (const path of [
    `?q=${LONG}`,
    '?category=tea',
    'products/zisha',
    'products/gaiwan?problem=quantity',
    'cart',
  ]) {
    await page.goto(`${shop.url}/${path}`)
    await expectGoodPage(page)
  }
  await putInCart(page, shop.url, 'longjing', 1, '50 克')
  await expectGoodPage(page)
  await page.getByRole('link', { name: '去结算' }).click()
  await page.getByRole('button', { name: '提交订单' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '有 6 处填写有误' })).toBeVisible()
  await expectGoodPage(page)
  await fillReceiver(page)
  // the gateway takes 256 characters of an address, of which the region’s nine count two each
  await page.getByLabel('详细地址').fill(LONG.slice('浙江省杭州市西湖区'.length * 2))
  await submitOrder(page)
  await expectGoodPage(page)
})

test('the direct-pay page is there for everybody, with and without mistakes', async ({ page, shop }) => {
  await page.goto(`${shop.url}/direct-pay`)
  await expectGoodPage(page)
  await payDirectly(page, shop.url, { subject: '茶'.repeat(129), amount: 'x'.repeat(100) })
  await expect(page.getByRole('alert').filter({ hasText: '有 2 处填写有误' })).toBeVisible()
  await expectGoodPage(page)
})

test('orders, paid and unpaid, are there for everybody', async ({ page, shop, sandbox }) => {
  await page.goto(`${shop.url}/orders`)
  await expectGoodPage(page)
  const orderNo = await order(page, shop.url)
  await expectGoodPage(page)
  await goToCashier(page)
  const { return_url: returnUrl } = await sandbox.pay(orderNo)
  await untilDelivered(sandbox, orderNo, 2)
  await page.goto(returnUrl ?? '')
  await page.getByText('返回的数据').click()
  await expectGoodPage(page)
  await page.goto(`${returnUrl}0`) // a return that fails
  await expect(page.getByRole('region', { name: '页面返回：验证失败' })).toBeVisible()
  await expectGoodPage(page)
  await payDirectly(page, shop.url, { subject: LONG, amount: '1000000', remark: LONG })
  await expect(page).toHaveURL(/\/sandbox\/cashier\//)
  await page.goto(`${shop.url}/orders`)
  await expectGoodPage(page)
  await page.getByRole('link', { name: LONG }).click()
  await expect(stateOf(page)).toHaveText('待付款')
  await expectGoodPage(page)
})

test('the cashier is there for everybody, at each step', async ({ page, context, shop }) => {
  await context.route('**/api/alipay/return?*', (route) => route.abort()) // the paid page stays
  await payDirectly(page, shop.url, { subject: LONG, amount: '1000000', remark: LONG })
  await page.getByText('用网上银行').click()
  await expectGoodPage(page)
  await page.getByLabel('登录密码').fill('wrong')
  await page.getByRole('button', { name: '登录并确认购买' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '密码不对' })).toBeVisible()
  await expectGoodPage(page)
  await page.getByLabel('登录密码').fill('111111')
  await logIn(page)
  await expectGoodPage(page)
})

test('the paid page is there for everybody', async ({ page, context, shop }) => {
  await payDirectly(page, shop.url, { subject: '一斤龙井', amount: '1000000' })
  await logIn(page)
  await context.route('**/api/alipay/return?*', (route) => route.fulfill({ status: 204 })) // stay on the page
  await confirmAndPay(page)
  await expectGoodPage(page)
})

test('the console of the sandbox is there for everybody', async ({ page, shop, sandbox }) => {
  await payDirectly(page, shop.url, { subject: LONG, amount: '0.01' })
  await expect(page).toHaveURL(/\/sandbox\/cashier\//)
  await page.goto(`${sandbox.origin}/sandbox/console`)
  await expectGoodPage(page)
  await page.getByRole('link', { name: LONG }).first().click()
  await expect(page.getByRole('heading', { name: LONG })).toBeVisible()
  await expectGoodPage(page)
  const orderNo = await order(page, shop.url)
  await goToCashier(page)
  await sandbox.misbehave({ kind: 'tamper', field: 'subject', value: LONG.slice(0, 200), trade: orderNo })
  await sandbox.pay(orderNo)
  await sandbox.act(orderNo, 'ship', { logistics_name: LONG.slice(0, 64), invoice_no: LONG.slice(0, 64) })
  await sandbox.act(orderNo, 'refund-apply', { goods_received: true })
  await page.goto(`${sandbox.origin}/sandbox/console/${orderNo}?error=${LONG}`)
  await page.getByText('各种故障自己的选项').click()
  await expectGoodPage(page)
})

test('a page that is not there, and the error page of the gateway, are there for everybody', async ({
  page,
  shop,
}) => {
  await page.goto(`${shop.url}/nowhere`)
  await expect(stateOf(page)).toHaveText('这一页不在了')
  await expectGoodPage(page)
  await page.goto(`${shop.url}/sandbox/gateway.do?service=${'x'.repeat(200)}`)
  await expect(page.getByText('ILLEGAL_SERVICE')).toBeVisible()
  await expectGoodPage(page)
})

test('the back office is there for everybody', async ({ page, merchant, shop, sandbox }) => {
  await page.goto(`${shop.url}/merchant/sign-in?failed=wrong`)
  await expect(page.getByRole('alert').filter({ hasText: '邮箱或密码不正确' })).toBeVisible()
  await expectGoodPage(page)
  await payDirectly(page, shop.url, { subject: LONG, amount: '1000000', remark: LONG })
  await expect(page).toHaveURL(/\/sandbox\/cashier\//)
  await page.goto(`${shop.url}/orders`)
  await page.getByRole('link', { name: LONG }).click()
  await expect(stateOf(page)).toHaveText('待付款')
  const orderNo = orderNoOf(page)
  await sandbox.pay(orderNo)
  await untilDelivered(sandbox, orderNo, 2)
  await merchant.goto(`${shop.url}/merchant/orders?q=${LONG}`)
  await expect(found(merchant).filter({ hasText: orderNo })).toHaveCount(1)
  await expectGoodPage(merchant)
  await merchant.goto(`${shop.url}/merchant/orders?filter=price&q=nothing`)
  await expect(merchant.getByText('没有找到符合条件的订单')).toBeVisible()
  await expectGoodPage(merchant)
  await merchant.goto(`${shop.url}/merchant/orders/${orderNo}?action=ship&kind=refused&code=ILLEGAL_SIGN`)
  await expect(merchant.getByRole('button', { name: '发货' })).toBeVisible()
  await expectGoodPage(merchant)
})

test('the account is there for everybody', async ({ page, shop }) => {
  const email = `${'w'.repeat(60)}@${'w'.repeat(60)}.example`
  const form = { email, password: 'a long password' }
  await page.request.post(`${shop.url}/account/sign-up/check`, { form })
  for (const path of ['', '/password?failed=wrong', '/password?failed=too_many', '/delete?failed=wrong']) {
    await page.goto(`${shop.url}/account${path}`)
    await expectGoodPage(page)
  }
  await page.context().clearCookies()
  for (const path of ['/sign-in', '/sign-in?failed=wrong', '/sign-up', '/sign-up?failed=email']) {
    await page.goto(`${shop.url}/account${path}`)
    await expectGoodPage(page)
  }
})

test('the merchant’s first page and products are there for everybody, with and without mistakes', async ({
  page,
  merchant,
  shop,
  sandbox,
}) => {
  const orderNo = await order(page, shop.url)
  await goToCashier(page)
  await sandbox.pay(orderNo)
  await untilDelivered(sandbox, orderNo, 2)
  await merchant.goto(`${shop.url}/merchant`)
  await merchant.getByText('每天的数字').click()
  await expectGoodPage(merchant)
  await merchant.goto(`${shop.url}/merchant/products`)
  await expectGoodPage(merchant)
  await merchant.goto(`${shop.url}/merchant/products?q=nothing`)
  await expect(merchant.getByText('没有找到相关商品')).toBeVisible()
  await expectGoodPage(merchant)
  await merchant.goto(`${shop.url}/merchant/products/new`)
  await merchant.getByLabel('名称', { exact: true }).fill(LONG.slice(0, 60))
  await merchant.getByLabel('价格（元）').fill('x'.repeat(60))
  await merchant.getByRole('button', { name: '保存商品' }).click()
  await expect(merchant.getByRole('alert').filter({ hasText: '处填写有误' })).toBeVisible()
  await expectGoodPage(merchant)
  await merchant.getByLabel('简介', { exact: true }).fill(LONG.slice(0, 200))
  await merchant.getByLabel('网址', { exact: true }).fill('a'.repeat(60))
  await merchant.getByLabel('分类').selectOption('cup')
  await merchant.getByLabel('价格（元）').fill('1000000')
  await merchant.getByLabel('库存', { exact: true }).fill('1000000')
  await merchant.getByLabel('在售').uncheck()
  await merchant.getByRole('button', { name: '保存商品' }).click()
  await expect(merchant.getByRole('status')).toBeVisible()
  await expectGoodPage(merchant)
  const buffer = Buffer.from('<svg/>')
  await merchant.getByLabel('选择图片').setInputFiles({ name: `${LONG}.png`, mimeType: 'image/png', buffer })
  await expect(merchant.getByRole('region', { name: '图片' }).getByRole('alert')).toBeVisible()
  await expectGoodPage(merchant)
  await merchant.goto(`${shop.url}/merchant/products/categories?done=not_empty`)
  await expectGoodPage(merchant)
  await merchant.goto(`${shop.url}/merchant/products`)
  await expectGoodPage(merchant)
})
