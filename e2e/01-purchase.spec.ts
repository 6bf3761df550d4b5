import {
  comeBackByItself,
  confirmAndPay,
  eventsOf,
  goToCashier,
  logIn,
  messagesOf,
  orderNoOf,
  PAID,
  payDirectly,
  stateOf,
  untilDelivered,
  valueOf,
  fillReceiver,
  submitOrder,
} from './buyer'
import { expect, test } from './test'

const SIGN = /^[0-9a-f]{32}$/

test('[T3.1b] [T3.2d] [T4.2a] [T4.3a] [T4.3b] [T4.4b] a buyer pays 0.01 yuan from the direct-pay page, all by clicking, and comes back to an order that is paid', async ({
  page,
  shop,
  sandbox,
}) => {
  await page.goto(shop.url)
  await page.getByRole('contentinfo').getByRole('link', { name: '直接付款' }).click()
  await expect(page.getByText('收款方').locator('..')).toContainText('担保小铺')
  await page.getByLabel('付款说明').fill('一斤龙井')
  await page.getByLabel('付款金额（元）').fill('0.01')
  await goToCashier(page)

  const goods = page.getByRole('region', { name: '确认商品信息' })
  await expect(valueOf(goods, '商品名称')).toHaveText('一斤龙井')
  await expect(valueOf(goods, '总价')).toHaveText('0.01 元')
  await logIn(page)
  await confirmAndPay(page)
  await expect(page.getByRole('heading')).toHaveText('您已成功付款 0.01 元！')
  await expect(page.getByRole('link', { name: '点此跳转回商户' })).toHaveAttribute(
    'href',
    /\/api\/alipay\/return\?/,
  )

  const orderNo = await comeBackByItself(page)
  await expect(stateOf(page)).toHaveText(PAID)
  const returned = page.getByRole('region', { name: '页面返回：验证成功' })
  await expect(valueOf(returned, 'responseTxt').first()).toHaveText('true')
  await returned.getByText('返回的数据').click()
  await expect(valueOf(returned, 'total_fee')).toHaveText('0.01')
  await expect(valueOf(returned, 'out_trade_no')).toHaveText(orderNo)
  await expect(valueOf(returned, 'trade_status')).toHaveText('WAIT_SELLER_SEND_GOODS')

  await untilDelivered(sandbox, orderNo, 2)
  await page.reload()
  await expect(eventsOf(page, '付款成功')).toHaveCount(1)
  const { trade_no: tradeNo } = await sandbox.trade(orderNo)
  await expect(valueOf(page.getByRole('region', { name: '订单信息' }), '支付宝交易号')).toHaveText(
    tradeNo ?? '',
  )
  const notifications = messagesOf(page).filter({ hasText: '异步通知' })
  await expect(notifications).toHaveCount(2)
  for (const row of await notifications.all()) {
    await expect(row).toContainText('回答 success')
    const sign = await valueOf(row, 'sign').innerText()
    expect(sign).toMatch(SIGN)
    await expect(valueOf(row, 'mysign')).toHaveText(sign)
    await expect(valueOf(row, 'responseTxt')).toHaveText('true')
  }
  const payment = messagesOf(page).filter({ hasText: '-> WAIT_SELLER_SEND_GOODS' })
  await expect(payment).toHaveCount(1)
  await expect(payment).toContainText('applied')
})

test('[T3.1c] [T4.2a] [T4.2b] [F10] a buyer orders by the checkout, and the cashier shows the order with its true total and who bears the postage', async ({
  page,
  shop,
}) => {
  await page.goto(shop.url)
  await page.getByRole('link', { name: '白瓷盖碗' }).click()
  await page.getByRole('button', { name: '立即购买' }).click()
  await fillReceiver(page)
  await page.locator('summary', { hasText: '买家留言' }).click()
  await page.getByLabel('买家留言').fill('请包得结实一点')
  const orderNo = await submitOrder(page)
  await expect(stateOf(page)).toHaveText('待付款')
  await goToCashier(page)
  const goods = page.getByRole('region', { name: '确认商品信息' })
  const shown = {
    商户: 'seller@example.com',
    商品名称: '白瓷盖碗',
    商品描述: '请包得结实一点',
    商品单价: '68.00 元',
    支付类型: '商品购买',
    折扣: '0.00',
    物流信息: '快递 10.00 元（买家承担运费，运费计入总价）',
    产品数量: '1',
    总价: '78.00 元',
  }
  for (const [name, value] of Object.entries(shown)) await expect(valueOf(goods, name)).toHaveText(value)
  await expect(page.getByRole('heading', { name: '有支付宝账户' })).toBeVisible()
  await page.getByText('用网上银行').click()
  await expect(page.getByRole('radio')).toHaveCount(17)

  await logIn(page)
  await confirmAndPay(page)
  await expect(page.getByRole('heading')).toHaveText('您已成功付款 78.00 元！')
  expect(await comeBackByItself(page)).toBe(orderNo)
  await expect(stateOf(page)).toHaveText(PAID)
})

test('[T4.2a] a buyer tries it for 0.01 yuan by the line at the top, and pays it, all by clicking', async ({
  page,
  shop,
}) => {
  await page.goto(shop.url)
  await page.getByRole('button', { name: '花 0.01 元试一单' }).click()
  await expect(page).toHaveURL(/\/orders\/\d{24}$/)
  const orderNo = orderNoOf(page)
  await goToCashier(page)
  await logIn(page)
  await confirmAndPay(page)
  await expect(page.getByRole('heading')).toHaveText('您已成功付款 0.01 元！')
  expect(await comeBackByItself(page)).toBe(orderNo)
  await expect(stateOf(page)).toHaveText(PAID)
  await page.getByRole('banner').getByRole('link', { name: '我的订单' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: orderNo })).toContainText('待发货')
})

test('[T4.2b] [T3.4c] a buyer without an account pays by a bank, and the order keeps the number typed there', async ({
  page,
  shop,
}) => {
  await payDirectly(page, shop.url, { subject: '网银付款', amount: '0.01' })
  await page.getByText('用网上银行').click()
  await page.getByRole('radio', { name: '招商银行' }).check()
  await page.getByLabel('您常用的 Email 地址或手机号码').fill('13912345678')
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByText('付款账户：13912345678')).toBeVisible()
  await confirmAndPay(page)
  await comeBackByItself(page)
  await expect(stateOf(page)).toHaveText(PAID)
  await expect(valueOf(page.getByRole('region', { name: '订单信息' }), '付款账号')).toHaveText('13912345678')
})
