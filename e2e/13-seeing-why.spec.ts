import type { Page } from '@playwright/test'
import { messagesOf, order, orderAndGoToCashier, untilDelivered } from './buyer'
import type { Sandbox } from './sandbox'
import { expectGoodPage } from './good-page'
import { expect, test } from './test'

const traceOf = (page: Page) => page.getByRole('region', { name: '协议往来' })

/** An order paid and notified, whose buyer looks at its page; and the message that told of the payment. */
async function paidOrder(page: Page, shopUrl: string, sandbox: Sandbox) {
  const orderNo = await orderAndGoToCashier(page, shopUrl)
  await sandbox.pay(orderNo)
  await untilDelivered(sandbox, orderNo, 2)
  await page.goto(`${shopUrl}/orders/${orderNo}`)
  const { deliveries } = await sandbox.trade(orderNo)
  const payment = deliveries.find(({ message }) => message.includes('=WAIT_SELLER_SEND_GOODS'))
  return { orderNo, message: payment?.message ?? '' }
}

const post = (shopUrl: string, body: string) =>
  fetch(`${shopUrl}/api/alipay/notify`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
  }).then((response) => response.text())

test('[T4.4b] the buyer sees every message of the order, with its check and its answer, and reads each in full', async ({
  page,
  shop,
  sandbox,
}) => {
  const { orderNo, message } = await paidOrder(page, shop.url, sandbox)
  for (let again = 0; again < 3; again++) expect(await post(shop.url, message)).toBe('success')
  expect(await post(shop.url, `${message}0`)).toBe('fail')
  await page.reload()

  const arrows = traceOf(page).getByRole('link', { name: /异步通知/ })
  await expect(arrows).toHaveCount(4)
  await expect(arrows.nth(1)).toHaveAccessibleName(
    /异步通知.*WAIT_SELLER_SEND_GOODS.*notify_verify.*true.*success.*applied/,
  )
  await expect(arrows.nth(2)).toHaveAccessibleName(/共 3 次.*duplicate/)
  await expect(arrows.nth(3)).toHaveAccessibleName(/未证实的异步通知.*fail.*bad_sign/)
  await arrows.nth(3).click()
  const target = new URL(page.url()).hash
  await expect(messagesOf(page).and(page.locator(target))).toContainText('签名不对')

  await traceOf(page).getByText('用文字列出').click()
  await expect(traceOf(page).getByRole('listitem').filter({ hasText: '共 3 次' })).toBeVisible()
  await traceOf(page).getByRole('link', { name: '纯文本' }).click()
  await expect(page.locator('body')).toContainText(`订单 ${orderNo}`)
  await expect(page.locator('body')).toContainText('success  回答  [applied → WAIT_SELLER_SEND_GOODS]')
  expect(await page.content()).not.toMatch(/[0-9a-f]{32}/)
})

test('[T3.4b] the picture of the states tells the way of an order, in words as well', async ({
  page,
  shop,
  sandbox,
}) => {
  await order(page, shop.url)
  const trade = page.getByRole('img', { name: '交易的状态' })
  await expect(trade).toHaveAccessibleName(/走过：还没有。现在：还没有。/)
  const { orderNo } = await paidOrder(page, shop.url, sandbox)
  await expect(trade).toHaveAccessibleName(
    /走过：WAIT_BUYER_PAY、WAIT_SELLER_SEND_GOODS。现在：WAIT_SELLER_SEND_GOODS。/,
  )
  await sandbox.act(orderNo, 'refund-apply', { goods_received: false })
  await untilDelivered(sandbox, orderNo, 3)
  await page.reload()
  await expect(page.getByRole('img', { name: '退款的状态' })).toHaveAccessibleName(
    /现在：WAIT_SELLER_AGREE。/,
  )
})

test('the trace is the buyer’s own', async ({ page, browser, shop }) => {
  const orderNo = await order(page, shop.url)
  const stranger = await browser.newContext()
  const denied = await stranger.request.get(`${shop.url}/orders/${orderNo}/trace.txt`)
  expect(denied.status()).toBe(404)
  await stranger.close()
})

test('[T5.2S] [#44] the merchant finds a message that failed, and reads why and what to do', async ({
  page,
  merchant,
  shop,
  sandbox,
}) => {
  const { orderNo, message } = await paidOrder(page, shop.url, sandbox)
  await post(shop.url, `${message}&PHPSESSID=a1b2c3%E8`)
  await merchant.goto(`${shop.url}/merchant/log`)
  await merchant.getByLabel('结果').selectOption('bad_sign')
  await merchant.getByLabel('订单号').fill(orderNo)
  await merchant.getByRole('button', { name: '查找' }).click()
  const rows = merchant.getByRole('main').getByRole('listitem')
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText('有的文字读不出来，显示为 �')
  await rows.getByRole('link').click()

  const diagnosis = merchant.getByRole('region', { name: '诊断' })
  await expect(diagnosis).toContainText('可以确定')
  await expect(diagnosis).toContainText('PHPSESSID')
  await expect(merchant.getByRole('region', { name: '验证' })).toContainText(/mysign[0-9a-f]{6}…/)
  await expect(merchant.getByRole('region', { name: /^参数/ })).toContainText('a1b2c3�')
  await merchant.getByText('十六进制').click()
  await expect(merchant.locator('pre')).toContainText(/^0000 /)
  await expectGoodPage(merchant)
  await merchant.getByRole('button', { name: '重新检查' }).click()
  await expect(merchant.getByRole('link', { name: '原来的记录' })).toBeVisible()
  await expect(diagnosis).toContainText('PHPSESSID')

  await merchant.goto(`${shop.url}/merchant/log?orderNo=${orderNo}`)
  await expect(merchant.getByRole('main').getByRole('listitem')).toHaveCount(4)
  await expectGoodPage(merchant)
  const csv = await merchant.request.get(`${shop.url}/merchant/log.csv?orderNo=${orderNo}&verdict=applied`)
  expect((await csv.text()).match(/applied/g)).toHaveLength(2)
  await merchant.goto(`${shop.url}/merchant/log?orderNo=nobody`)
  await expect(merchant.getByText('没有符合条件的记录')).toBeVisible()
})

test('the pictures are there for everybody', async ({ page, shop, sandbox }) => {
  await paidOrder(page, shop.url, sandbox)
  await traceOf(page).getByText('用文字列出').click()
  await page.getByText('没有申请过').click()
  await expectGoodPage(page)
})
