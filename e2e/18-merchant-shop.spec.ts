import type { Page } from '@playwright/test'
import pg from 'pg'
import { blackPng } from '@/lib/catalog/testing/pictures'
import {
  confirmAndPay,
  fillReceiver,
  logIn,
  payDirectly,
  putInCart,
  submitOrder,
  untilDelivered,
} from './buyer'
import { found } from './merchant'
import { SEATS } from './shops'
import { expect, test } from './test'

const NAME = '桂花乌龙'

const products = (page: Page) => page.getByRole('list', { name: '找到的商品' }).getByRole('listitem')
const shelfItem = (page: Page, name = NAME) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: name })
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
/** Presses the button, and waits until the shop has saved or refused: the message of an earlier saving may still stand there. */
async function save(page: Page) {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: '保存商品' }).click()
  await answered
}

interface Product {
  name: string
  slug: string
  price: string
  stock: string
  category?: string
}

/** Writes a product down and saves it. */
async function addProduct(
  merchant: Page,
  shopUrl: string,
  { name, slug, price, stock, category = 'tea' }: Product,
) {
  await merchant.goto(`${shopUrl}/merchant/products`)
  await merchant.getByRole('link', { name: '添加商品' }).click()
  await merchant.getByLabel('名称', { exact: true }).fill(name)
  await merchant.getByLabel('简介', { exact: true }).fill('秋天的香气。')
  await merchant.getByLabel('网址', { exact: true }).fill(slug)
  await merchant.getByLabel('分类').selectOption(category)
  await merchant.getByLabel('价格（元）').fill(price)
  await merchant.getByLabel('库存', { exact: true }).fill(stock)
  await save(merchant)
}

interface Upload {
  name: string
  buffer: Buffer
}

/** Chooses files in the product's form; without scripts a button sends them. */
async function upload(merchant: Page, files: Upload[], { button = false } = {}) {
  const answered = merchant.waitForResponse((response) => response.request().method() === 'POST')
  const chosen = files.map((file) => ({ ...file, mimeType: 'image/png' }))
  await merchant.getByLabel('选择图片').setInputFiles(chosen)
  if (button) await merchant.getByRole('button', { name: '上传图片' }).click()
  await answered
}

const aFile = (width: number, height: number): Upload => ({
  name: `${width}.png`,
  buffer: Buffer.from(blackPng(width, height)),
})

const pictures = (merchant: Page) => merchant.getByRole('region', { name: '图片' })

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('the merchant adds a product, changes its price and stock, and takes it out of sale', async ({
      page,
      merchant,
      shop,
    }) => {
      const name = `${NAME}${javaScriptEnabled ? '一' : '二'}号`
      const slug = `osmanthus-${javaScriptEnabled}`
      await merchant.goto(`${shop.url}/merchant/products/new`)
      await save(merchant)
      await expect(merchant.getByLabel('名称', { exact: true })).toBeFocused() // the first of several mistakes
      await addProduct(merchant, shop.url, { name, slug, price: '1.234', stock: '10' })
      await expect(merchant.getByRole('alert').filter({ hasText: '有 1 处填写有误' })).toBeVisible()
      const price = merchant.getByLabel('价格（元）')
      await expect(price).toHaveAttribute('aria-invalid', 'true')
      await expect(price).toHaveValue('1.234')
      await expect(merchant.getByLabel('名称', { exact: true })).toHaveValue(name)
      await expect(merchant.getByLabel('分类')).toHaveValue('tea')
      await price.fill('66')
      await save(merchant)
      await expect(merchant.getByRole('status')).toHaveText(/商品已保存/)
      await expect(heading(merchant)).toHaveText(name)
      await page.goto(shop.url)
      await expect(shelfItem(page, name)).toContainText('¥66.00')

      await price.fill('58.5')
      await merchant.getByRole('button', { name: '添加规格' }).click()
      await expect(price).toHaveCount(2)
      await expect(price.first()).toHaveValue('58.5')
      await merchant.getByLabel('规格名称').first().fill('50 克')
      await merchant.getByLabel('规格名称').last().fill('100 克')
      await price.last().fill('100')
      await merchant.getByLabel('库存', { exact: true }).last().fill('2')
      await save(merchant)
      await expect(merchant.getByRole('status')).toHaveText(/商品已保存/)
      await merchant.goto(`${shop.url}/merchant/products?${new URLSearchParams({ q: name, filter: 'low' })}`)
      await expect(products(merchant)).toHaveText(/在售.*¥58.50 – ¥100.00.*库存 12有规格库存紧张/)
      await page.reload()
      await expect(shelfItem(page, name)).toContainText('¥58.50')

      await products(merchant).getByRole('link').click()
      await merchant.getByLabel('删除此规格').last().check()
      await merchant.getByLabel('在售').uncheck()
      await save(merchant)
      await expect(merchant.getByRole('status')).toHaveText(/已下架/)
      await expect(price).toHaveCount(1)
      await page.reload()
      await expect(heading(page)).toBeVisible()
      await expect(shelfItem(page, name)).toHaveCount(0)

      await merchant.getByRole('button', { name: '删除商品' }).click()
      await expect(merchant.getByRole('heading', { name: `确定删除“${name}”吗？` })).toBeVisible()
      await merchant.getByRole('link', { name: '取消' }).click()
      await expect(merchant.getByRole('heading', { name: '确定删除' })).toHaveCount(0)
      await merchant.getByRole('button', { name: '删除商品' }).click()
      await merchant.getByRole('button', { name: '确定删除' }).click()
      await expect(merchant.getByRole('status')).toHaveText('商品已删除。')
      await expect(products(merchant).filter({ hasText: name })).toHaveCount(0)
    })
  })

test('a product has pictures before it is saved, in order, each served in sizes and as nothing else', async ({
  page,
  merchant,
  shop,
}) => {
  await merchant.goto(`${shop.url}/merchant/products/new`)
  await merchant.getByLabel('名称', { exact: true }).fill(NAME)
  await upload(merchant, [aFile(1600, 1200), aFile(800, 600)])
  const shown = pictures(merchant).locator('img')
  await expect(shown).toHaveCount(2)
  await expect(merchant.getByLabel('名称', { exact: true })).toHaveValue(NAME)
  const sources = await shown.evaluateAll((images) => images.map((image) => image.getAttribute('src') ?? ''))
  await merchant.getByRole('button', { name: '前移：第 2 张图' }).click()
  await expect(shown.first()).toHaveAttribute('src', sources[1] ?? '')
  await merchant.getByLabel('简介', { exact: true }).fill('秋天的香气。')
  await merchant.getByLabel('网址', { exact: true }).fill('pictured')
  await merchant.getByLabel('分类').selectOption('tea')
  await merchant.getByLabel('标签', { exact: true }).fill('桂花茶、乌龙')
  await merchant.getByLabel('项目', { exact: true }).fill('产地')
  await merchant.getByLabel('内容', { exact: true }).fill('武夷山')
  await merchant.getByLabel('价格（元）').fill('1')
  await merchant.getByLabel('库存', { exact: true }).fill('3')
  await save(merchant)
  await expect(merchant.getByRole('status')).toHaveText('商品已保存，已在店铺上架。')

  await page.goto(`${shop.url}/?q=${encodeURIComponent('武夷山 桂花茶')}`)
  await expect(shelfItem(page)).toContainText('仅剩 3 件')
  await page.getByRole('link', { name: NAME }).click()
  const first = page.getByRole('button', { name: '放大第 1 张图' }).locator('img')
  await expect(first).toHaveAttribute('src', sources[1] ?? '')
  await expect
    .poll(() => first.evaluate((image: HTMLImageElement) => image.currentSrc))
    .toMatch(/-\d+\.avif$/)
  await expect(page.getByRole('row', { name: '产地 武夷山' })).toBeVisible()

  const base = shop.url + (sources[0] ?? '').replace('.jpg', '')
  for (const [end, type] of [
    ['.jpg', 'image/jpeg'],
    ['-320.avif', 'image/avif'],
    ['-1280.webp', 'image/webp'],
  ] as const) {
    const { status, headers } = await fetch(base + end)
    expect([status, headers.get('content-type')]).toEqual([200, type])
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; sandbox")
    expect(headers.get('cache-control')).toContain('immutable')
  }
  for (const none of ['/pictures/x', '/pictures/..%2f', `/pictures/${'0'.repeat(36)}`])
    expect((await fetch(shop.url + none)).status, none).toBe(404)

  await merchant.getByRole('button', { name: '删除图片：第 1 张' }).click()
  await expect(shown).toHaveCount(1)
  await save(merchant)
  await expect(shown).toHaveAttribute('src', sources[0] ?? '')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('[#29] a script is no picture, whatever its name says; nor is too large a file, and what was typed stays', async ({
    merchant,
    shop,
  }) => {
    await merchant.goto(`${shop.url}/merchant/products/new`)
    await merchant.getByLabel('名称', { exact: true }).fill(NAME)
    const refused = pictures(merchant).getByRole('alert')
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
    for (const [buffer, reason] of [
      [Buffer.from('<script>alert(1)</script>'), '不是 PNG、JPEG 或 WebP 图片'],
      [Buffer.from(svg), '不是 PNG、JPEG 或 WebP 图片'],
      [Buffer.alloc(0), '空文件'],
      [Buffer.concat([blackPng(8, 6), Buffer.alloc(8.5 * 2 ** 20)]), '超过 8 MB'],
      [Buffer.from(blackPng(20_000, 20_000)), '超过 4000 万像素'],
    ] as const) {
      await upload(merchant, [{ name: 'a.png', buffer }, aFile(16, 12)], { button: true })
      await expect(refused).toContainText(`“a.png”`)
      await expect(refused).toContainText(reason)
      await expect(merchant.getByLabel('名称', { exact: true })).toHaveValue(NAME)
      await expect(pictures(merchant).locator('img'), 'the good one').toHaveCount(1)
    }
  })

  test('the merchant adds, names, moves and deletes a category, which the shop shows once it has goods', async ({
    page,
    merchant,
    shop,
  }) => {
    await merchant.goto(`${shop.url}/merchant/products`)
    await merchant.getByRole('link', { name: '管理分类' }).click()
    const form = merchant.getByRole('region', { name: '添加分类' })
    await form.getByLabel('中文名称').fill('茶点')
    await form.getByLabel('网址').fill('Snacks')
    await form.getByRole('button', { name: '添加分类' }).click()
    await expect(form.getByLabel('网址')).toHaveAccessibleDescription(/小写字母/)
    await expect(form.getByLabel('中文名称')).toHaveValue('茶点')
    await form.getByLabel('网址').fill('snacks')
    await form.getByRole('button', { name: '添加分类' }).click()
    await expect(merchant.getByRole('status')).toHaveText('分类已添加。')
    await merchant.getByRole('textbox', { name: '茶点的中文名称' }).fill('点心')
    await merchant.getByRole('button', { name: '保存名称：茶点' }).click()
    await merchant.getByRole('button', { name: '上移：点心' }).click()
    await expect(merchant.getByRole('textbox', { name: /中文名称$/ }).nth(4)).toHaveValue('点心')

    const tab = page.getByRole('navigation', { name: '分类' }).getByRole('link', { name: '点心' })
    await page.goto(shop.url)
    await expect(tab).toHaveCount(0)
    await addProduct(merchant, shop.url, {
      name: '杏仁酥',
      slug: 'almond',
      price: '1',
      stock: '10',
      category: 'snacks',
    })
    await page.reload()
    await tab.click()
    await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: '杏仁酥' })).toBeVisible()

    await merchant.getByRole('button', { name: '删除商品' }).click()
    await merchant.getByRole('button', { name: '确定删除' }).click()
    await merchant.goto(`${shop.url}/merchant/products/categories`)
    await merchant.locator('summary[aria-label="删除分类：点心"]').click()
    await merchant.getByRole('button', { name: '确定删除' }).click()
    await expect(merchant.getByRole('status')).toHaveText('分类已删除。')
    await expect(merchant.getByRole('textbox', { name: '点心的中文名称' })).toHaveCount(0)
  })
})

test('[#69] [#70] products and pictures are only the merchant’s, and only from the office’s own pages', async ({
  merchant,
  shop,
  merchantSession,
}) => {
  await addProduct(merchant, shop.url, { name: NAME, slug: 'guarded', price: '1', stock: '10' })
  await expect(heading(merchant)).toHaveText(NAME)
  const path = new URL(merchant.url()).pathname
  const post = (action: string, headers: Record<string, string>) => {
    const body = new FormData()
    body.append('files', new Blob([blackPng(8, 6)]), 'a.png')
    return fetch(`${shop.url}${path}/${action}`, { method: 'POST', headers, body, redirect: 'manual' })
  }
  for (const action of ['save', 'delete', 'move']) {
    expect((await post(action, {})).headers.get('location')).toMatch(/^\/merchant\/sign-in/)
    for (const origin of ['null', 'http://evil.example'])
      expect((await post(action, { origin, cookie: merchantSession })).status).toBe(403)
  }
  expect((await fetch(shop.url + path, { redirect: 'manual' })).headers.get('location')).toMatch(/sign-in/)

  // the form itself, as a browser without scripts would send it
  const form = await fetch(shop.url + path, { headers: { cookie: merchantSession } })
  const html = await form.text()
  const hidden = [...html.matchAll(/<input type="hidden" name="(seenRevision)"(?: value="([^"]*)")?/g)]
  expect(hidden.length).toBeGreaterThan(0)
  const change = async (headers: Record<string, string>) => {
    const body = new FormData()
    for (const [, name = '', value = ''] of hidden) body.append(name, value.replaceAll('&quot;', '"'))
    const typed = {
      name: 'foreign',
      slug: 'guarded',
      description: 'x',
      category: 'tea',
      'variants.0.price': '1',
    }
    for (const [name, value] of Object.entries({ ...typed, 'variants.0.stock': '1' }))
      body.append(name, value)
    return fetch(`${shop.url}${path}/save`, { method: 'POST', headers, body, redirect: 'manual' })
  }
  for (const origin of ['null', 'http://evil.example']) await change({ origin, cookie: merchantSession })
  await change({})
  await merchant.reload()
  await expect(heading(merchant)).toHaveText(NAME)
  expect((await change({ cookie: merchantSession, origin: shop.url })).status).toBe(303) // so it could have been changed
  await merchant.reload()
  await expect(heading(merchant)).toHaveText('foreign')
})

test('what was sold while the merchant was writing stays sold', async ({ page, merchant, shop }) => {
  await addProduct(merchant, shop.url, { name: NAME, slug: 'moving', price: '1', stock: '10' })
  await expect(merchant.getByRole('status')).toBeVisible()
  const stock = merchant.getByLabel('库存', { exact: true })
  const sell = async (quantity: number) => {
    await putInCart(page, shop.url, 'moving', quantity)
    await page.getByRole('link', { name: '去结算' }).click()
    await fillReceiver(page)
    await submitOrder(page)
  }
  await merchant.reload()
  await sell(6)
  await stock.fill('12') // two more than the form showed
  await save(merchant)
  await expect(stock).toHaveValue('6')
  await sell(5)
  await stock.fill('0')
  await merchant.getByLabel('名称', { exact: true }).fill('不该保存')
  await save(merchant)
  await expect(merchant.getByText('现在库存是 1')).toBeVisible()
  await expect(stock).toHaveValue('0')
  await save(merchant) // with the present stock in the form
  await expect(heading(merchant)).toHaveText('不该保存')
  await expect(stock).toHaveValue('0')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a product’s form that is sent twice is saved once; an older one overwrites nothing unseen', async ({
    merchant,
    shop,
  }) => {
    await addProduct(merchant, shop.url, { name: NAME, slug: 'sent-twice', price: '1', stock: '10' })
    await expect(merchant.getByRole('status')).toBeVisible()
    const address = merchant.url()
    const open = async () => {
      const page = await merchant.context().newPage()
      await page.goto(address)
      return { page, stock: page.getByLabel('库存', { exact: true }), price: page.getByLabel('价格（元）') }
    }
    const [first, again, older] = [await open(), await open(), await open()]
    for (const { page, stock } of [first, again]) {
      await stock.fill('15')
      await save(page)
      await expect(page.getByRole('status')).toHaveText(/商品已保存/)
      await expect(stock).toHaveValue('15')
    }
    await older.stock.fill('12')
    await older.price.fill('2')
    await save(older.page)
    await expect(older.page.getByRole('alert')).toContainText('又保存过一次')
    await expect(older.page.getByText('现在库存是 15')).toBeVisible()
    await expect(older.price).toHaveValue('2')
    await save(older.page) // knowing that
    await expect(older.page.getByRole('status')).toHaveText(/商品已保存/)
    await expect(older.stock).toHaveValue('12')
    await expect(older.price).toHaveValue('2.00')
  })

  test('the merchant puts the products in order', async ({ page, merchant, shop }) => {
    const names = ['排队甲', '排队乙', '排队丙']
    for (const [index, name] of names.entries()) {
      await addProduct(merchant, shop.url, { name, slug: `queue-${index}`, price: '1', stock: '10' })
      await expect(merchant.getByRole('status')).toBeVisible()
    }
    await merchant.goto(`${shop.url}/merchant/products?q=排队`)
    const order = () => products(merchant).getByRole('link')
    await merchant.getByRole('button', { name: '上移：排队丙' }).click()
    await expect(order()).toHaveText(['排队甲', '排队丙', '排队乙'])
    await merchant.getByRole('button', { name: '下移：排队甲' }).click()
    await expect(order()).toHaveText(['排队丙', '排队甲', '排队乙'])
    await expect(merchant.getByRole('searchbox')).toHaveValue('排队')
    await expect(merchant.getByRole('button', { name: '上移：排队丙' })).toBeHidden()
    await page.goto(`${shop.url}/?q=秋天的香气`)
    await expect(shelfItem(page, '排队').getByRole('link')).toHaveText(['排队丙', '排队甲', '排队乙'])
  })
})

test('a long shelf is read page by page, and what is moved over the edge of a page is shown on the other', async ({
  merchant,
  shop,
}) => {
  const client = new pg.Client(`postgresql://postgres@127.0.0.1:${SEATS.main.databasePort}/postgres`)
  await client.connect()
  await client.query(
    `INSERT INTO "shop"."Product" ("id", "slug", "name", "description", "onSale", "position")
     SELECT gen_random_uuid(), 'many-' || place, '第 ' || place || ' 件', '', false, 1000 + place
     FROM generate_series(1, 120) AS place`,
  )
  try {
    await merchant.goto(`${shop.url}/merchant/products?q=many-`)
    const next = merchant.getByRole('link', { name: '下一页' })
    for (const [first, last] of [
      ['第 1 件', '第 50 件'],
      ['第 51 件', '第 100 件'],
    ] as const) {
      await expect(products(merchant).first()).toContainText(first)
      await expect(products(merchant).last()).toContainText(last)
      await next.click()
    }
    await expect(products(merchant)).toHaveCount(20)
    await expect(next).toHaveCount(0)
    await merchant.getByRole('button', { name: '上移：第 101 件' }).click()
    await expect(products(merchant)).toHaveCount(50)
    await expect(products(merchant).last()).toContainText('第 101 件')
    await expect(products(merchant).last()).toBeInViewport()
  } finally {
    await client.query(`DELETE FROM "shop"."Product" WHERE "slug" LIKE 'many-%'`)
    await client.end()
  }
})

test('the first page counts a purchase: today’s takings, and a parcel to be sent', async ({
  page,
  merchant,
  shop,
  sandbox,
}) => {
  const sales = merchant.getByRole('list', { name: '今日数据' })
  const toDo = merchant.getByRole('list', { name: '待办' }).getByRole('listitem')
  const toShip = toDo.filter({ has: merchant.getByRole('heading', { name: '待发货' }) })
  const numberOf = async (name: string) =>
    Number(
      (await sales.getByRole('link', { name: new RegExp(`^${name}`) }).innerText()).replace(
        /^.*?([\d.]+)$/s,
        '$1',
      ),
    )
  const countOf = async () => ((await toShip.count()) === 0 ? 0 : parseInt(await toShip.first().innerText()))
  await merchant.goto(`${shop.url}/merchant`)
  const names = ['收款', '付款订单', '新订单']
  const waiting = await countOf()
  const before = new Map<string, number>()
  for (const name of names) before.set(name, await numberOf(name))

  await payDirectly(page, shop.url, { subject: '今天的茶', amount: '12.34' })
  await expect(page).toHaveURL(/\/sandbox\/cashier\//)
  await logIn(page)
  await confirmAndPay(page)
  await page.goto(`${shop.url}/orders`)
  await page.getByRole('link', { name: '今天的茶' }).click()
  await expect(page).toHaveURL(/\/orders\/\d{24}/)
  await untilDelivered(sandbox, /\d{24}/.exec(page.url())?.[0] ?? '', 2)

  await merchant.goto(`${shop.url}/merchant`)
  const grown = { 收款: 12.34, 付款订单: 1, 新订单: 1 }
  for (const [name, by] of Object.entries(grown))
    expect(await numberOf(name), name).toBeCloseTo((before.get(name) ?? NaN) + by)
  expect(await countOf()).toBe(waiting + 1)
  await merchant.getByText('每天的数字').click()
  const today = merchant.getByRole('table').getByRole('row').nth(1)
  await expect(today.getByRole('cell').first()).toHaveText(String(await numberOf('付款订单')))
  await merchant.getByRole('link', { name: '订单', exact: true }).last().click()
  await expect(merchant.getByRole('img')).toHaveAttribute('aria-label', /每天付款的订单/)
  await toShip.getByRole('link', { name: '批量发货' }).click()
  await expect(merchant).toHaveURL(/filter=to_ship/)
  await expect(found(merchant).filter({ hasText: '今天的茶' })).toHaveCount(1)
})

test('the first page leads to the messages that were refused', async ({ merchant, shop }) => {
  const notify = `${shop.url}/api/alipay/notify`
  const body = new URLSearchParams({
    notify_id: 'forged-18',
    out_trade_no: '18',
    sign_type: 'MD5',
    sign: '0'.repeat(32),
  })
  await fetch(notify, { method: 'POST', body })
  await merchant.goto(`${shop.url}/merchant`)
  const refused = merchant.getByRole('listitem').filter({ hasText: '近 7 天被拒的通知' })
  await refused.getByRole('link', { name: '查看' }).click()
  await expect(merchant.getByLabel('结果')).toHaveValue('refused')
  const rows = merchant.getByRole('main').getByRole('list').getByRole('link')
  await expect(rows.first()).toContainText('签名不对')
  await expect(rows.filter({ hasText: '已处理' })).toHaveCount(0)
})
