// A shop of the open platform: what escrow does with the goods and the money back, the shop does itself.
import type { Browser, Page } from '@playwright/test'
import pg from 'pg'
import { hasMerchant, listScenarios, readScenario, waits } from '../scenarios/scenario'
import { eventsOf, goToCashier, order, stateOf } from './buyer'
import { run } from './command'
import { expectGoodEnglish, speakEnglish } from './english'
import { expectGoodPage } from './good-page'
import { cookiesOf, passwordIn, sessionOf } from './merchant'
import { live } from './live-scenario'
import { keep } from './programs'
import { sandboxAt } from './sandbox'
import { openShop, SEATS } from './shops'
import { expect, test as base } from './test'

interface OpenShop {
  url: string
  sandbox: ReturnType<typeof sandboxAt>
  password: string
  /** The Cookie header of the merchant's session. */
  session: string
}

const test = base.extend<{ seller: Page }, { openShop: OpenShop }>({
  openShop: [
    async ({}, provide) => {
      const server = await openShop(SEATS.refused, { ALIPAY_APP_ID: '9021000000000001' })
      keep(server.program)
      const password = passwordIn(server.output())
      const session = await sessionOf(server.url, password)
      await provide({ url: server.url, sandbox: sandboxAt(server.url), password, session })
      await server.stop()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  seller: async ({ browser, openShop: { url, session }, javaScriptEnabled }, provide) => {
    const context = await browser.newContext({ javaScriptEnabled })
    await context.addCookies(cookiesOf(session, url))
    await provide(await context.newPage())
    await context.close()
  },
})

const WAITS = '您已付款，等待发货'

/** An order of one cent, paid at the cashier; ends on its page. */
async function paid(page: Page, { url, sandbox }: OpenShop) {
  const orderNo = await order(page, url)
  await goToCashier(page)
  await sandbox.pay(orderNo)
  await expect(async () => {
    await page.goto(`${url}/orders/${orderNo}`)
    await expect(stateOf(page)).toHaveText(WAITS, { timeout: 1_000 })
  }).toPass()
  return orderNo
}

/** An order of 1.00 yuan and more would need other goods: its amount is what the tests of parts need. */
async function paidDirectly(page: Page, shop: OpenShop, amount: string) {
  await page.goto(`${shop.url}/direct-pay`)
  await page.getByLabel('付款说明').fill('一斤龙井')
  await page.getByLabel('付款金额（元）').fill(amount)
  await page.getByRole('button', { name: '去支付宝付款' }).click()
  await page.waitForURL(/\/sandbox\/cashier\//)
  await page.goto(`${shop.url}/orders`)
  await page.getByRole('link', { name: '一斤龙井' }).first().click()
  await expect(page).toHaveURL(/\/orders\/\d{24}$/)
  const orderNo = page.url().slice(-24)
  await shop.sandbox.pay(orderNo)
  await expect(async () => {
    await page.reload()
    await expect(stateOf(page)).toHaveText(WAITS, { timeout: 1_000 })
  }).toPass()
  return orderNo
}

async function ship(seller: Page, { url }: OpenShop, orderNo: string) {
  await seller.goto(`${url}/merchant/orders/${orderNo}`)
  await seller.getByLabel('物流公司').fill('顺丰')
  await seller.getByLabel('运单号').fill('SF1234567890')
  await seller.getByRole('button', { name: '发货' }).click()
  await expect(seller.getByRole('status').filter({ hasText: '已发货' })).toBeVisible()
}

const refundsOf = (page: Page) => page.getByRole('region', { name: '退款', exact: true })

async function ask(page: Page, amount: string, reason: string) {
  await page.getByText('申请退款', { exact: true }).first().click()
  await page.getByLabel('退款金额').fill(amount)
  await page.getByLabel('退款原因').fill(reason)
  await page.getByRole('button', { name: '申请退款' }).click()
}

async function inDatabase(sql: string, values: unknown[] = []) {
  const connectionString = `postgresql://postgres@127.0.0.1:${SEATS.refused.databasePort}/postgres`
  const client = new pg.Client({ connectionString })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(sql, values)
  await client.end()
  return rows
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('goods are shipped by the shop, and the buyer confirms the receipt in the shop', async ({
      page,
      seller,
      openShop,
      browser,
    }) => {
      const orderNo = await paidWithScripts(browser, page, openShop)
      await ship(seller, openShop, orderNo)
      await page.goto(`${openShop.url}/orders/${orderNo}`)
      await expect(stateOf(page)).toHaveText('已发货，等您确认收货')
      await expect(page.locator('main')).toContainText('SF1234567890')
      await expect(page.locator('main')).toContainText(/\d 自动确认收货/)
      await expect(page.getByRole('link', { name: '去支付宝' })).toHaveCount(0)
      await page.getByRole('button', { name: '确认收货' }).click()
      await expect(stateOf(page)).toHaveText('已完成')
      await expect(eventsOf(page, '交易完成')).toHaveCount(1)
      await expect(page.getByRole('button', { name: '确认收货' })).toHaveCount(0)
      const calls = await inDatabase('SELECT "verb" FROM shop."GatewayCall" WHERE "orderNo" = $1', [orderNo])
      expect(calls.map(({ verb }) => verb)).not.toContain('ship')
    })
  })

/** Pays with a browser that has scripts, as the hand-over page of a browser without them is of another chapter. */
async function paidWithScripts(browser: Browser, page: Page, shop: OpenShop) {
  const context = await browser.newContext({ javaScriptEnabled: true })
  const orderNo = await paid(await context.newPage(), shop)
  await page.context().addCookies(await context.cookies())
  await context.close()
  return orderNo
}

test('a merchant refunds a part, then the rest', async ({ page, seller, openShop }) => {
  const orderNo = await paidDirectly(page, openShop, '1.00')
  await ship(seller, openShop, orderNo)
  const refund = async (amount: string, reason: string) => {
    await seller.goto(`${openShop.url}/merchant/orders/${orderNo}`)
    await seller.locator('summary', { hasText: '退款' }).click()
    await seller.getByLabel('退款金额').fill(amount)
    await seller.getByLabel('原因').fill(reason)
    await seller.getByRole('button', { name: '退款', exact: true }).click()
  }
  await refund('1.01', '')
  await expect(seller.getByRole('alert').filter({ hasText: '没有退款' })).toBeVisible()
  await refund('0.30', '少发一包')
  await expect(seller.getByRole('status').filter({ hasText: '退款成功' })).toBeVisible()
  await expect(refundsOf(seller)).toContainText('已退款 ¥0.30，实付 ¥1.00。')

  await page.goto(`${openShop.url}/orders/${orderNo}`)
  await expect(stateOf(page)).toHaveText('已发货，等您确认收货')
  await expect(refundsOf(page)).toContainText('少发一包')
  await expect(eventsOf(page, '退款成功')).toHaveCount(1)

  await refund('0.70', '')
  await expect(stateOf(seller)).toHaveText('已全额退款')
  await page.reload()
  await expect(stateOf(page)).toHaveText('已退款')
  await expect(eventsOf(page, '退款成功')).toHaveCount(2)
  await expect(refundsOf(page)).toContainText('已退款 ¥1.00，实付 ¥1.00。')
  const csv = await seller.request.get(`${openShop.url}/merchant/orders.csv?q=${orderNo}`)
  const [columns, cells] = (await csv.text()).split('\r\n')
  expect(columns).toMatch(/,"已退（元）","退款经过"$/)
  expect(cells).toMatch(/,"1\.00","0\.30 已退款; 0\.70 已退款"$/)
})

test('a buyer asks for money back, is declined with words, asks again and gets it', async ({
  page,
  seller,
  openShop,
}) => {
  const orderNo = await paidDirectly(page, openShop, '2.00')
  await ask(page, '3', '不要了')
  await expect(page.getByRole('alert').filter({ hasText: '退款金额应在 0.01 到 2.00 元之间' })).toBeVisible()
  await expect(page.getByLabel('退款原因')).toHaveValue('不要了')
  await page.getByLabel('退款金额').fill('2')
  await page.getByRole('button', { name: '申请退款' }).click()
  await expect(refundsOf(page)).toContainText('等卖家答复')

  await seller.goto(`${openShop.url}/merchant/orders?filter=refund`)
  await seller.getByRole('link', { name: '一斤龙井' }).click()
  await expect(seller.getByRole('heading', { name: '买家申请退款 ¥2.00，等待您处理' })).toBeVisible()
  await seller.getByLabel('拒绝原因').fill('已经做好了')
  await seller.getByRole('button', { name: '拒绝退款' }).click()
  await expect(seller.getByRole('status').filter({ hasText: '已拒绝退款' })).toBeVisible()

  await page.goto(`${openShop.url}/orders/${orderNo}`)
  await expect(refundsOf(page)).toContainText('卖家的答复：已经做好了')
  await ask(page, '1.5', '真的不要了')
  await expect(refundsOf(page)).toContainText('等卖家答复')

  await seller.goto(`${openShop.url}/merchant/orders/${orderNo}`)
  await seller.getByLabel('退款金额').fill('1.20')
  await seller.getByRole('button', { name: '同意退款' }).click()
  await expect(seller.getByRole('status').filter({ hasText: '退款成功' })).toBeVisible()
  await page.reload()
  await expect(stateOf(page)).toHaveText(WAITS)
  await expect(refundsOf(page)).toContainText('已退款 ¥1.20，实付 ¥2.00。')
})

test('[#86] a refund of which the answer is lost is asked about again, and made once', async ({
  page,
  seller,
  openShop,
}) => {
  const orderNo = await paidDirectly(page, openShop, '3.00')
  await openShop.sandbox.misbehave({ kind: 'lose-answer', trade: orderNo })
  await seller.goto(`${openShop.url}/merchant/orders/${orderNo}`)
  await seller.locator('summary', { hasText: '退款' }).click()
  await seller.getByRole('button', { name: '退款', exact: true }).click()
  await expect(stateOf(seller)).toHaveText('已全额退款')
  const rows = await inDatabase(
    `SELECT refund."state", "order"."refundedFen" FROM shop."Refund" AS refund
     JOIN shop."Order" AS "order" ON "order"."id" = refund."orderId" WHERE "order"."orderNo" = $1`,
    [orderNo],
  )
  expect(rows).toEqual([{ state: 'made', refundedFen: 300 }])
})

test('[#86] npm run reconcile finds the running shop’s refund that got no answer, and what became of it', async ({
  page,
  openShop,
}) => {
  const orderNo = await paidDirectly(page, openShop, '4.00')
  const no = '7'.repeat(32)
  await openShop.sandbox.act(orderNo, 'refund', { amount: '1.00', out_request_no: no })
  await expect(async () => {
    await page.reload()
    await expect(eventsOf(page, '退款成功')).toHaveCount(1, { timeout: 1_000 })
  }).toPass()
  // as if neither the notification nor the answer had come
  await inDatabase(`UPDATE shop."Order" SET "refundedFen" = 0 WHERE "orderNo" = $1`, [orderNo])
  await inDatabase(
    `INSERT INTO shop."Refund" ("no", "orderId", "fen", "reason", "state", "changedAt")
     SELECT $2, "id", 100, '', 'sent', now() - interval '1 hour' FROM shop."Order" WHERE "orderNo" = $1`,
    [orderNo, no],
  )
  const found = await run('reconcile.ts', ['--older-than', '0s'], { SHOP_URL: openShop.url })
  expect(found.output).toContain(`${orderNo}  applied what was missing  (the refund of 1.00 yuan was made)`)
  await page.reload()
  await expect(refundsOf(page)).toContainText('已退款 ¥1.00，实付 ¥4.00。')
})

test('[#94] the buyer’s acts are the buyer’s alone: not another’s, not another site’s, not twice', async ({
  page,
  seller,
  openShop,
  browser,
}) => {
  const orderNo = await paid(page, openShop)
  await ship(seller, openShop, orderNo)
  const form = { amount: '0.01', reason: '坏了' }
  const acts = ['receive', 'ask-refund'].map((act) => `${openShop.url}/orders/${orderNo}/${act}`)
  const stranger = await browser.newContext()
  for (const act of acts) {
    const own = { form, headers: { origin: openShop.url }, maxRedirects: 0 }
    expect((await stranger.request.post(act, own)).status()).toBe(404)
    const foreign = { form, headers: { origin: 'http://evil.example' }, maxRedirects: 0 }
    expect((await page.request.post(act, foreign)).status()).toBe(403)
    expect((await page.request.get(act, { maxRedirects: 0 })).status()).toBe(405)
  }
  await stranger.close()
  await page.goto(`${openShop.url}/orders/${orderNo}`)
  await expect(stateOf(page)).toHaveText('已发货，等您确认收货')

  const twice = { form, headers: { origin: openShop.url }, maxRedirects: 0 }
  const [receive = ''] = acts
  const ends = await Promise.all([1, 2].map(() => page.request.post(receive, twice)))
  expect(ends.map((end) => end.status())).toEqual([303, 303])
  await page.reload()
  await expect(stateOf(page)).toHaveText('已完成')
  await expect(eventsOf(page, '交易完成')).toHaveCount(1)
})

test('the pages of goods and refunds are there for everybody, in both languages', async ({
  page,
  seller,
  openShop,
}) => {
  const orderNo = await paidDirectly(page, openShop, '5.00')
  await ship(seller, openShop, orderNo)
  const refund = (no: string, state: string, code: string | null) =>
    inDatabase(
      `INSERT INTO shop."Refund" ("no", "orderId", "fen", "reason", "state", "code", "changedAt")
       SELECT $2, "id", 100, '包装坏了，要退一部分', $3, $4, now() FROM shop."Order" WHERE "orderNo" = $1`,
      [orderNo, no.repeat(32), state, code],
    )
  await refund('1', 'declined', '已经用过')
  await refund('2', 'declined', null)
  await refund('3', 'refused', 'ACQ.SELLER_BALANCE_NOT_ENOUGH')
  await refund('4', 'made', null)
  await inDatabase('UPDATE shop."Order" SET "refundedFen" = 150 WHERE "orderNo" = $1', [orderNo])
  const openAll = (one: Page) =>
    one.locator('summary').evaluateAll((all) => all.forEach((summary) => (summary as HTMLElement).click()))
  const expectGood = async (check: (one: Page) => Promise<void>) => {
    await page.goto(`${openShop.url}/orders/${orderNo}`)
    await seller.goto(`${openShop.url}/merchant/orders/${orderNo}`)
    for (const one of [page, seller]) {
      await openAll(one)
      await check(one)
    }
  }
  await expectGood(expectGoodPage)
  await expect(refundsOf(page)).toContainText('其中 ¥0.50 是卖家在支付宝退的')
  await refund('5', 'asked', null)
  await expectGood(expectGoodPage)
  for (const one of [page, seller]) await speakEnglish(one, openShop.url)
  await expectGood(expectGoodEnglish)
  await inDatabase(`UPDATE shop."Refund" SET "state" = 'sent' WHERE "no" = $1`, ['5'.repeat(32)])
  await expectGood(expectGoodEnglish)
  await seller.getByRole('button', { name: 'Check now' }).click() // Alipay does not know it, and makes it now
  await expect(
    seller.getByRole('status').filter({ hasText: 'Refunded; Alipay has confirmed it.' }),
  ).toBeVisible()
  await expectGood(expectGoodEnglish)
})

for (const name of listScenarios('open')) {
  const scenario = readScenario(name)
  const title = `${scenario.covers.map((id) => `[${id}]`).join(' ')} ${scenario.title.en}`
  if (waits(scenario))
    test(`${title}: npm run scenario ends as told`, async ({ openShop: { url, password } }) => {
      const played = await run('scenario.ts', [name], { SHOP_URL: url, MERCHANT_PASSWORD: password })
      expect(played).toMatchObject({ output: expect.stringContaining('✓ ends as told'), code: 0 })
    })
  else
    test(`${title}: shop and gateway end in the same state`, async ({ page, seller, openShop: { url } }) =>
      live(page, url, scenario, hasMerchant(scenario) ? seller : undefined))
}
