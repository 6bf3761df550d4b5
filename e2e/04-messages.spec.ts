import type { Page } from '@playwright/test'
import { formEncode } from '../lib/alipay/params'
import { signParams } from '../lib/alipay/partner/sign'
import {
  comeBackByItself,
  confirmAndPay,
  eventsOf,
  goToCashier,
  logIn,
  messagesOf,
  orderAndGoToCashier,
  PAID,
  stateOf,
  untilDelivered,
  valueOf,
} from './buyer'
import type { Relay } from './relay'
import type { Delivery, Sandbox } from './sandbox'
import { expect, test } from './test'

const FORM = 'application/x-www-form-urlencoded; text/html; charset=utf-8'
const UNPAID = '待付款'

const notifications = (page: Page) => messagesOf(page).filter({ hasText: '异步通知' })
const returns = (page: Page) => messagesOf(page).filter({ hasText: '页面返回' })
/** The messages that moved the order to paid. */
const payments = (page: Page) => messagesOf(page).filter({ hasText: '-> WAIT_SELLER_SEND_GOODS' })

test('[T3.1f] [T3.4b] the buyer is back before the notification: the order is paid by the return, and the notification finds it done', async ({
  page,
  relayedShop,
  sandbox,
}) => {
  const orderNo = await orderAndGoToCashier(page, relayedShop.url)
  await logIn(page)
  await untilDelivered(sandbox, orderNo, 1)
  relayedShop.relay.refuse(orderNo)
  await confirmAndPay(page)
  await comeBackByItself(page)
  await expect(stateOf(page)).toHaveText(PAID)
  await expect(page.getByRole('region', { name: '页面返回：验证成功' })).toContainText(
    '订单按返回的数据更新了',
  )
  await expect(notifications(page).filter({ hasText: 'WAIT_SELLER_SEND_GOODS' })).toHaveCount(0)

  relayedShop.relay.letThrough(orderNo)
  await sandbox.advance('2m')
  await untilDelivered(sandbox, orderNo, 2)
  await page.reload()
  const late = notifications(page).filter({ hasText: 'WAIT_SELLER_SEND_GOODS' })
  await expect(late).toHaveCount(1)
  await expect(late).toContainText('duplicate')
  await expect(late).toContainText('回答 success')
  await expect(payments(page)).toHaveCount(1)
  await expect(eventsOf(page, '付款成功')).toHaveCount(1)
})

test('[T5.3] the buyer closes the paid page: the order is paid by the notification alone', async ({
  page,
  context,
  relayedShop,
  sandbox,
}) => {
  await context.route('**/api/alipay/return?*', (route) => route.abort()) // however slow closing it may be
  const orderNo = await orderAndGoToCashier(page, relayedShop.url)
  const orderPage = await context.newPage()
  await orderPage.goto(`${relayedShop.url}/orders/${orderNo}`)
  await expect(stateOf(orderPage)).toHaveText('待付款')
  await page.bringToFront()
  await logIn(page)
  await confirmAndPay(page)
  await page.close()

  await orderPage.bringToFront()
  await expect(stateOf(orderPage)).toHaveText(PAID) // without anybody's reloading it
  await untilDelivered(sandbox, orderNo, 2)
  await orderPage.reload()
  await expect(returns(orderPage)).toHaveCount(0)
  await expect(payments(orderPage)).toHaveCount(1)
  await expect(payments(orderPage)).toContainText('异步通知')
  await expect(eventsOf(orderPage, '付款成功')).toHaveCount(1)
})

test('[T3.4b] [T5.2F] the same notification again and again is answered success and pays nothing twice', async ({
  page,
  relayedShop,
  sandbox,
}) => {
  const orderNo = await orderAndGoToCashier(page, relayedShop.url)
  await sandbox.logIn(orderNo)
  await sandbox.pay(orderNo)
  await untilDelivered(sandbox, orderNo, 2)
  const { id, message } = await paymentOf(sandbox, orderNo)

  for (let again = 0; again < 2; again++)
    expect(await sandbox.resend(id)).toMatchObject({ state: 'delivered' })
  // the gateway no longer knows the notify_id, the shop does
  for (let again = 0; again < 2; again++)
    expect(await post(relayedShop.url, message)).toEqual({ status: 200, text: 'success' })
  await page.goto(`${relayedShop.url}/orders/${orderNo}`)
  await expect(stateOf(page)).toHaveText(PAID)
  await expect(notifications(page).filter({ hasText: 'duplicate' })).toHaveCount(4)
  await expect(payments(page)).toHaveCount(1)
  await expect(eventsOf(page, '付款成功')).toHaveCount(1)
})

test('[T3.4b] [T5.2F] the same notification 50 times at once, and the return with them, pay the order once', async ({
  page,
  relayedShop,
  sandbox,
}) => {
  const times = 50
  const orderNo = await orderAndGoToCashier(page, relayedShop.url)
  await sandbox.logIn(orderNo)
  await untilDelivered(sandbox, orderNo, 1)
  relayedShop.relay.refuse(orderNo)
  const { return_url: returnUrl } = await sandbox.pay(orderNo)
  const { message } = await paymentOf(sandbox, orderNo)
  const [comeBack, ...answers] = await Promise.all([
    fetch(returnUrl ?? '', { redirect: 'manual' }),
    ...Array.from({ length: times }, () => post(relayedShop.url, message)),
  ])
  expect(comeBack.status).toBe(303)
  expect(answers).toEqual(Array(times).fill({ status: 200, text: 'success' }))
  relayedShop.relay.letThrough(orderNo)
  await sandbox.advance('2m')
  await untilDelivered(sandbox, orderNo, 2)

  await page.goto(`${relayedShop.url}/orders/${orderNo}`)
  await expect(stateOf(page)).toHaveText(PAID)
  await expect(messagesOf(page)).toHaveCount(times + 3)
  await expect(payments(page)).toHaveCount(1)
  await expect(payments(page)).toContainText('applied')
  await expect(messagesOf(page).filter({ hasText: 'duplicate' })).toHaveCount(times + 1)
  await expect(eventsOf(page, '付款成功')).toHaveCount(1)
})

test.describe('a forged notification', () => {
  const forgeries: {
    title: string
    forge: (genuine: URLSearchParams, key: string) => string
    says: string
  }[] = [
    {
      title: '[#3] with a wrong sign',
      forge: (genuine) => withSign(genuine, '0'.repeat(32)),
      says: 'bad_sign',
    },
    { title: '[#1] without a sign', forge: (genuine) => String(without(genuine, 'sign')), says: 'bad_sign' },
    {
      title: '[#3] with another amount and a sign made with a guessed key',
      forge: (genuine) => {
        genuine.set('total_fee', '0.02')
        return signed(genuine, 'guessedguessedguessedguessed0123')
      },
      says: 'bad_sign',
    },
    {
      title: '[#14] without a notify_id, though signed with the right key',
      forge: (genuine, key) => signed(without(genuine, 'notify_id'), key),
      says: 'bad_source',
    },
    {
      title: '[#15] with a notify_id that the gateway never gave, though signed with the right key',
      forge: (genuine, key) => {
        genuine.set('notify_id', 'a'.repeat(34))
        return signed(genuine, key)
      },
      says: 'bad_source',
    },
  ]
  for (const { title, forge, says } of forgeries) {
    test(`${title} is answered fail, changes nothing, and is there to be seen`, async ({
      page,
      relayedShop,
      sandbox,
    }) => {
      const orderNo = await orderPaidButNotNotified(page, relayedShop, sandbox)
      const { message } = await paymentOf(sandbox, orderNo)
      const forged = forge(new URLSearchParams(message), relayedShop.key)
      expect(await post(relayedShop.url, forged)).toEqual({ status: 200, text: 'fail' })

      await page.goto(`${relayedShop.url}/orders/${orderNo}`)
      await expect(stateOf(page)).toHaveText(UNPAID)
      const row = messagesOf(page).filter({ hasText: says })
      await expect(row).toHaveCount(1)
      await expect(row).toContainText('回答 fail')
      await expect(eventsOf(page, '付款成功')).toHaveCount(0)
      const rightSign = signOf(new URLSearchParams(forged), relayedShop.key)
      if (says === 'bad_sign') {
        await expect(valueOf(row, 'mysign')).toHaveText(`${rightSign.slice(0, 6)}…`)
        expect(await (await page.request.get(page.url())).text()).not.toContain(rightSign)
      }

      relayedShop.relay.letThrough(orderNo)
      await sandbox.advance('2m')
      await page.reload()
      await expect(stateOf(page)).toHaveText(PAID) // the genuine one is still welcome
    })
  }

  test('[#11] with two signs is answered fail and changes nothing', async ({
    page,
    relayedShop,
    sandbox,
  }) => {
    const orderNo = await orderPaidButNotNotified(page, relayedShop, sandbox)
    const { message } = await paymentOf(sandbox, orderNo)
    const twoSigns = `${message}&sign=${'0'.repeat(32)}`
    expect(await post(relayedShop.url, twoSigns)).toEqual({ status: 200, text: 'fail' })
    await page.goto(`${relayedShop.url}/orders/${orderNo}`)
    await expect(stateOf(page)).toHaveText(UNPAID)
    await expect(messagesOf(page).filter({ hasText: 'malformed' })).toHaveCount(1)
  })
})

test('[T5.2E] [T4.3b] [T5.3] a return that is older than a minute fails with its reason, and the shop asks the gateway, which says that the order is paid', async ({
  page,
  relayedShop,
  sandbox,
}) => {
  const orderNo = await orderPaidButNotNotified(page, relayedShop, sandbox)
  const { return_url: returnUrl } = await sandbox.trade(orderNo)
  await sandbox.advance('2m')
  await page.goto(returnUrl ?? '')
  const result = page.getByRole('region', { name: '页面返回：验证失败' })
  await expect(result).toContainText('返回地址一分钟内有效')
  await expect(result).toContainText('订单没有因此改变')
  await expect(valueOf(result, 'responseTxt').first()).toHaveText('false')
  await expect(stateOf(page)).toHaveText(PAID)
  await expect(payments(page)).toContainText('主动查询')

  relayedShop.relay.letThrough(orderNo)
  await sandbox.advance('10m')
  await page.reload()
  await expect(eventsOf(page, '付款成功')).toHaveCount(1)
})

test('[T5.2E] [T5.3] a return to which a proxy has added a parameter is not believed, and the gateway is asked', async ({
  page,
  relayedShop,
  sandbox,
}) => {
  const orderNo = await orderPaidButNotNotified(page, relayedShop, sandbox)
  const { return_url: returnUrl } = await sandbox.trade(orderNo)
  await page.goto(`${returnUrl}&utm_source=proxy`)
  await expect(page.getByRole('region', { name: '页面返回：验证失败' })).toContainText('签名不对')
  await expect(stateOf(page)).toHaveText(PAID)
})

test('[T5.3] after a lost notification nobody pays twice: the order’s page says so, and the way to the cashier asks first', async ({
  page,
  relayedShop,
  sandbox,
}) => {
  const orderNo = await orderPaidButNotNotified(page, relayedShop, sandbox)
  await page.goto(`${relayedShop.url}/orders`)
  await expect(page.getByRole('listitem').filter({ hasText: orderNo })).toContainText('请不要再付')
  await page.goto(`${relayedShop.url}/orders/${orderNo}`)
  const next = page.getByRole('region', { name: '下一步' })
  await expect(next).toContainText('如果您已经付过款，请不要再付')
  await expect(next.getByRole('button').first()).toHaveText('查询付款结果')
  await page.getByRole('button', { name: '去支付宝付款' }).click()
  await expect(page).toHaveURL(`${relayedShop.url}/orders/${orderNo}`)
  await expect(stateOf(page)).toHaveText(PAID)
})

test('[T5.3] an order that is not paid is told so after a question, and can be taken to the cashier again', async ({
  page,
  relayedShop,
  sandbox,
}) => {
  const orderNo = await orderAndGoToCashier(page, relayedShop.url)
  await sandbox.logIn(orderNo)
  await untilDelivered(sandbox, orderNo, 1)
  await page.goto(`${relayedShop.url}/orders/${orderNo}`)
  await page.getByRole('button', { name: '查询付款结果' }).click()
  const next = page.getByRole('region', { name: '下一步' })
  await expect(next.getByRole('status')).toContainText('支付宝的答复：还没有付款')
  await expect(next.getByRole('button').first()).toHaveText('去支付宝付款')
  await goToCashier(page)
})

test('[T5.2E] an old return of an order that is paid fails the same way and leaves it paid', async ({
  page,
  relayedShop,
  sandbox,
}) => {
  const orderNo = await orderAndGoToCashier(page, relayedShop.url)
  const { return_url: returnUrl } = await sandbox.pay(orderNo)
  await untilDelivered(sandbox, orderNo, 2)
  await sandbox.advance('2m')
  await page.goto(returnUrl ?? '')
  await expect(page.getByRole('region', { name: '页面返回：验证失败' })).toBeVisible()
  await expect(stateOf(page)).toHaveText(PAID)
  await expect(eventsOf(page, '付款成功')).toHaveCount(1)
})

for (const method of ['GET', 'POST', 'PUT'])
  test(`[T4.4a] [T5.2F] [T3.4d] the notify page opened by ${method} without parameters shows fail and nothing besides`, async ({
    shop,
  }) => {
    const response = await fetch(`${shop.url}/api/alipay/notify`, { method, redirect: 'manual' })
    expect(response.status).toBe(200)
    expect(Buffer.from(await response.arrayBuffer()).toString('latin1')).toBe('fail')
    expect(response.headers.get('content-type')).toBe('text/plain')
    expect(response.headers.getSetCookie()).toEqual([])
  })

/** An order that the gateway takes for paid, and whose notification the shop has not had: the relay refuses it. */
async function orderPaidButNotNotified(
  page: Page,
  { url, relay }: { url: string; relay: Relay },
  sandbox: Sandbox,
) {
  const orderNo = await orderAndGoToCashier(page, url)
  await sandbox.logIn(orderNo)
  await untilDelivered(sandbox, orderNo, 1)
  relay.refuse(orderNo)
  await sandbox.pay(orderNo)
  await expect.poll(async () => (await paymentOf(sandbox, orderNo)).attempts.length).toBe(1)
  return orderNo
}

/** The notification of the payment. */
async function paymentOf(sandbox: Sandbox, orderNo: string): Promise<Delivery> {
  const { deliveries } = await sandbox.trade(orderNo)
  const found = deliveries.find(({ message }) => message.includes('trade_status=WAIT_SELLER_SEND_GOODS'))
  if (!found) throw new Error(`order ${orderNo} has no notification of its payment`)
  return found
}

/** Posts a message to a shop's notify page, as the gateway does. */
async function post(shopUrl: string, body: string) {
  const headers = { 'content-type': FORM, 'user-agent': 'Mozilla/4.0' }
  const response = await fetch(`${shopUrl}/api/alipay/notify`, {
    method: 'POST',
    headers,
    body,
    redirect: 'manual',
  })
  return { status: response.status, text: await response.text() }
}

function without(params: URLSearchParams, name: string) {
  params.delete(name)
  return params
}

function withSign(params: URLSearchParams, sign: string) {
  params.set('sign', sign)
  return formEncode(params, 'utf-8')
}

const signOf = (params: URLSearchParams, key: string) => signParams(params, key, 'utf-8')
const signed = (params: URLSearchParams, key: string) => withSign(params, signOf(params, key))
