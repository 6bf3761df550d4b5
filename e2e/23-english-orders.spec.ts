import type { Page } from '@playwright/test'
import {
  fillReceiver,
  goToCashier,
  order,
  orderAndGoToCashier,
  putInCart,
  submitOrder,
  untilDelivered,
} from './buyer'
import { expectGoodEnglish, speakEnglish } from './english'
import { expect, test } from './test'

const openAll = (page: Page) =>
  page.locator('summary').evaluateAll((all) => all.forEach((summary) => (summary as HTMLElement).click()))

/** A page with all that can be opened in it open. */
async function expectGoodEnglishAt(page: Page, address: string) {
  await page.goto(address)
  await openAll(page)
  await expectGoodEnglish(page)
}

test('[T5.4b] the pages of an order speak English from the order to the refund', async ({
  page,
  merchant,
  shop,
  sandbox,
}) => {
  await speakEnglish(page, shop.url)
  await expectGoodEnglishAt(page, `${shop.url}/orders`)
  await expectGoodEnglishAt(page, `${shop.url}/orders/${'0'.repeat(24)}`)

  await page.context().clearCookies({ name: 'language' })
  const orderNo = await orderAndGoToCashier(page, shop.url)
  await speakEnglish(page, shop.url)
  const path = `${shop.url}/orders/${orderNo}`
  await expectGoodEnglishAt(page, path)
  await sandbox.pay(orderNo)
  await untilDelivered(sandbox, orderNo, 2)
  const { return_url: returnUrl } = await sandbox.trade(orderNo)
  await page.goto(returnUrl?.replace(/sign=./, 'sign=!') ?? '')
  await expect(page.getByRole('region', { name: 'The return failed verification' })).toContainText(
    'The signature is wrong.',
  )
  await openAll(page)
  await expectGoodEnglish(page)

  await sandbox.act(orderNo, 'ship')
  await sandbox.act(orderNo, 'refund-apply', { goods_received: true })
  await untilDelivered(sandbox, orderNo, 4)
  await expectGoodEnglishAt(page, path)
  const guide = page.getByRole('region', { name: 'Next step' })
  await expect(guide).toContainText('Waiting for the seller to answer your refund request.')
  await expect(guide.getByRole('link', { name: 'Go to Alipay' })).toBeVisible()
  await expectGoodEnglishAt(page, `${shop.url}/orders`)
  await speakEnglish(merchant, shop.url)
  await merchant.goto(`${shop.url}/merchant/orders/${orderNo}`)
  const actions = merchant.getByRole('region', { name: 'Actions' })
  await expect(actions).toContainText('The buyer has asked for a refund')
  const { trade_no: tradeNo } = await sandbox.trade(orderNo)
  await expect(actions.getByRole('link')).toHaveAttribute('href', `/sandbox/console/${tradeNo}`)
  const trace = await page.request.get(`${path}/trace.txt`)
  expect(await trace.text()).toContain('WAIT_SELLER_SEND_GOODS  notification')
})

test('the merchant’s pages of an order speak English, and tell what to pack and where to send it', async ({
  page,
  merchant,
  shop,
  sandbox,
}) => {
  await putInCart(page, shop.url, 'longjing', 2, '50 克')
  await page.goto(`${shop.url}/checkout`)
  await fillReceiver(page)
  const orderNo = await submitOrder(page)
  const path = `${shop.url}/merchant/orders/${orderNo}`
  await speakEnglish(merchant, shop.url)
  await expectGoodEnglishAt(merchant, path)
  await merchant.getByRole('button', { name: 'Query Alipay' }).click()
  await expect(merchant.getByRole('alert').filter({ hasText: 'The query failed' })).toContainText('Remedy: ')
  await expectGoodEnglish(merchant)

  await goToCashier(page)
  await sandbox.pay(orderNo)
  await untilDelivered(sandbox, orderNo, 2)
  await expectGoodEnglishAt(merchant, path)
  const delivery = merchant.getByRole('region', { name: 'Delivery' })
  for (const told of ['张三', '13800138000', '浙江省杭州市西湖区龙井路 1 号', 'Express', 'postage'])
    await expect(delivery).toContainText(told)
  await expect(merchant.getByRole('region', { name: 'Items and amounts' })).toContainText(' × 2')
  for (const outcome of ['ship&kind=invalid', 'close&kind=unreachable'])
    await expectGoodEnglishAt(merchant, `${path}?action=${outcome}`)

  for (const query of ['', '?q=nothing'])
    await expectGoodEnglishAt(merchant, `${shop.url}/merchant/orders${query}`)
  const csv = await merchant.request.get(`${shop.url}/merchant/orders.csv?q=${orderNo}`)
  expect(await csv.text()).toContain('"Order number","Alipay trade number","Items"')
})

test('the log speaks English, and says why a message was refused', async ({
  page,
  merchant,
  shop,
  sandbox,
}) => {
  const orderNo = await orderAndGoToCashier(page, shop.url)
  await sandbox.pay(orderNo)
  await untilDelivered(sandbox, orderNo, 2)
  const [delivery] = (await sandbox.trade(orderNo)).deliveries
  await merchant.request.post(`${shop.url}/api/alipay/notify`, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    data: `${delivery?.message}&PHPSESSID=a1b2c3`,
  })
  await speakEnglish(merchant, shop.url)
  for (const query of ['', '?orderNo=nobody'])
    await expectGoodEnglishAt(merchant, `${shop.url}/merchant/log${query}`)
  await merchant.goto(`${shop.url}/merchant/log?orderNo=${orderNo}&verdict=bad_sign`)
  await merchant.getByRole('main').getByRole('listitem').getByRole('link').click()
  await expect(merchant.getByRole('region', { name: 'Diagnosis' })).toContainText('PHPSESSID')
  await openAll(merchant)
  await expectGoodEnglish(merchant)
  await merchant.getByRole('button', { name: 'Recheck' }).click()
  await expect(merchant.getByRole('link', { name: 'The original message' })).toBeVisible()
  await expectGoodEnglish(merchant)
  const csv = await merchant.request.get(`${shop.url}/merchant/log.csv?orderNo=${orderNo}`)
  expect(await csv.text()).toContain('"Beijing time","Source"')
})

test('[#25] a price to decide is told in English to the buyer and to the merchant', async ({
  page,
  merchant,
  shop,
  sandbox,
}) => {
  const orderNo = await order(page, shop.url)
  await goToCashier(page)
  await sandbox.logIn(orderNo)
  await sandbox.act(orderNo, 'change-price', { total_fee: '0.02' })
  await expect(async () => {
    await speakEnglish(page, shop.url)
    await page.goto(`${shop.url}/orders/${orderNo}`)
    await expect(page.getByText('At Alipay this trade costs ¥0.02')).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await expectGoodEnglish(page)
  await speakEnglish(merchant, shop.url)
  await merchant.goto(`${shop.url}/merchant/orders/${orderNo}`)
  await expect(merchant.getByRole('button', { name: 'Accept ¥0.02' })).toBeVisible()
  await expectGoodEnglish(merchant)
})
