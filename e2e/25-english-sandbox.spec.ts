import type { Page } from '@playwright/test'
import { comeBackByItself, confirmAndPay, logIn, orderAndGoToCashier, untilDelivered } from './buyer'
import { expectGoodEnglish, speakEnglish } from './english'
import { expectGoodPage } from './good-page'
import { expect, test } from './test'

const MARKUP = `<script>document.title = 'x'</script><img src=x> "' &amp;`

/** An order made in Chinese, whose buyer stands before the cashier in English. */
async function englishCashier(page: Page, shopUrl: string) {
  const orderNo = await orderAndGoToCashier(page, shopUrl)
  await speakEnglish(page, shopUrl)
  await page.reload()
  return orderNo
}

test('[T4.2b] [T4.3a] the cashier speaks English at each step', async ({ page, shop }) => {
  await englishCashier(page, shop.url)
  const cashier = page.url()
  await page.getByText('by online banking').click()
  await expect(page.getByRole('radio')).toHaveCount(17)
  await expectGoodEnglish(page)
  for (const [label, value, wrong] of [
    ['Password', 'wrong', 'Wrong password'],
    ['Account', 'nobody', 'must be an e-mail address'],
  ] as const) {
    await page.getByLabel(label, { exact: true }).fill(value)
    await page.getByRole('button', { name: 'Log in' }).click()
    await expect(page.getByRole('alert')).toContainText(wrong)
    await expectGoodEnglish(page)
  }
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page.getByRole('heading', { name: 'Confirm the payment' })).toBeVisible()
  await expectGoodEnglish(page)
  await page.getByRole('button', { name: 'All correct, pay' }).click()
  await expect(page.getByRole('heading')).toHaveText('You have paid 0.01 yuan')
  await page.goto(`${cashier}/paid?stay`)
  await expect(page.getByRole('link', { name: 'Back to the merchant' })).toBeVisible()
  await expectGoodEnglish(page)
  await page.goto(`${shop.url}/sandbox/cashier/nothing`)
  await expectGoodEnglish(page)
})

test('[T5.1] the error page speaks English, and Chinese below', async ({ page, shop }) => {
  await speakEnglish(page, shop.url)
  await page.goto(`${shop.url}/sandbox/gateway.do?service=create_partner_trade_by_buyer&partner=2088`)
  await expect(page.getByText('There is no merchant with the partner ID “2088”')).toBeVisible()
  await expectGoodEnglish(page)
  await page.getByText('中文').click()
  await expect(page.getByText('没有合作身份者 ID 为“2088”的商户')).toBeVisible()
})

test('the console speaks English, in the middle of a refund and of faults', async ({
  page,
  shop,
  sandbox,
}) => {
  const orderNo = await englishCashier(page, shop.url)
  const address = `${shop.url}/sandbox/console/${orderNo}`
  await page.goto(address)
  await expectGoodEnglish(page)
  await sandbox.misbehave({ kind: 'tamper', trade: orderNo, seed: 1 })
  await sandbox.misbehave({ kind: 'slow', trade: orderNo, milliseconds: 0, times: 2, chance: 0.5 })
  await sandbox.pay(orderNo)
  await sandbox.act(orderNo, 'ship', { logistics_name: '顺丰', invoice_no: 'SF1' })
  await sandbox.act(orderNo, 'refund-apply', { goods_received: true })
  await page.goto(address)
  await page.getByText('Options of each fault').click()
  await page.getByLabel('How late (delay)').fill('soon')
  await page.getByRole('combobox', { name: 'Fault' }).selectOption('delay')
  await page.getByRole('button', { name: 'Add this fault' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Write a time like 90s' })).toBeVisible()
  await expectGoodEnglish(page)
  await sandbox.act(orderNo, 'refund-agree')
  await page.getByRole('button', { name: 'Agree to the refund' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'refund-agree is not possible' })).toBeVisible()
  for (const path of ['', '?q=nothing', '/nothing']) {
    await page.goto(`${shop.url}/sandbox/console${path}`)
    await expectGoodEnglish(page)
  }
})

test('a buyer changes the language at the cashier and in the console, and stays on the page', async ({
  page,
  shop,
}) => {
  await orderAndGoToCashier(page, shop.url)
  const cashier = page.url()
  for (const address of [cashier, `${shop.url}/sandbox/console?q=tea`]) {
    await page.goto(address)
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page).toHaveURL(address)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB')
    await page.getByRole('button', { name: '中文' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  }
})

test.describe('The cashier', () => {
  test('sends less than 10 KB for a whole purchase, and no script', async ({ page, shop }) => {
    let bytes = 0
    page.on('requestfinished', async (request) => {
      if (!request.url().includes('/sandbox/cashier/')) return
      expect(request.resourceType()).toBe('document')
      const { responseBodySize } = await request.sizes()
      bytes += responseBodySize
    })
    await orderAndGoToCashier(page, shop.url)
    await logIn(page)
    expect(await page.locator('script').count()).toBe(0)
    await confirmAndPay(page)
    await comeBackByItself(page)
    expect(bytes).toBeGreaterThan(1_000)
    expect(bytes).toBeLessThan(10_000)
  })

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false })
    test('[T3.1c] [T4.3a] is reached, speaks both languages and goes back to the shop by itself', async ({
      page,
      shop,
    }) => {
      await page.goto(`${shop.url}/direct-pay`)
      await page.getByLabel('付款说明').fill('一斤龙井')
      await page.getByLabel('付款金额（元）').fill('0.01')
      await speakEnglish(page, shop.url)
      await page.getByRole('button', { name: '去支付宝付款' }).click()
      await page.getByRole('button', { name: 'Nothing happens?' }).click()
      await page.getByRole('button', { name: '中文' }).click()
      await logIn(page)
      await confirmAndPay(page)
      await comeBackByItself(page)
    })
  })

  test('takes a payment that is sent twice for one, and leads back who opens a step’s address', async ({
    page,
    shop,
    sandbox,
  }) => {
    const orderNo = await orderAndGoToCashier(page, shop.url)
    const cashier = page.url()
    const send = (step: string, form: Record<string, string>) =>
      page.request.post(`${cashier}/${step}`, { form, headers: { origin: shop.url } })
    const account = { account: 'buyer@example.com', password: '111111' }
    for (const answer of await Promise.all([send('login', account), send('login', account)]))
      expect(answer.url()).toBe(cashier)
    const payments = [1, 2, 3].map(() => send('pay', { total_fee: '0.01' }))
    for (const answer of await Promise.all(payments)) expect(answer.url()).toBe(`${cashier}/paid`)
    await untilDelivered(sandbox, orderNo, 2)
    for (const step of ['login', 'pay', ''])
      expect((await page.request.get(`${cashier}/${step}`)).url()).toBe(`${cashier}/paid`)
    expect((await page.request.head(`${cashier}/paid`)).status()).toBe(200)
  })

  test('[#69] does nothing for a page of another site, or for a trade that is not there', async ({
    page,
    shop,
    sandbox,
  }) => {
    const orderNo = await orderAndGoToCashier(page, shop.url)
    for (const origin of ['null', 'https://evil.example'])
      for (const path of [`${page.url()}/pay`, `${page.url()}/login`, `${shop.url}/sandbox/language`])
        expect((await page.request.post(path, { headers: { origin } })).status(), path).toBe(403)
    expect((await sandbox.trade(orderNo)).trade_status).toBeNull()
    const nobody = `${shop.url}/sandbox/cashier/00000000-0000-0000-0000-000000000000`
    for (const address of [nobody, `${nobody}/paid`, `${nobody}x/pay`, `${shop.url}/sandbox/cashier/%00`])
      expect((await page.request.get(address)).status(), address).toBe(404)
    for (const step of ['login', 'pay'])
      expect(
        (
          await page.request.post(`${nobody}/${step}`, { form: { account: 'a@b.cn', password: '111111' } })
        ).status(),
      ).toBe(404)
  })

  test('[#65] shows what a merchant sent as text, however long', async ({ page, shop }) => {
    await page.goto(`${shop.url}/direct-pay`)
    await page.getByLabel('付款说明').fill(`${MARKUP}${'龙'.repeat(90)}`)
    await page.getByLabel('付款金额（元）').fill('0.01')
    await page.getByLabel('备注').fill(MARKUP)
    await page.getByRole('button', { name: '去支付宝付款' }).click()
    await expect(page).toHaveURL(/\/sandbox\/cashier\//)
    await expect(page.getByText(MARKUP).first()).toBeVisible()
    await expect(page.locator('script, img')).toHaveCount(0)
    expect(await page.title()).toBe('沙箱收银台')
    await expectGoodPage(page)
  })
})
