import { expectGoodEnglish, speakEnglish } from './english'
import { expect, test } from './test'

test('a buyer changes the language on the page he is on, and it stays', async ({ page, shop }) => {
  await page.goto(`${shop.url}/?q=tea`)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page).toHaveURL(`${shop.url}/?q=tea`)
  await expectGoodEnglish(page)
  await page.goto(`${shop.url}/`)
  await expectGoodEnglish(page)
  await page.getByRole('button', { name: '中文' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
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
