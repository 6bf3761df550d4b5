import type { Page } from '@playwright/test'
import { chooseRegion, orderNoOf } from './buyer'
import { expectGoodEnglish, speakEnglish } from './english'
import { expect, test } from './test'

test.beforeEach(async ({ page, shop }) => speakEnglish(page, shop.url))

async function putInCart(page: Page, shopUrl: string, slug: string, quantity: number) {
  await page.goto(`${shopUrl}/products/${slug}`)
  await page.getByLabel('Quantity').fill(`${quantity}`)
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page).toHaveURL(/\/cart$/)
}

test('products speak English, with every complaint', async ({ page, shop }) => {
  for (const path of ['longjing?problem=quantity', 'gift-card?problem=short']) {
    await page.goto(`${shop.url}/products/${path}`)
    await expectGoodEnglish(page)
  }
  await expect(page).toHaveTitle(/^Gift card, 5 yuan · /)
})

test('a cart speaks English: empty, full and with what cannot be ordered', async ({ page, shop }) => {
  await page.goto(`${shop.url}/cart`)
  await expectGoodEnglish(page)
  await putInCart(page, shop.url, 'gaiwan', 2)
  await putInCart(page, shop.url, 'longjing', 1)
  const quantity = page.getByRole('spinbutton', { name: 'Quantity of Longjing' })
  await quantity.fill('999')
  await quantity.blur()
  await expect(page.getByText(/^Only \d+ left. Please order \d+ or fewer.$/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('Goods (2 items)¥136.00')
  await expectGoodEnglish(page)
  await page.getByRole('button', { name: 'Remove Longjing' }).click()
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1)
})

test('[F10] a checkout speaks English, and the order is recorded and sent to the gateway in it', async ({
  page,
  shop,
  sandbox,
}) => {
  await putInCart(page, shop.url, 'celadon-cup', 2)
  await putInCart(page, shop.url, 'gaiwan', 1)
  await page.getByRole('link', { name: 'Check out' }).click()
  await page.getByLabel('Recipient').fill('x'.repeat(129))
  await page.getByRole('button', { name: 'Place order' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '6 fields to correct' })).toBeVisible()
  await expect(page.getByLabel('Recipient')).toHaveAccessibleDescription(/^at most 128 characters/)
  await expectGoodEnglish(page)
  await page.getByLabel('Recipient').fill('Zhang San')
  await page.getByLabel('Mobile', { exact: true }).fill('13800138000')
  await chooseRegion(page, '浙江省', '杭州市', '西湖区')
  await page.getByLabel('Street address').fill('1 Longjing Road')
  await page.getByRole('button', { name: 'Place order' }).click()
  await expect(page).toHaveURL(/\/orders\/\d{24}$/)
  const orderNo = orderNoOf(page)
  await page.locator('form[action$="alipayto"] button').click()
  await expect(page).toHaveURL(/\/sandbox\/cashier\//)
  expect(await sandbox.trade(orderNo)).toMatchObject({ subject: 'Celadon tasting cup · single and 2 more' })
})

test('[T5.1] what GBK cannot carry is said at its field in English', async ({ page, gbkShop }) => {
  await speakEnglish(page, gbkShop.url)
  await page.goto(`${gbkShop.url}/products/gaiwan`)
  await page.getByRole('button', { name: 'Buy now' }).click()
  await page.getByLabel('Recipient').fill('张三😀')
  await page.getByRole('button', { name: 'Place order' }).click()
  await expect(page.getByLabel('Recipient')).toHaveAccessibleDescription(/cannot carry the character "😀"/)
})

test('the direct payment speaks English, with and without mistakes', async ({ page, shop }) => {
  await page.goto(`${shop.url}/direct-pay`)
  await expectGoodEnglish(page)
  await page.getByLabel('Amount in yuan').fill('1000000.01')
  await page.getByLabel('Note').fill('&total_fee=1')
  await page.getByRole('button', { name: 'Pay with Alipay' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '3 fields to correct' })).toBeVisible()
  await expect(page.getByLabel('Amount in yuan')).toHaveAccessibleDescription(/^too large: at most 1000000/)
  await expectGoodEnglish(page)
})

test('the account speaks English, with every complaint', async ({ page, shop }) => {
  for (const path of ['sign-in?failed=wrong&done=deleted', 'sign-up?failed=taken']) {
    await page.goto(`${shop.url}/account/${path}`)
    await expectGoodEnglish(page)
  }
  const form = { email: `english-${Date.now()}@example.com`, password: 'a long password' }
  await page.request.post(`${shop.url}/account/sign-up/check`, { form })
  for (const path of ['?done=password', '/password?failed=short', '/delete?failed=too_many']) {
    await page.goto(`${shop.url}/account${path}`)
    await expectGoodEnglish(page)
  }
})

test('a page that is not there, or is not for a buyer, says so in English', async ({ page, shop }) => {
  await page.goto(`${shop.url}/nowhere`)
  await expectGoodEnglish(page)
  const form = { email: `english-${Date.now()}@example.com`, password: 'a long password' }
  await page.request.post(`${shop.url}/account/sign-up/check`, { form })
  expect((await page.goto(`${shop.url}/merchant`))?.status()).toBe(403)
  await expect(page.getByRole('main')).toHaveText(/^This page is not for you[ -~’]*Sign out$/)
})

test('a product tells search engines and links what it is, in the visitor’s language', async ({
  page,
  shop,
}) => {
  await page.goto(`${shop.url}/products/longjing`)
  const data: unknown = JSON.parse(await page.locator('script[type="application/ld+json"]').innerText())
  expect(data).toMatchObject({
    name: 'Longjing before Qingming',
    offers: [
      { name: '50 g', price: '128.00', availability: 'https://schema.org/InStock' },
      { name: '100 g' },
    ],
  })
  const meta = (property: string) => page.locator(`meta[property="${property}"]`)
  await expect(meta('og:title')).toHaveAttribute('content', 'Longjing before Qingming')
  await expect(meta('og:description')).toHaveAttribute('content', /^Picked by hand/)
  await expect(meta('og:image')).toHaveAttribute('content', /\/opengraph-image\.png/)
  await expect(meta('og:url')).toHaveAttribute('content', `${shop.url}/products/longjing`)
})
