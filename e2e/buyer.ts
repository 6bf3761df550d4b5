import { expect, type Page } from '@playwright/test'
import type { Sandbox } from './sandbox'

/** The one product that costs a cent, with free postage. */
export const TEST_TEA = '一分钱试饮茶包'

/** The heading of a paid order, or what is told first to the buyer who comes back from the cashier. */
export const PAID = /^(付款成功|您已付款，等待发货)$/

export interface DirectPayFields {
  subject: string
  amount: string
  remark?: string
}

/** Fills in the direct-pay page and submits it. */
export async function payDirectly(page: Page, shopUrl: string, { subject, amount, remark }: DirectPayFields) {
  await page.goto(`${shopUrl}/direct-pay`)
  await page.getByLabel('付款说明').fill(subject)
  await page.getByLabel('付款金额（元）').fill(amount)
  if (remark) await page.getByLabel('备注').fill(remark)
  await page.getByRole('button', { name: '去支付宝付款' }).click()
}

/** Buys the test tea; ends on the order's page and returns its number. */
export async function order(page: Page, shopUrl: string) {
  await page.goto(`${shopUrl}/products/test-tea`)
  await page.getByRole('button', { name: '立即购买' }).first().click()
  return orderMade(page)
}

async function orderMade(page: Page) {
  await expect(page).toHaveURL(/\/orders\/\d{24}$/)
  return orderNoOf(page)
}

/** Puts a quantity of a product into the cart; ends on the cart's page. */
export async function putInCart(page: Page, shopUrl: string, slug: string, quantity = 1, variant?: string) {
  await page.goto(`${shopUrl}/products/${slug}`)
  if (variant) await page.getByRole('radio', { name: variant }).check()
  await page.getByLabel('数量').fill(String(quantity))
  await page.getByRole('button', { name: '加入购物车' }).click()
  await expect(page).toHaveURL(/\/cart$/)
}

/** Fills in a receiver on the checkout page. */
export async function fillReceiver(page: Page) {
  await page.getByLabel('收货人').fill('张三')
  await page.getByLabel('手机', { exact: true }).fill('13800138000')
  await chooseRegion(page, '浙江省', '杭州市', '西湖区')
  await page.getByLabel('详细地址').fill('龙井路 1 号')
}

/** Province, city and district: choices with scripts, text fields without. */
export async function chooseRegion(page: Page, ...names: [string, string, string]) {
  for (const [index, name] of ['province', 'city', 'district'].entries()) {
    const field = page.locator(`main [name=${name}]`)
    const value = names[index] ?? ''
    await field.fill(value).catch(() => field.selectOption(value))
  }
}

/** Submits the checkout; ends on the order's page and returns its number. */
export async function submitOrder(page: Page) {
  await page.getByRole('button', { name: '提交订单' }).click()
  return orderMade(page)
}

/** Places an order and goes to the gateway's cashier; returns the order's number. */
export async function orderAndGoToCashier(page: Page, shopUrl: string) {
  const orderNo = await order(page, shopUrl)
  await goToCashier(page)
  return orderNo
}

export async function goToCashier(page: Page) {
  await page.getByRole('button', { name: '去支付宝付款' }).click()
  await expect(page).toHaveURL(/\/sandbox\/cashier\/[^/]+$/)
}

/** At the cashier, with the account and the password already filled in. */
export async function logIn(page: Page) {
  await page.getByRole('button', { name: '登录并确认购买' }).click()
  await expect(page.getByRole('heading', { name: '确认付款' })).toBeVisible()
}

export async function confirmAndPay(page: Page) {
  await page.getByRole('button', { name: '确认无误，付款' }).click()
  await expect(page.getByRole('heading', { name: '您已成功付款' })).toBeVisible()
}

/** Waits until the paid page redirects to the shop, some seconds later. */
export async function comeBackByItself(page: Page) {
  await expect(page).toHaveURL(/\/orders\/\d{24}\?return=/)
  return orderNoOf(page)
}

export const orderNoOf = (page: Page) => /\/orders\/(\d{24})/.exec(page.url())?.[1] ?? ''

/** The order's state on its page. */
export const stateOf = (page: Page) => page.getByRole('heading', { level: 1 })

/** The rows of the order's message log. */
export const messagesOf = (page: Page) => page.getByRole('region', { name: '通知记录' }).getByRole('listitem')

/** The order's events, such as 付款成功. */
export const eventsOf = (page: Page, words: string) =>
  page.getByRole('region', { name: '进度' }).getByRole('listitem').filter({ hasText: words })

/** The value beside a name, in a list of names and values. */
export const valueOf = (list: ReturnType<Page['locator']>, name: string) =>
  list.locator(`dt:text-is("${name}") + dd`)

/** Waits until the shop has answered `success` to all notifications of an order. */
export async function untilDelivered(sandbox: Sandbox, orderNo: string, count: number) {
  await expect
    .poll(async () => (await sandbox.trade(orderNo)).deliveries.map(({ state }) => state))
    .toEqual(Array(count).fill('delivered'))
}
