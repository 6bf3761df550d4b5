import { eventsOf, messagesOf, orderAndGoToCashier, PAID, stateOf, untilDelivered } from './buyer'
import { openRelay } from './relay'
import { sandboxAt } from './sandbox'
import { openShop, registerShop, SEATS } from './shops'
import { startServer } from './servers'
import { expect, test } from './test'

test('[F12] [F15b] the shop is down when the payment is notified: the gateway tries again, and the order is paid once when it is back', async ({
  page,
  sandbox,
}) => {
  const settings = await registerShop(sandbox, SEATS.mortal)
  const firstLife = await openShop(SEATS.mortal, settings)
  const orderNo = await orderAndGoToCashier(page, firstLife.url)
  await sandbox.logIn(orderNo)
  await untilDelivered(sandbox, orderNo, 1)
  await firstLife.kill()
  await sandbox.pay(orderNo)
  const attempts = async () => (await sandbox.trade(orderNo)).deliveries[1]?.attempts ?? []
  await expect.poll(attempts).toHaveLength(1)
  await sandbox.advance('2m')
  expect(await attempts()).toMatchObject([{ status: null }, { status: null }])
  expect((await sandbox.trade(orderNo)).deliveries[1]).toMatchObject({ state: 'waiting' })

  const secondLife = await startServer({ ...SEATS.mortal, env: settings })
  try {
    await page.goto(`${secondLife.url}/orders/${orderNo}`)
    await expect(stateOf(page)).toHaveText('等待买家付款')
    await sandbox.advance('10m')
    expect((await attempts())[2]).toMatchObject({ status: 200, body: 'success' })
    await expect(stateOf(page)).toHaveText(PAID)
    await expect(messagesOf(page).filter({ hasText: '-> WAIT_SELLER_SEND_GOODS' })).toHaveCount(1)
    await expect(eventsOf(page, '付款成功')).toHaveCount(1)
  } finally {
    await secondLife.stop()
  }
})

test('[F12] the gateway is restarted while a notification waits, and goes on with it', async ({ page }) => {
  const relay = await openRelay(SEATS.mortal.port)
  const settings = { ALIPAY_NOTIFY_URL: `http://127.0.0.1:${relay.port}/api/alipay/notify` }
  const firstLife = await openShop(SEATS.mortal, settings)
  const sandbox = sandboxAt(firstLife.url)
  const orderNo = await orderAndGoToCashier(page, firstLife.url)
  await sandbox.logIn(orderNo)
  await untilDelivered(sandbox, orderNo, 1)
  relay.refuse(orderNo)
  await sandbox.pay(orderNo)
  const payment = async () => (await sandbox.trade(orderNo)).deliveries[1]
  await expect.poll(payment).toMatchObject({ state: 'waiting', attempts: [{ body: 'fail' }] })
  const before = await payment()
  await firstLife.stop()

  relay.letThrough(orderNo)
  const secondLife = await startServer({ ...SEATS.mortal, env: settings })
  try {
    await sandbox.advance('2m')
    expect(await payment()).toMatchObject({
      state: 'delivered',
      notify_id: before?.notify_id,
      message: before?.message,
      attempts: [{ body: 'fail' }, { body: 'success' }],
    })
    await page.goto(`${secondLife.url}/orders/${orderNo}`)
    await expect(stateOf(page)).toHaveText(PAID)
    await expect(eventsOf(page, '付款成功')).toHaveCount(1)
  } finally {
    await secondLife.stop()
    await relay.close()
  }
})
