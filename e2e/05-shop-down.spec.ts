import { connect } from 'node:net'
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
    await expect(stateOf(page)).toHaveText('待付款')
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

/** A client that sends the beginning of a request and no more. */
function stall(url: string, path: string) {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  const client = { answer: '', isClosed: false }
  socket.on('data', (chunk) => (client.answer += chunk.toString()))
  socket.on('error', () => {}) // a connection that the shop ends
  socket.on('close', () => (client.isClosed = true))
  const head = [`POST ${path} HTTP/1.1`, `Host: ${hostname}:${port}`, 'Content-Length: 1000']
  socket.write([...head, 'Content-Type: application/x-www-form-urlencoded', '', 'a=1'].join('\r\n'))
  return client
}

test('[#41] stalled requests hold up the end of the shop for some seconds only, and its next start not at all', async () => {
  const first = await openShop(SEATS.mortal)
  const form = stall(first.url, '/cart/add')
  const notification = stall(first.url, '/api/alipay/notify')
  await fetch(first.url) // by then they have arrived
  await first.stop()
  expect(notification.answer).toMatch(/^HTTP\/1\.1 200 [^]*\r\nfail/)
  expect(form).toEqual({ answer: '', isClosed: true })
  expect(first.output()).toContain('Some requests did not end within 15 s: their connections are closed.')

  const second = await startServer(SEATS.mortal)
  stall(second.url, '/cart/add')
  await fetch(second.url)
  let ended = false
  const signal = () => void second.stop().then(() => (ended = true))
  await expect.poll(() => (signal(), ended), { timeout: 12_000, intervals: [1_000] }).toBe(true)
  expect(second.output()).not.toContain('their connections are closed')
})
