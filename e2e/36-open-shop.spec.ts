// A shop with nothing set but the sandbox's application of the open platform.
import { devices } from '@playwright/test'
import {
  comeBackByItself,
  confirmAndPay,
  eventsOf,
  logIn,
  messagesOf,
  order,
  orderAndGoToCashier,
  PAID,
  stateOf,
  untilDelivered,
  valueOf,
} from './buyer'
import { keep } from './programs'
import { type Sandbox, sandboxAt } from './sandbox'
import { openShop, SEATS } from './shops'
import { expect, test } from './test'

const APP = { ALIPAY_APP_ID: '9021000000000001' }
test.describe.serial('[O6] A shop with ALIPAY_APP_ID alone', () => {
  let server: Awaited<ReturnType<typeof openShop>>
  let sandbox: Sandbox
  test.beforeAll(async () => {
    server = await openShop(SEATS.mortal, APP)
    keep(server.program)
    sandbox = sandboxAt(server.url)
  })
  test.afterAll(() => server.stop())

  test('[O2] [O8] [#84] sells for 0.01 yuan on a computer: notified, and back with an address that settles nothing', async ({
    page,
  }) => {
    const orderNo = await orderAndGoToCashier(page, server.url)
    await logIn(page)
    await confirmAndPay(page)
    expect(await comeBackByItself(page)).toBe(orderNo)
    await expect(stateOf(page)).toContainText(PAID)
    const returned = page.getByRole('region', { name: '页面返回：验证成功' })
    await returned.getByText('返回的数据').click()
    await expect(valueOf(returned, 'method')).toHaveText('alipay.trade.page.pay.return')
    await expect(valueOf(returned, 'sign_type')).toHaveText('RSA2')
    await untilDelivered(sandbox, orderNo, 1)
    await page.reload()
    await expect(eventsOf(page, '付款成功')).toHaveCount(1)
    const notified = messagesOf(page).filter({ hasText: '异步通知' })
    await expect(notified).toHaveCount(1)
    await expect(notified).toContainText('回答 success')
    await expect(notified).toContainText(/支付宝公钥 …[0-9a-f]{8}/)
    await expect(messagesOf(page).filter({ hasText: 'no_news' })).toHaveCount(1)
    expect(await sandbox.trade(orderNo)).toMatchObject({ trade_status: 'TRADE_SUCCESS' })
  })

  test('[O8] sells on a phone, by the page that Alipay has for it', async ({ browser }) => {
    const { userAgent, viewport, isMobile, hasTouch } = devices['Pixel 7']
    const context = await browser.newContext({ userAgent, viewport, isMobile, hasTouch, locale: 'zh-CN' })
    const page = await context.newPage()
    await orderAndGoToCashier(page, server.url)
    await logIn(page)
    await confirmAndPay(page)
    await comeBackByItself(page)
    await expect(stateOf(page)).toContainText(PAID)
    const returned = page.getByRole('region', { name: '页面返回：验证成功' })
    await returned.getByText('返回的数据').click()
    await expect(valueOf(returned, 'method')).toHaveText('alipay.trade.wap.pay.return')
    await context.close()
  })

  test('[O3] [#90] asks where the notification is lost', async ({ page }) => {
    const orderNo = await orderAndGoToCashier(page, server.url)
    await sandbox.misbehave({ kind: 'drop', trade: orderNo })
    await logIn(page)
    await confirmAndPay(page)
    await comeBackByItself(page)
    await expect(stateOf(page)).toContainText(PAID)
    await expect(messagesOf(page).filter({ hasText: '异步通知' })).toHaveCount(0)
    await expect(messagesOf(page).filter({ hasText: '-> TRADE_SUCCESS' })).toHaveCount(1)
  })

  test('[#90] [#91] closes what Alipay’s timer has closed, of which nobody is told', async ({ page }) => {
    const orderNo = await orderAndGoToCashier(page, server.url)
    await logIn(page)
    await sandbox.advance('25h')
    expect(await sandbox.trade(orderNo)).toMatchObject({ trade_status: 'TRADE_CLOSED', deliveries: [] })
    await page.goto(`${server.url}/orders/${orderNo}`)
    await page.getByRole('button', { name: '查询付款结果' }).click()
    await expect(stateOf(page)).toHaveText('订单已关闭，没有付款')
    await expect(page.getByRole('button', { name: '去支付宝付款' })).toHaveCount(0)
  })
})

test('[O8] with ALIPAY_PRODUCT=qr the buyer scans a code, and the order’s page follows by itself', async ({
  page,
  browser,
}) => {
  const server = await openShop(SEATS.refused, { ...APP, ALIPAY_PRODUCT: 'qr' })
  keep(server.program)
  await order(page, server.url)
  await page.getByRole('button', { name: '去支付宝付款' }).click()
  await expect(page.getByRole('img', { name: '付款码' })).toBeVisible()
  const address = await page.getByRole('link', { name: '就在这部手机上付' }).getAttribute('href')

  const phone = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await phone.goto(address ?? '')
  await logIn(phone)
  await phone.getByRole('button', { name: '确认无误，付款' }).click()
  await expect(stateOf(page)).toContainText(PAID)
  await expect(page.getByRole('img', { name: '付款码' })).toHaveCount(0)
  await server.stop()
})
