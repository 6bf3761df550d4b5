import { expectGoodEnglish, speakEnglish } from './english'
import { expect, test } from './test'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('the merchant signs in, in English, and is told what is wrong', async ({ page, shop }) => {
  await speakEnglish(page, shop.url)
  await page.goto(`${shop.url}/merchant`)
  await page.getByLabel('E-mail address').fill('nobody@example.com')
  await page.getByLabel('Password').fill('wrong')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'is wrong' })).toBeVisible()
  await expectGoodEnglish(page)
})

test('the first page, the doctor and reconciling speak English', async ({ merchant, shop, sandbox }) => {
  expect(sandbox.origin).toBe(shop.url)
  await merchant.goto(`${shop.url}/merchant`)
  await merchant.getByRole('button', { name: 'English' }).click()
  await expect(merchant.getByRole('heading', { name: 'Sales today' })).toBeVisible()
  await expectGoodEnglish(merchant)
  await merchant.goto(`${shop.url}/merchant/doctor`)
  await expect(merchant.getByRole('region', { name: 'The five steps of testing' })).toBeVisible()
  await expectGoodEnglish(merchant)
  await merchant.goto(`${shop.url}/merchant/reconcile`)
  await merchant.getByRole('button', { name: 'Query the gateway' }).click()
  await expect(merchant.getByRole('status')).not.toBeEmpty()
  await expectGoodEnglish(merchant)
})

test('the list of products speaks English, found or not', async ({ merchant, shop }) => {
  await speakEnglish(merchant, shop.url)
  for (const query of ['', '?category=tea&filter=on&q=a', '?filter=low', '?q=nothing', '?deleted=1']) {
    await merchant.goto(`${shop.url}/merchant/products${query}`)
    await expectGoodEnglish(merchant)
  }
})

test('a product is written, refused, saved and given a picture in English', async ({ merchant, shop }) => {
  await speakEnglish(merchant, shop.url)
  await merchant.goto(`${shop.url}/merchant/products/new`)
  const stock = merchant.getByLabel('Stock', { exact: true })
  await stock.fill('x')
  await merchant.getByRole('button', { name: 'Save product' }).click()
  const alert = merchant.getByRole('alert').filter({ hasText: 'Nothing was saved' })
  await expect(alert).toHaveText('6 fields need to be corrected. Nothing was saved yet.')
  await expectGoodEnglish(merchant)

  await merchant.getByLabel('Chinese name', { exact: true }).fill('茉莉花茶')
  await merchant.getByLabel('English name').first().fill('Jasmine\u0007 tea')
  await merchant.getByLabel('Chinese summary').fill('窨了七次。')
  await merchant.getByLabel('Address').fill('jasmine-pearls')
  await merchant.getByLabel('Category').selectOption('tea')
  await merchant.getByLabel('Chinese name of the variant').fill('50 克')
  await merchant.getByLabel('Price (yuan)').fill('68')
  await stock.fill('2')
  await merchant.getByRole('button', { name: 'Save product' }).click()
  await expect(alert).toHaveText('1 field needs to be corrected. Nothing was saved yet.')
  await merchant.getByLabel('English name').first().fill('')
  await merchant.getByRole('button', { name: 'Save product' }).click()
  await expect(merchant.getByRole('status')).toContainText('The product was saved')
  await expectGoodEnglish(merchant)

  const upload = async (buffer: Buffer) => {
    await merchant
      .getByLabel('Choose pictures')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer })
  }
  await upload(Buffer.from('<svg/>'))
  await expect(merchant.getByText('no PNG, JPEG or WebP picture')).toBeVisible()
  await upload(PNG)
  await expect(merchant.getByRole('img', { name: 'Picture 1' })).toBeVisible()
  await expectGoodEnglish(merchant)
  for (const path of ['?q=jasmine-pearls', '/categories?done=added']) {
    await merchant.goto(`${shop.url}/merchant/products${path}`)
    await expectGoodEnglish(merchant)
  }
})
