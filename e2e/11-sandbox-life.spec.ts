import type { Page } from '@playwright/test'
import {
  comeBackByItself,
  confirmAndPay,
  eventsOf,
  logIn,
  messagesOf,
  orderAndGoToCashier,
  PAID,
  stateOf,
  untilDelivered,
} from './buyer'
import type { Fault, Sandbox } from './sandbox'
import { expect, test } from './test'

// The clock is moved by days in here, which other tests' trades must not see.
test.beforeAll(({ sandbox }) => sandbox.reset())
test.afterAll(({ sandbox }) => sandbox.reset())

async function closedByTheTimer(page: Page, shopUrl: string, sandbox: Sandbox) {
  const orderNo = await orderAndGoToCashier(page, shopUrl)
  await sandbox.logIn(orderNo)
  await untilDelivered(sandbox, orderNo, 1)
  const { timeout } = await sandbox.trade(orderNo)
  expect(timeout).toMatchObject({ action: 'close' })
  let event = await sandbox.advanceToNext()
  while (event && event.trade !== orderNo) event = await sandbox.advanceToNext() // of the test before
  expect(event).toEqual({ kind: 'timeout', trade: orderNo, what: 'close', at: timeout?.at })
  await untilDelivered(sandbox, orderNo, 2)
  await page.goto(`${shopUrl}/orders/${orderNo}`)
  await expect(stateOf(page)).toHaveText('订单已关闭，没有付款')
  expect(await sandbox.trade(orderNo)).toMatchObject({ trade_status: 'TRADE_CLOSED', timeout: null })
}

test('unpaid and closed by the timer: shop and gateway end in the same state, in UTF-8', async ({
  page,
  shop,
  sandbox,
}) => closedByTheTimer(page, shop.url, sandbox))

test('unpaid and closed by the timer: shop and gateway end in the same state, in GBK', async ({
  page,
  gbkShop,
  sandbox,
}) => closedByTheTimer(page, gbkShop.url, sandbox))

test('[T5.4a] shipped and never confirmed: the timer confirms, and the order is finished', async ({
  page,
  shop,
  sandbox,
}) => {
  const orderNo = await orderAndGoToCashier(page, shop.url)
  await sandbox.pay(orderNo)
  await sandbox.act(orderNo, 'ship', { transport_type: 'EMS', invoice_no: 'EA1' })
  await sandbox.act(orderNo, 'extend')
  await sandbox.advance('20d')
  await untilDelivered(sandbox, orderNo, 4)
  await page.goto(`${shop.url}/orders/${orderNo}`)
  await expect(stateOf(page)).toHaveText('已完成')
})

test.describe('The console', () => {
  const buyerOf = (page: Page) => page.getByRole('region', { name: '买家' })
  const sellerOf = (page: Page) => page.getByRole('region', { name: '卖家' })

  test('shows a trade as its two parties see it, each with what it can do now', async ({
    page,
    shop,
    sandbox,
  }) => {
    const orderNo = await orderAndGoToCashier(page, shop.url)
    await sandbox.pay(orderNo)
    await page.goto(`${shop.url}/sandbox/console/${orderNo}`)
    const [buyer, seller] = [buyerOf(page), sellerOf(page)]
    await expect(buyer.getByRole('button')).toHaveText(['申请退款'])
    await expect(seller.getByRole('button')).toHaveText(['发货'])
    for (const [party, path] of [
      [buyer, '/orders'],
      [seller, '/merchant/orders'],
    ] as const)
      // prettier-ignore
      await expect(party.getByRole('link', { name: '订单页' })).toHaveAttribute('href', `${path}/${orderNo}`)

    await seller.getByLabel('物流公司').fill('顺丰')
    await seller.getByLabel('运单号').fill('SF1')
    await seller.getByRole('button', { name: '发货' }).click()
    await expect(buyer).toContainText('发货方式：快递，顺丰，SF1')
    await buyer.getByLabel('退款金额').fill('5')
    await buyer.getByLabel('已收到货').check()
    await buyer.getByRole('button', { name: '申请退款' }).click()
    await expect(page.getByRole('alert').filter({ hasText: '退款金额' })).toBeVisible()

    await buyer.getByLabel('已收到货').check()
    await buyer.getByRole('button', { name: '申请退款' }).click()
    await expect(seller).toContainText(/买家申请退款，请同意或拒绝\s*0\.01 元/)
    await seller.getByRole('button', { name: '拒绝退款' }).click()
    await buyer.getByRole('button', { name: '修改退款申请' }).click()
    await seller.getByRole('button', { name: '同意退款' }).click()
    await buyer.getByRole('button', { name: '寄回货物' }).click()
    await seller.getByRole('button', { name: '确认收到退货' }).click()
    await expect(buyer).toContainText('退款成功')
    await expect(buyer.getByRole('button').or(seller.getByRole('button'))).toHaveCount(0)
    await untilDelivered(sandbox, orderNo, 9)
    await page.goto(`${shop.url}/orders/${orderNo}`)
    await expect(stateOf(page)).toHaveText('已退款')
  })

  test('tells after a step what became of its notification, not that it waits', async ({
    page,
    shop,
    sandbox,
  }) => {
    const orderNo = await orderAndGoToCashier(page, shop.url)
    await sandbox.pay(orderNo)
    await untilDelivered(sandbox, orderNo, 2)
    await sandbox.misbehave({ kind: 'slow', trade: orderNo, milliseconds: 500 })
    const address = `${shop.url}/sandbox/console/${orderNo}`
    await page.goto(address)
    await sellerOf(page).getByLabel('物流公司').fill('顺丰')
    const after = page.waitForResponse((response) => response.url() === address && response.status() === 200)
    await sellerOf(page).getByRole('button', { name: '发货' }).click()
    const shown = (await (await after).text()).replaceAll(/<script[^]*?<\/script>/g, '') // Next's data repeats the page
    expect(shown).toContain('已发货，等待买家确认收货')
    expect(shown).not.toContain('等待发送')
    expect(shown.match(/已送达，商户回答 success/g)).toHaveLength(3)
  })

  test('says where times are by its moved clock, and so does the order’s page', async ({
    page,
    merchant,
    shop,
    sandbox,
  }) => {
    await sandbox.advance('25h')
    const orderNo = await orderAndGoToCashier(page, shop.url)
    await sandbox.pay(orderNo)
    await untilDelivered(sandbox, orderNo, 2)
    await page.goto(`${shop.url}/sandbox/console/${orderNo}`)
    await expect(page.getByRole('heading', { name: '沙箱时间（北京）' })).toContainText(/比真实时间快 \d+ 天/)
    for (const name of ['经过', '通知'])
      await expect(page.getByRole('region', { name, exact: true })).toContainText('都是沙箱时间')
    await page.goto(`${shop.url}/orders/${orderNo}`)
    const isSandboxTime = { hasText: /付款时间.*沙箱的时间，它的时钟拨快过/ }
    await expect(page.getByRole('term').locator('..').filter(isSandboxTime)).toHaveCount(1)
    await merchant.goto(`${shop.url}/merchant/orders/${orderNo}`)
    await expect(merchant.getByRole('region', { name: '交易' }).filter(isSandboxTime)).toHaveCount(1)
  })

  test('asks before it forgets all trades', async ({ page, shop, sandbox }) => {
    const orderNo = await orderAndGoToCashier(page, shop.url)
    await sandbox.logIn(orderNo)
    await page.goto(`${shop.url}/sandbox/console`)
    await page.getByRole('button', { name: '清空交易和故障' }).click()
    await expect(page.getByText('真的要清空吗？')).toBeVisible()
    await page.getByRole('link', { name: '不清空' }).click()
    await expect(page.getByText('真的要清空吗？')).toHaveCount(0)
    expect((await sandbox.trade(orderNo)).out_trade_no).toBe(orderNo)
  })

  test('[F13] lets the seller change the price, and the cashier asks for the new one', async ({
    page,
    shop,
    sandbox,
  }) => {
    const orderNo = await orderAndGoToCashier(page, shop.url)
    await sandbox.logIn(orderNo)
    await page.goto(`${shop.url}/sandbox/console/${orderNo}`)
    const seller = sellerOf(page)
    await seller.getByLabel('新的总价').fill('0.001')
    await seller.getByRole('button', { name: '改价' }).click()
    await expect(page.getByRole('alert').filter({ hasText: '最多两位小数' })).toBeVisible()
    await seller.getByLabel('新的总价').fill('0.02')
    await seller.getByRole('button', { name: '改价' }).click()
    await expect(stateOf(page)).toContainText('0.02 元')
    await buyerOf(page).getByRole('link', { name: '打开收银台' }).click()
    await expect(page.getByText('应付0.02元')).toBeVisible()
  })

  test('finds a trade, moves the clock to what comes next, and orders a fault', async ({
    page,
    shop,
    sandbox,
  }) => {
    const orderNo = await orderAndGoToCashier(page, shop.url)
    await sandbox.logIn(orderNo)
    await untilDelivered(sandbox, orderNo, 1)
    await page.goto(`${shop.url}/sandbox/console`)
    const rows = page.getByRole('region', { name: '交易' }).getByRole('listitem')
    await page.getByLabel('查找').fill(orderNo)
    await page.getByRole('button', { name: '查找' }).click()
    await expect(rows).toHaveCount(1)
    await expect(rows).toContainText(/等待买家付款\s*WAIT_BUYER_PAY/)
    await rows.getByRole('link').click()

    await page.getByRole('combobox', { name: '故障' }).selectOption('drop')
    await page.getByRole('button', { name: '加上这个故障' }).click()
    await expect(page.getByRole('region', { name: '故障' })).toContainText('还有 1 次')
    await sandbox.act(orderNo, 'close')
    const deliveries = page.getByRole('region', { name: '通知' }).getByRole('listitem')
    await expect(async () => {
      await page.reload()
      await expect(deliveries.filter({ hasText: 'TRADE_CLOSED' })).toContainText('故障 drop')
    }).toPass()
    await expect(async () => {
      await page.getByRole('button', { name: '拨到下一个事件' }).click() // other trades have events as well
      await expect(deliveries.filter({ hasText: 'TRADE_CLOSED' })).toContainText('已送达', { timeout: 2_000 })
    }).toPass()
  })
})

test.describe('The shop ends right though a delivery', () => {
  /** What the gateway does to the payment's message, and the shop's verdict on it before the genuine one comes. */
  const FAULTS: { title: string; fault: Fault; verdict: string | RegExp }[] = [
    {
      title: '[#49] comes five times at once',
      fault: { kind: 'duplicate', copies: 5 },
      verdict: 'duplicate',
    },
    { title: '[F12] is lost', fault: { kind: 'drop' }, verdict: '' },
    { title: '[F12] comes late', fault: { kind: 'delay', by: '90s' }, verdict: '' },
    {
      title: '[#3] is tampered with',
      fault: { kind: 'tamper', field: 'total_fee', value: '0.02' },
      verdict: 'bad_sign',
    },
    { title: '[#3] is signed with another key', fault: { kind: 'wrong-key' }, verdict: 'bad_sign' },
    { title: '[#42] is in another charset', fault: { kind: 'wrong-charset' }, verdict: 'malformed' },
    {
      title: '[#18] cannot be verified',
      fault: { kind: 'verify-down' },
      verdict: /bad_source.*没有问到网关/,
    },
    {
      title: '[#17] is denied by the gateway',
      fault: { kind: 'verify-lies' },
      verdict: /bad_source.*网关否认了/,
    },
  ]
  for (const { title, fault, verdict } of FAULTS) {
    test(title, async ({ page, shop, sandbox }) => {
      const orderNo = await orderAndGoToCashier(page, shop.url)
      await sandbox.logIn(orderNo)
      await untilDelivered(sandbox, orderNo, 1)
      await sandbox.misbehave({ ...fault, trade: orderNo })
      await sandbox.pay(orderNo)
      const attempts = async () => (await sandbox.trade(orderNo)).deliveries[1]?.attempts ?? []
      await expect
        .poll(async () => (await attempts()).map((attempt) => attempt.fault))
        .toEqual(expect.arrayContaining([expect.stringMatching(new RegExp(`^${fault.kind}`))]))
      await sandbox.advance('2m')
      await untilDelivered(sandbox, orderNo, 2)
      await page.goto(`${shop.url}/orders/${orderNo}`)
      await expect(stateOf(page)).toHaveText(PAID)
      await expect(eventsOf(page, '付款成功')).toHaveCount(1)
      if (verdict) await expect(messagesOf(page).filter({ hasText: verdict })).not.toHaveCount(0)
    })
  }

  test('[#51] [T5.4a] comes after the next one', async ({ page, shop, sandbox }) => {
    const orderNo = await orderAndGoToCashier(page, shop.url)
    await sandbox.logIn(orderNo)
    await untilDelivered(sandbox, orderNo, 1)
    await sandbox.misbehave({ kind: 'reorder', trade: orderNo })
    await sandbox.pay(orderNo)
    const held = async () => (await sandbox.trade(orderNo)).deliveries[1]?.attempts[0]?.fault
    await expect.poll(held).toMatch(/^reorder/)
    await sandbox.act(orderNo, 'ship')
    await untilDelivered(sandbox, orderNo, 3)
    await page.goto(`${shop.url}/orders/${orderNo}`)
    await expect(eventsOf(page, '付款成功')).toHaveCount(1)
    await expect(eventsOf(page, '卖家已发货')).toHaveCount(1)
    await expect(messagesOf(page).filter({ hasText: 'stale' })).toHaveCount(1)
  })

  test('[T5.3] comes after the buyer is back', async ({ page, shop, sandbox }) => {
    const orderNo = await orderAndGoToCashier(page, shop.url)
    await sandbox.misbehave({ kind: 'return-before-notify', wait: '1h', trade: orderNo })
    await logIn(page)
    await confirmAndPay(page)
    await comeBackByItself(page)
    await expect(stateOf(page)).toHaveText(PAID)
    await untilDelivered(sandbox, orderNo, 2)
    await page.reload()
    await expect(stateOf(page)).toHaveText(PAID)
    await expect(eventsOf(page, '付款成功')).toHaveCount(1)
    await expect(messagesOf(page).filter({ hasText: 'duplicate' })).not.toHaveCount(0)
  })
})
