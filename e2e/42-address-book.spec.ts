import type { Page } from '@playwright/test'
import { chooseRegion, fillReceiver, orderAndGoToCashier, putInCart, submitOrder } from './buyer'
import { expectGoodEnglish, speakEnglish } from './english'
import { expectGoodPage } from './good-page'
import { expect, test } from './test'

const LINE = '浙江省杭州市西湖区龙井路 1 号'
const PASTED = '李四，13900139000，上海市徐汇区漕溪北路 8 号'

async function signUp(page: Page, shopUrl: string) {
  const form = { email: `book-${Date.now()}-${Math.random()}@example.com`, password: 'a long password' }
  await page.request.post(`${shopUrl}/account/sign-up/check`, { form, headers: { origin: shopUrl } })
}

const addresses = (page: Page) => page.getByRole('main').getByRole('listitem')

async function goToCheckout(page: Page, shopUrl: string) {
  await putInCart(page, shopUrl, 'gaiwan')
  await page.goto(`${shopUrl}/checkout`)
}

async function paste(page: Page, text: string) {
  await page.getByText('粘贴整段地址').click()
  await page.getByLabel('整段地址').fill(text)
  await page.getByRole('button', { name: '识别' }).click()
}

test('an address typed at checkout is kept, the next one is pasted, and the default is chosen by itself', async ({
  page,
  shop,
}) => {
  await signUp(page, shop.url)
  await goToCheckout(page, shop.url)
  await expect(page.locator('main select[name=province]')).toBeVisible()
  await page.locator('main select[name=province]').selectOption('北京市')
  await expect(page.locator('main select[name=city]')).toHaveValue('北京市') // there is no other
  await fillReceiver(page)
  await submitOrder(page)
  await expect(page.getByRole('region', { name: '收货信息' })).toContainText(LINE)

  await page.goto(`${shop.url}/account/addresses`)
  await expect(addresses(page)).toContainText([LINE])
  await page.getByRole('link', { name: '添加地址' }).click()
  await paste(page, '请放在快递柜')
  await expect(page.getByLabel('整段地址')).toHaveAccessibleDescription(/没有认出地址/)
  await page.getByLabel('整段地址').fill(PASTED)
  await page.getByRole('button', { name: '识别' }).click()
  await expect(page.getByText('已自动填入')).toBeVisible()
  await expect(page.locator('main [name=district]')).toHaveValue('徐汇区')
  await page.getByRole('button', { name: '保存地址' }).click()
  await expect(addresses(page)).toContainText(['李四', '张三'])
  await page.getByRole('button', { name: '把 张三 的地址设为默认' }).click()
  await expect(addresses(page)).toContainText(['张三', '李四'])

  await goToCheckout(page, shop.url)
  await expect(page.getByRole('radio', { name: '张三' })).toBeChecked()
  await expect(page.getByLabel('详细地址')).toBeHidden()
  await page.getByRole('radio', { name: '李四' }).check()
  await expectGoodPage(page)
  await submitOrder(page)
  await expect(page.getByRole('region', { name: '收货信息' })).toContainText('上海市徐汇区漕溪北路 8 号')
})

test('another account’s address is not found, and the book asks who is there', async ({
  page,
  browser,
  shop,
}) => {
  await signUp(page, shop.url)
  await page.goto(`${shop.url}/account/addresses/new`)
  await fillReceiver(page)
  await page.getByRole('button', { name: '保存地址' }).click()
  const path = await page.getByRole('link', { name: '编辑 张三 的地址' }).getAttribute('href')
  const id = path?.split('/').at(-1) ?? ''

  const other = await browser.newContext({ locale: 'zh-CN' })
  const theirs = await other.newPage()
  await theirs.goto(`${shop.url}${path}`)
  await expect(theirs).toHaveTitle(/登录/)
  await signUp(theirs, shop.url)
  expect((await theirs.goto(`${shop.url}${path}`))?.status()).toBe(404)
  for (const action of ['delete', 'default'])
    await theirs.request.post(`${shop.url}${path}/${action}`, { headers: { origin: shop.url }, form: {} })
  await goToCheckout(theirs, shop.url)
  await fillReceiver(theirs)
  await theirs
    .locator('input[name=address]')
    .evaluate((input: HTMLInputElement, value) => (input.value = value), id)
  await theirs.getByRole('button', { name: '提交订单并付款' }).click()
  await expect(theirs.getByText('没有找到选中的收货地址')).toBeVisible()
  await other.close()

  await page.reload()
  await expect(addresses(page)).toContainText([LINE])
})

test('the book and the checkout speak English', async ({ page, shop }) => {
  await signUp(page, shop.url)
  await speakEnglish(page, shop.url)
  await page.goto(`${shop.url}/account/addresses`)
  await expectGoodEnglish(page)
  await page.getByRole('link', { name: 'Add an address' }).click()
  await page.getByLabel('Recipient').fill('Zhang San')
  await page.getByRole('button', { name: 'Save address' }).click()
  await expect(page.getByText('fields to correct')).toBeVisible()
  await expectGoodEnglish(page)
  await page.getByLabel('Mobile', { exact: true }).fill('13800138000')
  await chooseRegion(page, '浙江省', '杭州市', '西湖区')
  await page.getByLabel('Street address').fill('1 Longjing Road')
  await page.getByRole('button', { name: 'Save address' }).click()
  await expect(addresses(page)).toHaveCount(1)
  await expectGoodEnglish(page)
})

test('what is still sold of a paid order is put into the cart once more', async ({ page, shop, sandbox }) => {
  const orderNo = await orderAndGoToCashier(page, shop.url)
  const { return_url: returnUrl } = await sandbox.pay(orderNo)
  await page.goto(returnUrl ?? '')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('付款成功')
  await page.goto(`${shop.url}/orders`)
  await page.getByRole('button', { name: `再次购买：订单 ${orderNo}` }).click()
  await expect(page.getByText('已加入购物车：')).toBeVisible()
  await expect(page.getByRole('spinbutton')).toHaveValue('1')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a buyer pastes an address at checkout, mends its district and orders', async ({ page, shop }) => {
    await goToCheckout(page, shop.url)
    await paste(page, '张三 13800138000 浙江杭州 龙井路 1 号')
    await expect(page.getByLabel('收货人')).toHaveValue('张三')
    await expect(page.getByLabel('详细地址')).toHaveValue('龙井路 1 号')
    await page.getByLabel('区县').fill('东湖')
    await page.getByRole('button', { name: '提交订单并付款' }).click()
    await expect(page.getByText('这个城市里没有“东湖”')).toBeVisible()
    await page.getByLabel('区县').fill('西湖')
    await page.getByLabel('详细地址').press('Enter') // the form's own button, not the one that reads a pasted text
    await expect(page).toHaveURL(/\/orders\/\d{24}$/)
    await expect(page.getByRole('region', { name: '收货信息' })).toContainText(LINE)
  })

  test('a buyer changes the cart by its buttons', async ({ page, shop }) => {
    await putInCart(page, shop.url, 'gaiwan')
    const quantity = page.getByRole('spinbutton', { name: '白瓷盖碗 的数量' })
    await page.getByRole('button', { name: '白瓷盖碗 加一件' }).click()
    await expect(quantity).toHaveValue('2')
    await page.getByRole('button', { name: '白瓷盖碗 减一件' }).click()
    await expect(quantity).toHaveValue('1')
    await quantity.fill('3')
    await page.getByRole('button', { name: '更新' }).click()
    await expect(page.getByRole('region', { name: '小计' })).toContainText('¥204.00')
  })
})
