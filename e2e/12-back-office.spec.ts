import type { Page } from '@playwright/test'
import pg from 'pg'
import {
  goToCashier,
  order,
  orderAndGoToCashier,
  payDirectly,
  stateOf,
  TEST_TEA,
  untilDelivered,
  valueOf,
} from './buyer'
import { expectGoodEnglish, speakEnglish } from './english'
import { expectGoodPage } from './good-page'
import { found, MERCHANT_EMAIL, search, sessionOf, signIn } from './merchant'
import type { Sandbox } from './sandbox'
import { SEATS } from './shops'
import { expect, test } from './test'

const NOWHERE = '0'.repeat(24)
/** As a browser posts a form. */
const FORM = {
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  redirect: 'manual',
} as const
const ACTIONS = [
  ...['ship', 'query', 'close', 'accept-price', 'decline-price', 'note'],
  ...['refund', 'decline-refund', 'settle-refund'],
]

/** What no page can bring about: news of the gateway that its sandbox does not send by itself, and other accounts. */
async function inDatabase(sql: string, values: unknown[] = []) {
  const connectionString = `postgresql://postgres@127.0.0.1:${SEATS.main.databasePort}/postgres`
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(sql, values)
  await client.end()
}

/** An order for goods of a name that no other order has; answers its number. */
async function orderOf(page: Page, shopUrl: string, sandbox: Sandbox, subject: string) {
  await payDirectly(page, shopUrl, { subject, amount: '83.00' })
  await expect(page).toHaveURL(/\/sandbox\/cashier\//)
  await page.goto(`${shopUrl}/orders`)
  await page.getByRole('link', { name: subject }).click()
  await expect(page).toHaveURL(/\/orders\/\d{24}$/)
  const orderNo = page.url().slice(-24)
  await sandbox.logIn(orderNo)
  await untilDelivered(sandbox, orderNo, 1)
  return orderNo
}

test('a merchant who is not signed in comes to the sign-in page, and from there to the page that was wanted', async ({
  page,
  context,
  shop,
}) => {
  const orderNo = await order(page, shop.url)
  await page.goto(`${shop.url}/merchant/orders/${orderNo}?x=1`)
  await expect(page).toHaveTitle(/店主登录/)
  await signIn(page, 'not the password')
  await expect(page.getByRole('alert').filter({ hasText: '邮箱或密码不正确' })).toBeVisible()
  await expect(page.getByLabel('邮箱')).toHaveValue(MERCHANT_EMAIL)
  await expect(page.getByLabel('密码')).toHaveValue('')
  expect((await context.cookies()).filter(({ name }) => name.startsWith('danbao'))).toEqual([])

  await signIn(page, shop.password)
  await expect(page).toHaveURL(`${shop.url}/merchant/orders/${orderNo}?x=1`)
  await expect(stateOf(page)).toHaveText('等待付款')
  const session = (await context.cookies()).find(({ name }) => name.startsWith('danbao'))
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })

  await page.getByRole('button', { name: '退出' }).click()
  await expect(page).toHaveTitle(/店主登录/)
  if (session) await context.addCookies([session]) // the server has forgotten it as well
  await page.goto(`${shop.url}/merchant`)
  await expect(page).toHaveTitle(/店主登录/)
})

test('the sign-in page says where the password is to be found while the sandbox is the gateway, and not otherwise', async ({
  page,
  shop,
  relayedShop,
}) => {
  const command = page.getByText('npm run merchant:password')
  await page.goto(`${shop.url}/merchant`)
  await expect(command).toBeVisible()
  await page.goto(`${relayedShop.url}/merchant`)
  await expect(page).toHaveTitle(/店主登录/)
  await signIn(page, 'not the password')
  await expect(page.getByRole('alert').filter({ hasText: '邮箱或密码不正确' })).toBeVisible()
  await expect(command).toHaveCount(0)
})

test('[#70] a stranger sees and does nothing, whatever is called and sent along', async ({
  page,
  shop,
  merchantSession,
}) => {
  const orderNo = await order(page, shop.url)
  const forged = merchantSession.replace(/.(?=;|$)/g, (last) => (last === 'A' ? 'B' : 'A')) // every cookie
  const strangers: Record<string, string>[] = [
    {},
    { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
    {
      'x-middleware-subrequest': 'src/middleware',
      'x-raw-target': '//evil.example',
      'x-path': '//evil.example',
    },
    { cookie: forged },
  ]
  const body = String(
    new URLSearchParams({ note: 'stranger', logisticsName: '顺丰', transportType: 'EXPRESS' }),
  )
  for (const headers of strangers) {
    for (const path of [
      '',
      '/orders',
      `/orders/${orderNo}`,
      `/orders/${NOWHERE}`,
      '/orders.csv',
      '/products',
      '/products/new',
    ]) {
      const response = await fetch(`${shop.url}/merchant${path}`, { headers, redirect: 'manual' })
      expect(response.status, path).toBe(307)
      expect(response.headers.get('location'), path).toMatch(/^\/merchant\/sign-in\?next=%2Fmerchant/)
      expect((await response.text()).includes(TEST_TEA), path).toBe(false)
    }
    for (const action of ACTIONS) {
      const address = `${shop.url}/merchant/orders/${orderNo}/${action}`
      const response = await fetch(address, { ...FORM, headers: { ...FORM.headers, ...headers }, body })
      expect(response.status, action).toBe(303)
      expect(response.headers.get('location'), action).toBe('/merchant/sign-in?next=%2Fmerchant')
    }
  }
  const seen = await fetch(`${shop.url}/merchant/orders/${orderNo}`, { headers: { cookie: merchantSession } })
  expect((await seen.text()).includes('stranger')).toBe(false)
})

test('[#70] somebody signed in without the merchant’s role is told so, with status 403', async ({
  page,
  shop,
}) => {
  const orderNo = await order(page, shop.url)
  await inDatabase(`
    INSERT INTO shop."User" (id, name, email, "updatedAt") VALUES ('buyer', 'x', 'buyer@example.com', now());
    INSERT INTO shop."Account" (id, "userId", "accountId", "providerId", password, "updatedAt")
    SELECT 'buyer', 'buyer', 'buyer', "providerId", password, now() FROM shop."Account"
    WHERE "userId" = (SELECT id FROM shop."User" WHERE role = 'merchant')`)
  const cookie = await sessionOf(shop.url, shop.password, 'buyer@example.com')
  for (const path of ['', '/orders', `/orders/${orderNo}`, '/orders.csv', '/products', '/products/new']) {
    const response = await fetch(`${shop.url}/merchant${path}`, { headers: { cookie } })
    expect(response.status, path).toBe(403)
    expect((await response.text()).includes(TEST_TEA), path).toBe(false)
  }
  for (const action of ACTIONS) {
    const address = `${shop.url}/merchant/orders/${orderNo}/${action}`
    const body = new URLSearchParams({ note: 'x' })
    expect((await fetch(address, { method: 'POST', headers: { cookie }, body })).status, action).toBe(403)
  }
})

test('[#69] a page of another origin signs nobody in or out and does nothing to an order', async ({
  page,
  shop,
  merchantSession,
}) => {
  const orderNo = await order(page, shop.url)
  const paths = [
    ...ACTIONS.map((action) => `/merchant/orders/${orderNo}/${action}`),
    '/merchant/sign-in/check',
    '/merchant/sign-out',
  ]
  for (const origin of ['null', 'http://evil.example', 'http://127.0.0.1:1'])
    for (const path of paths) {
      const headers = { origin, cookie: merchantSession }
      const body = new URLSearchParams({
        note: 'foreign',
        email: 'merchant@example.com',
        password: shop.password,
      })
      const response = await fetch(shop.url + path, { method: 'POST', headers, body, redirect: 'manual' })
      expect(response.status, `${path} from ${origin}`).toBe(403)
      expect(response.headers.getSetCookie()).toEqual([])
    }
  for (const path of paths) expect((await fetch(shop.url + path)).status, `GET ${path}`).toBe(405)
  const seen = await fetch(`${shop.url}/merchant/orders/${orderNo}`, { headers: { cookie: merchantSession } })
  expect(seen.status).toBe(200)
  expect((await seen.text()).includes('foreign')).toBe(false)
})

test('the merchant finds orders by what they are waiting for, and by number, trade, buyer and goods', async ({
  page,
  merchant,
  shop,
  sandbox,
}) => {
  const subject = '找得到的茶%_'
  const orderNo = await orderOf(page, shop.url, sandbox, subject)
  const { trade_no: tradeNo } = await sandbox.trade(orderNo)
  const isFoundUnder = async (filter: string, count: number) => {
    await merchant.goto(`${shop.url}/merchant/orders?${new URLSearchParams({ filter, q: subject })}`)
    await expect(found(merchant).filter({ hasText: orderNo })).toHaveCount(count)
  }
  await isFoundUnder('unpaid', 1)
  const toShip = merchant.getByRole('navigation', { name: '按状态' }).getByRole('link', { name: '待发货' })
  await toShip.click()
  await expect(toShip).toHaveAttribute('aria-current', 'page')
  await expect(merchant.getByText('没有找到符合条件的订单')).toBeVisible()

  await sandbox.pay(orderNo)
  await sandbox.act(orderNo, 'refund-apply')
  await untilDelivered(sandbox, orderNo, 3)
  await isFoundUnder('unpaid', 0)
  await isFoundUnder('to_ship', 1)
  await isFoundUnder('refund', 1)

  for (const text of [orderNo, tradeNo ?? '', orderNo.slice(-10), '得到的茶%_']) {
    await search(merchant, shop.url, text)
    await expect(found(merchant)).toHaveCount(1)
    await expect(found(merchant)).toContainText(orderNo)
  }
  await search(merchant, shop.url, 'BUYER@example')
  await expect(found(merchant).filter({ hasText: orderNo })).toContainText('buyer@example.com')
  await search(merchant, shop.url, "nobody' OR 1=1")
  await expect(found(merchant)).toHaveCount(0)
})

test('many orders come on pages', async ({ merchant, shop }) => {
  await inDatabase(
    `INSERT INTO shop."Order" (id, "orderNo", "buyerId", subject, "totalFen", "createdAt")
     SELECT 'many-' || n, 'many' || n, 'many', '许多茶', 1, '2020-01-01' FROM generate_series(1, 60) AS n`,
  )
  await search(merchant, shop.url, '许多茶')
  await expect(found(merchant)).toHaveCount(50)
  await merchant.getByRole('link', { name: '下一页' }).click()
  await expect(found(merchant)).toHaveCount(10)
  await expect(merchant.getByRole('link', { name: '下一页' })).toHaveCount(0)
  await merchant.getByRole('link', { name: '返回第一页' }).click()
  await expect(found(merchant)).toHaveCount(50)
})

test('an order’s page tells the merchant everything, and hides the merchant’s note from the buyer', async ({
  page,
  merchant,
  shop,
  sandbox,
}) => {
  const orderNo = await orderOf(page, shop.url, sandbox, '有备注的茶')
  await sandbox.pay(orderNo)
  await untilDelivered(sandbox, orderNo, 2)
  await search(merchant, shop.url, '有备注的茶')
  await found(merchant).getByRole('link').first().click()
  await expect(stateOf(merchant)).toHaveText('买家已付款，等待卖家发货')
  await expect(merchant.getByText('WAIT_SELLER_SEND_GOODS').first()).toBeVisible()
  const trade = merchant.getByRole('region', { name: '买家和交易' })
  await expect(valueOf(trade, '买家账号')).toHaveText('buyer@example.com')
  await expect(valueOf(trade, '支付宝交易号')).toHaveText((await sandbox.trade(orderNo)).trade_no ?? '')
  await expect(valueOf(merchant.getByRole('region', { name: '商品和金额' }), '订单合计')).toHaveText('¥83.00')
  const messages = merchant.getByRole('region', { name: '通知记录' }).getByRole('link')
  await expect(messages).toHaveCount(2)
  await expect(messages.first()).toHaveAttribute('href', /^\/merchant\/log\/[0-9a-f-]{36}$/)
  await expect(merchant.getByRole('button', { name: '发货' })).toBeVisible()
  await expect(merchant.getByRole('button', { name: '关闭交易' })).toHaveCount(0)

  await merchant.getByLabel('卖家备注').fill('<b>老客户</b>，发顺丰')
  await merchant.getByRole('button', { name: '保存备注' }).click()
  await expect(merchant.getByText('备注已保存')).toBeVisible()
  await expect(merchant.getByLabel('卖家备注')).toHaveValue('<b>老客户</b>，发顺丰')
  await page.goto(`${shop.url}/orders/${orderNo}`)
  expect((await page.content()).includes('老客户')).toBe(false)
})

test('of two who ship at once, one ships, and the other is told how it was sent; a note is not overwritten unseen', async ({
  page,
  merchant,
  merchantSession,
  shop,
  sandbox,
}) => {
  const orderNo = await orderOf(page, shop.url, sandbox, '两人发的茶')
  const path = `${shop.url}/merchant/orders/${orderNo}`
  const post = async (action: string, fields: Record<string, string>) => {
    const headers = { cookie: merchantSession, origin: shop.url }
    const body = new URLSearchParams(fields)
    const answer = await fetch(`${path}/${action}`, { method: 'POST', headers, body, redirect: 'manual' })
    return answer.headers.get('location') ?? ''
  }
  await sandbox.pay(orderNo)
  await untilDelivered(sandbox, orderNo, 2)
  const ship = (logisticsName: string, invoiceNo: string) =>
    post('ship', { logisticsName, invoiceNo, transportType: 'EXPRESS' })
  const answers = await Promise.all([ship('顺丰速运', 'SF1'), ship('中通快递', 'ZT1')])
  expect(answers.map((to) => /kind=(\w+)/.exec(to)?.[1]).sort()).toEqual(['answered', 'sent_before'])
  const first = answers[0]?.includes('answered') ? '顺丰速运，运单号是 SF1' : '中通快递，运单号是 ZT1'
  await merchant.goto(`${shop.url}${answers.find((to) => to.includes('sent_before'))}`)
  const refusal = merchant.getByRole('alert').filter({ hasText: '发货失败' })
  await expect(refusal).toContainText(`没有发出：这个订单已经发过货，物流公司是${first}。`)

  await post('note', { note: '周末送', seen: '' })
  await merchant.goto(`${shop.url}${await post('note', { note: '放门口', seen: '' })}`)
  await expect(merchant.getByRole('alert').filter({ hasText: '备注保存失败' })).toContainText('在别处修改过')
  await expect(merchant.getByLabel('卖家备注')).toHaveValue('周末送')
})

test('the merchant ships an order, and the buyer is told with what', async ({
  page,
  merchant,
  shop,
  sandbox,
}) => {
  const orderNo = await orderOf(page, shop.url, sandbox, '要发货的茶')
  await sandbox.pay(orderNo)
  await untilDelivered(sandbox, orderNo, 2)
  await merchant.goto(`${shop.url}/merchant/orders/${orderNo}`)
  await merchant.getByLabel('物流公司').fill('顺丰速运')
  await merchant.getByLabel('运单号').fill('SF1234567890')
  await merchant.getByRole('button', { name: '发货' }).click()
  await expect(merchant.getByRole('status').filter({ hasText: '已通知支付宝发货。' })).toBeVisible()
  await expect(stateOf(merchant)).toHaveText('卖家已发货，等待买家确认收货')
  await expect(merchant.getByRole('button', { name: '发货' })).toHaveCount(0)
  const trade = merchant.getByRole('region', { name: '买家和交易' })
  await expect(valueOf(trade, '发货')).toHaveText('顺丰速运，快递 SF1234567890')
  const calls = merchant.getByRole('region', { name: '发给支付宝的请求' })
  await expect(calls).toContainText('send_goods_confirm_by_platform')
  expect((await sandbox.trade(orderNo)).trade_status).toBe('WAIT_BUYER_CONFIRM_GOODS')

  await page.goto(`${shop.url}/orders/${orderNo}`)
  const tracking = page.getByRole('region', { name: '物流' })
  await expect(tracking).toContainText('顺丰速运SF1234567890')
  const official = 'https://www.sf-express.com/chn/sc/waybill/waybill-detail/SF1234567890'
  await expect(tracking.getByRole('link')).toHaveAttribute('href', official)
  await expect(page.getByRole('region', { name: '下一步' })).toContainText('到支付宝确认收货')
})

test('[T5.1] the gateway’s refusal is told with its code, cause and remedy, in both languages', async ({
  page,
  merchant,
  shop,
  sandbox,
}) => {
  const orderNo = await order(page, shop.url)
  await merchant.goto(`${shop.url}/merchant/orders/${orderNo}`)
  await merchant.getByRole('button', { name: '查询支付宝' }).click()
  const refusal = merchant.getByRole('alert').filter({ hasText: '失败' })
  await expect(refusal).toContainText('TRADE_NOT_EXIST')
  await expect(refusal).toContainText('原因：')
  await expect(refusal.locator('[lang=en]')).toHaveCount(3)

  await goToCashier(page)
  await sandbox.logIn(orderNo)
  await untilDelivered(sandbox, orderNo, 1)
  await merchant.goto(`${shop.url}/merchant/orders/${orderNo}`)
  await sandbox.pay(orderNo) // while the merchant looks at an order that is not paid
  await merchant.getByRole('button', { name: '关闭交易' }).click()
  await expect(refusal).toContainText('TRADE_STATUS_NOT_AVAILD')
  await expect(refusal.locator('[lang=en]')).toHaveCount(3)
})

test('the merchant closes an unpaid order, which nobody can pay then', async ({
  page,
  merchant,
  shop,
  sandbox,
}) => {
  const orderNo = await orderOf(page, shop.url, sandbox, '不卖的茶')
  await merchant.goto(`${shop.url}/merchant/orders/${orderNo}`)
  await merchant.getByRole('button', { name: '关闭交易' }).click()
  await expect(merchant.getByRole('status').filter({ hasText: '已关闭' })).toBeVisible()
  await expect(stateOf(merchant)).toHaveText('交易关闭，没有付款')
  await expect(merchant.getByRole('button', { name: '关闭交易' })).toHaveCount(0)
  await expect(sandbox.pay(orderNo)).rejects.toThrow('TRADE_NOT_ALLOWED_PAY')
  await page.goto(`${shop.url}/orders/${orderNo}`)
  await expect(page.getByRole('region', { name: '下一步' })).toContainText('重新下单')
})

test('[#25] a changed price is paid once the merchant has accepted it', async ({
  page,
  merchant,
  shop,
  sandbox,
}) => {
  const orderNo = await orderOf(page, shop.url, sandbox, '改价的茶')
  await sandbox.act(orderNo, 'change-price', { total_fee: '80.00' })
  const accept = merchant.getByRole('button', { name: '接受 ¥80.00', exact: true })
  await expect(async () => {
    await merchant.goto(`${shop.url}/merchant/orders/${orderNo}`) // until the news has come
    await expect(accept).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await accept.click()
  await expect(merchant.getByRole('status').filter({ hasText: '已接受新金额。' })).toBeVisible()
  await expect(merchant.getByRole('button', { name: '接受' })).toHaveCount(0)
  await sandbox.pay(orderNo)
  await expect(async () => {
    await merchant.goto(`${shop.url}/merchant/orders/${orderNo}`)
    await expect(stateOf(merchant)).toHaveText('买家已付款，等待卖家发货', { timeout: 2_000 })
  }).toPass()
  await expect(valueOf(merchant.getByRole('region', { name: '商品和金额' }), '实付')).toHaveText('¥80.00')
  await page.goto(`${shop.url}/orders/${orderNo}`)
  await expect(page.getByRole('region', { name: '下一步' })).toContainText('卖家已把金额改为 ¥80.00')
})

test('the menu says which page is open, on arrival and after its links', async ({ merchant, shop }) => {
  const menu = merchant.getByRole('navigation', { name: '后台导航' })
  const current = menu.locator('[aria-current]')
  await merchant.goto(`${shop.url}/merchant/log`)
  await expect(current).toHaveText('通知记录')
  await menu.getByRole('link', { name: '订单' }).click()
  await expect(merchant).toHaveURL(`${shop.url}/merchant/orders`)
  await expect(current).toHaveText('订单')
  await menu.getByRole('link', { name: '今日' }).click()
  await expect(merchant).toHaveURL(`${shop.url}/merchant`)
  await expect(current).toHaveText('今日')
})

test('an order that is not there is not there', async ({ merchant, shop }) => {
  for (const orderNo of [NOWHERE, "1' OR '1'='1", '..%2F..'])
    expect((await merchant.goto(`${shop.url}/merchant/orders/${orderNo}`))?.status(), orderNo).toBe(404)
})

test('the result of an action is none that an address makes up', async ({ page, merchant, shop }) => {
  const orderNo = await order(page, shop.url)
  const path = `${shop.url}/merchant/orders/${orderNo}`
  await merchant.goto(`${path}?action=ship&kind=refused&code=ILLEGAL_SIGN`)
  const refusal = merchant.getByRole('alert').filter({ hasText: '发货失败' })
  await expect(refusal).toContainText('签名不正确')
  await expect(refusal).toContainText('The signature is wrong')
  await merchant.goto(`${path}?action=ship&kind=refused&code=%3Cscript%3Ealert(1)`)
  await expect(refusal).toContainText('错误代码 （没有）')
  await inDatabase(
    `INSERT INTO shop."GatewayCall" (id, "orderNo", verb, service, "sentAt", params, outcome, code, detail) VALUES
     ('down', $1, 'close', 'close_trade', now(), '{}', 'unreachable', 'timeout', '15000'),
     ('later', $1, 'query', 'single_trade_query', now(), '{}', 'unreachable', 'no_connection', 'ECONNREFUSED')`,
    [orderNo],
  )
  await merchant.goto(`${path}?action=close&kind=unreachable&call=down`)
  const silence = merchant.getByRole('alert').filter({ hasText: '关闭交易失败' })
  await expect(silence).toContainText('没有得到支付宝的可信回答：网关没有在限时内回答（毫秒）：15000')
  await expect(silence).not.toContainText('ECONNREFUSED')
  await merchant.goto(`${path}?action=close&kind=unreachable&call=other`)
  await expect(silence).toContainText('没有得到支付宝的可信回答。')
  await merchant.goto(`${path}?action=hack&kind=done&code=x`)
  await expect(merchant.getByRole('status').filter({ hasText: /./ })).toHaveCount(0)
})

test('[#54] money that came late, and another total, are told to the merchant and to the buyer', async ({
  page,
  merchant,
  shop,
}) => {
  const orderNo = await order(page, shop.url)
  await inDatabase(`UPDATE shop."Order" SET "quotedFen" = 90 WHERE "orderNo" = $1`, [orderNo])
  await merchant.goto(`${shop.url}/merchant/orders/${orderNo}`)
  const price = merchant.getByRole('region', { name: '改价待确认' })
  await expect(price).toContainText('支付宝上的金额是 ¥0.90，订单是 ¥0.01')
  await expect(price.getByRole('button', { name: '接受 ¥0.90', exact: true })).toBeVisible()
  await expect(price.getByRole('button', { name: '不接受' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('region', { name: '下一步' })).toContainText('¥0.90，下单时是 ¥0.01')

  await inDatabase(
    `INSERT INTO shop."OrderEvent" ("orderId", kind) SELECT id, 'paid_late' FROM shop."Order" WHERE "orderNo" = $1`,
    [orderNo],
  )
  await merchant.goto(`${shop.url}/merchant/orders?filter=paid_late`)
  await found(merchant).filter({ hasText: orderNo }).getByRole('link').first().click()
  await expect(merchant.getByRole('alert').filter({ hasText: '关闭后付款' })).toContainText('退款')
  await page.reload()
  await expect(page.getByRole('region', { name: '下一步' })).toContainText('钱没有丢')
})

test('[#23] money that came and was not accepted stands on the first page with what to do, and no button loses it', async ({
  page,
  merchant,
  shop,
}) => {
  const orderNo = await order(page, shop.url)
  await inDatabase(
    `INSERT INTO shop."RefusedPayment" VALUES ('2026112200001000009999999999', $1, 'bad_amount', 90, 'x', now())`,
    [orderNo],
  )
  await merchant.goto(`${shop.url}/merchant`)
  const money = merchant.getByRole('region', { name: '已付款，未入账' })
  const entry = money.getByRole('listitem').filter({ hasText: orderNo })
  await expect(entry).toContainText('¥0.90')
  await expect(entry).toContainText('退款给买家')
  await expectGoodPage(merchant)
  await speakEnglish(merchant, shop.url)
  await merchant.reload()
  await expectGoodEnglish(merchant)
  await merchant.getByRole('button', { name: '中文' }).click()
  await entry.getByRole('link', { name: `订单 ${orderNo}` }).click()
  await expect(money).toContainText('¥0.90')
  await expect(merchant.getByRole('button', { name: '关闭交易' })).toHaveCount(0)
  const headers = { origin: shop.url }
  const closing = await merchant.request.post(`${shop.url}/merchant/orders/${orderNo}/close`, { headers })
  expect(await closing.text()).toContain('没有关闭：支付宝通知这个订单有一笔付款没有入账')

  await page.reload()
  await expect(stateOf(page)).toHaveText('付款待卖家核对')
  await expect(page.getByRole('region', { name: '下一步' })).toContainText('请不要再付')
  await expect(page.getByRole('button', { name: '去支付宝付款' })).toHaveCount(0)
  const form = { orderNo }
  const again = await page.request.post(`${shop.url}/api/alipay/alipayto`, { form, headers, maxRedirects: 0 })
  expect([again.status(), again.headers().location]).toEqual([303, `/orders/${orderNo}`])

  await inDatabase(`UPDATE shop."RefusedPayment" SET "settledAt" = now() WHERE "orderNo" = $1`, [orderNo])
  await merchant.goto(`${shop.url}/merchant/orders/${orderNo}`)
  await expect(money).toHaveCount(0)
  await expect(merchant.getByRole('button', { name: '关闭交易' })).toBeVisible()
})

test('the receiver that the gateway told of is the one to ship to: on both pages, what was typed struck out, and in the file', async ({
  page,
  merchant,
  shop,
}) => {
  const orderNo = await order(page, shop.url)
  const receiver = {
    ...{ receiveName: '李四', receiveAddress: '上海市 2 号', receiveZip: null, receivePhone: null },
    receiveMobile: '13900139000',
  }
  await inDatabase(
    `UPDATE shop."Order" SET "receiveName" = '张三', "receiveMobile" = '13900139000', told = $2, "toldAt" = now() WHERE "orderNo" = $1`,
    [orderNo, JSON.stringify({ receiver, logisticsType: 'EMS' })],
  )
  await page.reload()
  await merchant.goto(`${shop.url}/merchant/orders/${orderNo}`)
  for (const shown of [page, merchant]) {
    await expect(shown.getByRole('note').filter({ hasText: '以支付宝通知的为准' })).toBeVisible()
    await expect(valueOf(shown.locator('main'), '收货地址')).toContainText('上海市 2 号')
    await expect(valueOf(shown.locator('main'), '收货人')).toHaveText(/李四.*下单时.*张三/)
    await expect(valueOf(shown.locator('main'), '手机')).toHaveText('13900139000')
    await expect(valueOf(shown.locator('main'), '配送')).toContainText('EMS')
  }
  const file = await merchant.request.get(`${shop.url}/merchant/orders.csv?q=${orderNo}`)
  expect(await file.text()).toContain('"李四","13900139000')
  expect(await file.text()).toContain('收货人: 张三')
})

test('a refund that was only asked for is not dated as a refund', async ({
  page,
  merchant,
  shop,
  sandbox,
}) => {
  const orderNo = await orderAndGoToCashier(page, shop.url)
  await sandbox.pay(orderNo)
  await sandbox.act(orderNo, 'refund-apply', { goods_received: false })
  await untilDelivered(sandbox, orderNo, 3)
  await merchant.goto(`${shop.url}/merchant/orders/${orderNo}`)
  const facts = merchant.getByRole('region', { name: '买家和交易' })
  await expect(valueOf(facts, '申请退款时间')).toBeVisible()
  await expect(valueOf(facts, '退款时间')).toHaveCount(0)
  await sandbox.act(orderNo, 'refund-agree')
  await untilDelivered(sandbox, orderNo, 4)
  await merchant.reload()
  await expect(valueOf(facts, '退款时间')).toBeVisible()
})

test('[T5.4b] [T5.4e] a buyer is led through a refund, step by step', async ({ page, shop, sandbox }) => {
  const orderNo = await orderAndGoToCashier(page, shop.url)
  await sandbox.pay(orderNo)
  await sandbox.act(orderNo, 'ship')
  const { trade_no: tradeNo } = await sandbox.trade(orderNo)
  const guide = page.getByRole('region', { name: '下一步' })
  const expectStep = async (messages: number, words: string, atGateway: boolean) => {
    await untilDelivered(sandbox, orderNo, messages)
    await page.goto(`${shop.url}/orders/${orderNo}`)
    await expect(guide).toContainText(words)
    const link = guide.getByRole('link', { name: '去支付宝' })
    if (atGateway) await expect(link).toHaveAttribute('href', `/sandbox/console/${tradeNo}`)
    else await expect(link).toHaveCount(0)
  }
  await expectStep(3, '到支付宝确认收货', true)
  await sandbox.act(orderNo, 'refund-apply', { goods_received: true })
  await expectStep(4, '等卖家答复', true)
  await sandbox.act(orderNo, 'refund-refuse')
  await expectStep(5, '修改申请再提交', true)
  await sandbox.advance('1s') // a second application is told from the first by its time
  await sandbox.act(orderNo, 'refund-apply', { goods_received: true })
  await sandbox.act(orderNo, 'refund-agree')
  await expectStep(7, '请把货寄回', true)
  await sandbox.act(orderNo, 'refund-return-goods')
  await expectStep(8, '卖家确认收到后退款', true)
  await sandbox.act(orderNo, 'refund-receive-goods')
  await expectStep(9, '已退回', false)
})

test('[#65] the orders found are exported for a spreadsheet, in which no cell is a formula', async ({
  page,
  shop,
  sandbox,
  merchantSession,
}) => {
  const subject = '=HYPERLINK("http://evil.example","茶")'
  const orderNo = await orderOf(page, shop.url, sandbox, subject)
  const address = `${shop.url}/merchant/orders.csv?${new URLSearchParams({ q: subject, filter: 'unpaid' })}`
  const response = await fetch(address, { headers: { cookie: merchantSession } })
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('content-disposition')).toContain('orders.csv')
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from('efbbbf', 'hex'))
  const lines = bytes.toString().slice(1).split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toContain('"订单号","支付宝交易号","商品"')
  expect(lines[1]).toContain(`"${orderNo}\t",`)
  expect(lines[1]).toContain(`,"'=HYPERLINK(""http://evil.example"",""茶"")",`)
  expect(lines[1]).toContain(',"83.00",')
  expect(lines[2]).toBe('')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the merchant signs in, searches, notes something down and signs out', async ({ page, shop }) => {
    const orderNo = await order(page, shop.url)
    await page.goto(`${shop.url}/merchant`)
    await signIn(page, shop.password)
    await search(page, shop.url, orderNo)
    await found(page).getByRole('link').first().click()
    await expect(page).toHaveURL(`${shop.url}/merchant/orders/${orderNo}`)
    await page.getByLabel('卖家备注').fill('没有脚本也行')
    await page.getByRole('button', { name: '保存备注' }).click()
    await expect(page.getByLabel('卖家备注')).toHaveValue('没有脚本也行')
    await page.getByRole('button', { name: '退出' }).click()
    await expect(page).toHaveTitle(/店主登录/)
  })
})

// The last one: this browser waits for some minutes.
test('[#70] a browser that guesses passwords is slowed down', async ({ page, shop }) => {
  await page.goto(`${shop.url}/merchant/sign-in`)
  await expect(async () => {
    await signIn(page, 'guess')
    await expect(page.getByRole('alert').filter({ hasText: '尝试次数过多' })).toBeVisible({
      timeout: 2_000,
    })
  }).toPass({ intervals: [0] })
})
