import { expectGoodEnglish, speakEnglish } from './english'
import { expect, test } from './test'

test('a buyer changes the language of a page, and it stays', async ({ page, shop }) => {
  await page.goto(`${shop.url}/?q=tea`)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page).toHaveURL(`${shop.url}/?q=tea`)
  await expectGoodEnglish(page)
  await page.goto(`${shop.url}/`)
  await expectGoodEnglish(page)
  await page.getByRole('button', { name: '中文' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
})

test.describe('a browser that is set to English', () => {
  test.use({ locale: 'en-US' })

  test('is spoken to in English from its first page on to the gateway and back', async ({ page, shop }) => {
    await page.goto(`${shop.url}/`)
    await expectGoodEnglish(page)
    await page.getByRole('button', { name: 'Try it for ¥0.01' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Unpaid')
    let handOver = '' // read on its way: the page submits itself
    await page.route(`${shop.url}/api/alipay/alipayto`, async (route) => {
      const response = await route.fetch()
      handOver = await response.text()
      await route.fulfill({ response })
    })
    await page.getByRole('button', { name: 'Pay with Alipay' }).click()
    await expect.poll(() => handOver).toContain('<html lang="en-GB">')
    await page.getByRole('button', { name: 'Log in and confirm the purchase' }).click()
    await expectGoodEnglish(page)
    await page.goto(`${shop.url}/merchant`)
    await expectGoodEnglish(page)
  })

  test('is spoken to in Chinese once its buyer has chosen it', async ({ page, shop }) => {
    await page.goto(`${shop.url}/sandbox/console`)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB')
    await page.getByRole('button', { name: '中文' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
    await page.goto(`${shop.url}/`)
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  })
})

test('no cache between shop and browser keeps a page in one visitor’s language for another', async ({
  shop,
}) => {
  for (const path of ['/', '/products/longjing', '/direct-pay', '/orders', '/sandbox/console', '/nothing']) {
    const response = await fetch(`${shop.url}${path}`, { headers: { 'accept-language': 'en' } })
    expect(await response.text(), path).toContain('<html lang="en-GB"')
    expect(response.headers.get('cache-control'), path).toMatch(/\bno-store\b/)
  }
})

test('[#69] the language is changed by the buyer alone, and leads nowhere else', async ({ shop }) => {
  const change = (to: string, headers: Record<string, string>) =>
    fetch(`${shop.url}/language`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ to }),
      redirect: 'manual',
    })
  expect((await change('en', { origin: 'https://evil.example' })).status).toBe(403)
  expect((await change('fr', {})).status).toBe(400)
  const elsewhere = await change('en', { referer: 'https://evil.example//evil.example/x' })
  expect(elsewhere.headers.get('location')).toBe('/')
  expect(elsewhere.headers.get('set-cookie')).toContain('language=en;')
})

test('the shelf speaks English', async ({ page, shop }) => {
  await speakEnglish(page, shop.url)
  for (const path of ['', '?category=tea', '?q=nothing']) {
    await page.goto(`${shop.url}/${path}`)
    await expectGoodEnglish(page)
  }
})
