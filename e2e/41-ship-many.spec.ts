import { order, orderAndGoToCashier, untilDelivered } from './buyer'
import { expectGoodEnglish, speakEnglish } from './english'
import { expectGoodPage } from './good-page'
import { found } from './merchant'
import { expect, test } from './test'

test('the merchant chooses paid orders, prints their slips, and ships them with pasted waybills', async ({
  page,
  merchant,
  shop,
  sandbox,
}) => {
  const orderNos: string[] = []
  for (let count = 0; count < 2; count++) {
    const orderNo = await orderAndGoToCashier(page, shop.url)
    await sandbox.pay(orderNo)
    await untilDelivered(sandbox, orderNo, 2)
    orderNos.push(orderNo)
  }
  const [first = '', second = ''] = orderNos
  await merchant.goto(`${shop.url}/merchant/orders?filter=to_ship`)
  const bulk = merchant.getByRole('region', { name: '批量操作' })
  await expect(bulk).toBeHidden()
  for (const orderNo of orderNos) await merchant.getByLabel(`选择订单 ${orderNo}`).check()
  await expect(bulk).toBeVisible()

  await bulk.getByRole('button', { name: '打印配货单' }).click()
  const slip = merchant.getByRole('region', { name: `配货单 ${first}` })
  await expect(slip).toBeVisible()
  await expect(merchant.getByRole('region', { name: `配货单 ${second}` })).toBeVisible()
  await expect(slip).not.toContainText('¥')
  await expectGoodPage(merchant)
  await merchant.emulateMedia({ media: 'print' })
  await expect(slip).toBeVisible()
  await expect(merchant.getByRole('navigation')).toBeHidden()
  await expect(merchant.getByRole('heading', { level: 1 })).toBeHidden()
  await merchant.emulateMedia({ media: 'screen' })
  await merchant.goBack()

  for (const orderNo of orderNos) await merchant.getByLabel(`选择订单 ${orderNo}`).check()
  await bulk.getByRole('button', { name: '批量发货' }).click()
  const lines = merchant.getByLabel('订单号和运单号')
  await expect(lines).toHaveValue(new RegExp(`${first}, \n${second}, |${second}, \n${first}, `))
  await merchant.getByLabel('物流公司').fill('顺丰速运')
  await lines.fill(`订单号\t运单号\n${first}\tSF1\n${second}，ＺＴ２，中通快递\n999 SF3`)
  await merchant.getByRole('button', { name: '下一步：核对' }).click()
  const preview = merchant.getByRole('list', { name: '核对' }).getByRole('listitem')
  await expect(preview).toHaveText([/顺丰速运 SF1.*可发货/s, /中通快递 ZT2.*可发货/s, /没有这个订单/])
  await expectGoodPage(merchant)
  expect((await sandbox.trade(first)).trade_status).toBe('WAIT_SELLER_SEND_GOODS')

  await merchant.getByRole('button', { name: '确认发货 2 笔' }).click()
  await expect(merchant.getByRole('status').filter({ hasText: '已发货 2 笔' })).toContainText('还有 1 行')
  await expect(lines).toHaveValue('999, SF3, 顺丰速运')
  for (const orderNo of orderNos)
    expect((await sandbox.trade(orderNo)).trade_status).toBe('WAIT_BUYER_CONFIRM_GOODS')
  await merchant.goto(`${shop.url}/merchant/orders?q=${second}`)
  await expect(found(merchant)).toContainText('已发货')

  await merchant.goto(`${shop.url}/merchant/orders/ship`)
  await lines.evaluate((area: HTMLTextAreaElement) => (area.value = '1 2\n'.repeat(10_000)))
  await merchant.getByRole('button', { name: '下一步：核对' }).click()
  await expect(merchant.getByRole('alert').filter({ hasText: '一次最多 200 笔' })).toBeVisible()
})

test('the same pages speak English', async ({ page, merchant, shop, sandbox }) => {
  const orderNo = await orderAndGoToCashier(page, shop.url)
  await sandbox.pay(orderNo)
  await untilDelivered(sandbox, orderNo, 2)
  await speakEnglish(merchant, shop.url)
  await merchant.goto(`${shop.url}/merchant/orders?filter=to_ship&sort=amount&from=2026-01-01`)
  await expectGoodEnglish(merchant)
  await merchant.goto(`${shop.url}/merchant/orders/ship`)
  await merchant.getByLabel('Order and tracking numbers').fill(`${orderNo} SF1 SF Express\n1 2`)
  await merchant.getByRole('button', { name: 'Next: review' }).click()
  await expect(merchant.getByRole('list', { name: 'Review' })).toContainText(orderNo)
  await expectGoodEnglish(merchant)
  await merchant.goto(`${shop.url}/merchant/orders/slips?no=${orderNo}&prices=1`)
  await expect(merchant.getByRole('region', { name: `Packing slip ${orderNo}` })).toContainText('¥')
  await expectGoodEnglish(merchant)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('orders are shipped once, however often the form is sent', async ({
    page,
    merchant,
    shop,
    sandbox,
  }) => {
    const orderNo = await order(page, shop.url)
    await page.getByRole('button', { name: '去支付宝付款' }).click()
    await page.getByRole('button', { name: '没有自动跳转？点这里继续' }).click()
    await expect(page).toHaveURL(/\/sandbox\/cashier\//)
    await sandbox.pay(orderNo)
    await untilDelivered(sandbox, orderNo, 2)
    await merchant.goto(`${shop.url}/merchant/orders?filter=to_ship`)
    await merchant.getByLabel(`选择订单 ${orderNo}`).check()
    await merchant.getByRole('button', { name: '批量发货' }).click()
    await merchant.getByLabel('订单号和运单号').fill(`${orderNo} SF1 顺丰速运`)
    await merchant.getByRole('button', { name: '下一步：核对' }).click()
    const review = merchant.url()
    await merchant.getByRole('button', { name: '确认发货 1 笔' }).click()
    await expect(merchant.getByRole('status').filter({ hasText: '已发货 1 笔' })).toBeVisible()
    await expect(merchant.getByRole('list', { name: /发货结果|核对/ })).toContainText('已发货')
    await merchant.goto(review)
    await expect(merchant.getByRole('list', { name: '发货结果' })).toHaveCount(0)
    await expect(merchant.getByText('没有可以发货的订单')).toBeVisible()
    await expect(merchant.getByRole('list', { name: '核对' })).toContainText('不会再发')
    expect((await sandbox.trade(orderNo)).trade_status).toBe('WAIT_BUYER_CONFIRM_GOODS')
  })
})
