import { comeBackByItself, PAID, payDirectly, stateOf } from './buyer'
import { expect, test } from './test'

const WRONG_AMOUNTS = ['0', '-1', '1.234', 'abc', '1e3', '￥5', '１.００', '']

for (const amount of WRONG_AMOUNTS) {
  test(`[T3.1b] an amount typed as “${amount}” is refused at its field, kept as typed, and makes no order`, async ({
    page,
    shop,
  }) => {
    await payDirectly(page, shop.url, { subject: '一斤龙井', amount })
    const field = page.getByLabel('付款金额（元）')
    await expect(field).toHaveAccessibleDescription(/请填写金额，单位元/)
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(field).toHaveValue(amount)
    await expect(page.getByLabel('付款说明')).toHaveValue('一斤龙井')
    await expect(page.getByRole('alert').filter({ hasText: '有 1 处填写有误' })).toBeVisible()
    await page.goto(`${shop.url}/orders`)
    await expect(page.getByText('还没有订单')).toBeVisible()
  })
}

test('[T5.1] the most that may be paid at once is 1000000 yuan', async ({ page, shop }) => {
  await payDirectly(page, shop.url, { subject: '很多龙井', amount: '1000000.01' })
  const field = page.getByLabel('付款金额（元）')
  await expect(field).toHaveAccessibleDescription(/最多 1000000/)
  await expect(field).toHaveValue('1000000.01')

  await field.fill('1000000')
  await page.getByRole('button', { name: '去支付宝付款' }).click()
  await expect(page.getByRole('region', { name: '确认商品信息' })).toContainText('1000000.00 元')
})

test('[T3.1b] goods without a name are refused together with a missing amount', async ({ page, shop }) => {
  await payDirectly(page, shop.url, { subject: '  ', amount: '', remark: '备注' })
  await expect(page.getByLabel('付款说明')).toHaveAccessibleDescription('请填写付款说明')
  await expect(page.getByLabel('付款金额（元）')).toHaveAccessibleDescription(/请填写金额/)
  await expect(page.getByRole('alert').filter({ hasText: '有 2 处填写有误' })).toBeVisible()
  await expect(page.getByLabel('备注')).toHaveValue('备注')
})

test('[T5.1] a name longer than the gateway takes is refused at its field, and its longest is taken', async ({
  page,
  shop,
}) => {
  const longest = '茶'.repeat(128)
  await payDirectly(page, shop.url, { subject: `${longest}x`, amount: '0.01' })
  const field = page.getByLabel('付款说明')
  await expect(field).toHaveAccessibleDescription(/最多 256 个字符（一个汉字算两个），现在是 257 个/)
  await expect(field).toHaveValue(`${longest}x`)
  await page.goto(`${shop.url}/orders`)
  await expect(page.getByText('还没有订单')).toBeVisible()

  await payDirectly(page, shop.url, { subject: longest, amount: '0.01' })
  await expect(page.getByRole('region', { name: '确认商品信息' })).toContainText(longest)
})

test('[T3.1b] a remark longer than the gateway takes is refused at its field', async ({ page, shop }) => {
  const remark = '茶'.repeat(201)
  await payDirectly(page, shop.url, { subject: '一斤龙井', amount: '0.01', remark })
  await expect(page.getByLabel('备注')).toHaveAccessibleDescription(/最多 400 个字符/)
  await expect(page.getByLabel('备注')).toHaveValue(remark)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('[T3.1c] [T4.3a] a buyer orders, pays by the buttons alone and comes back by the link', async ({
    page,
    shop,
  }) => {
    await page.goto(shop.url)
    await page.getByRole('button', { name: '花 0.01 元试一单' }).click()
    await page.getByRole('button', { name: '去支付宝付款' }).click()
    await page.getByRole('button', { name: '没有自动跳转？点这里继续' }).click()
    await page.getByRole('button', { name: '登录并确认购买' }).click()
    await page.getByRole('button', { name: '确认无误，付款' }).click()
    await expect(page.getByRole('heading')).toHaveText('您已成功付款 0.01 元！')
    await page.getByRole('link', { name: '点此跳转回商户' }).click()
    await comeBackByItself(page)
    await expect(stateOf(page)).toHaveText(PAID)
  })

  test('[T3.1b] a wrong amount is refused at its field, kept as typed, and can be mended', async ({
    page,
    shop,
  }) => {
    await payDirectly(page, shop.url, { subject: '一斤龙井', amount: '1.234' })
    const field = page.getByLabel('付款金额（元）')
    await expect(field).toHaveAccessibleDescription(/请填写金额/)
    await expect(field).toHaveValue('1.234')
    await field.fill('1.23')
    await page.getByRole('button', { name: '去支付宝付款' }).click()
    await page.getByRole('button', { name: '没有自动跳转？点这里继续' }).click()
    await expect(page.getByRole('region', { name: '确认商品信息' })).toContainText('1.23 元')
  })
})
