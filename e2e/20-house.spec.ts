import type { Page } from '@playwright/test'
import { comeBackByItself, confirmAndPay, goToCashier, logIn, order, payDirectly, stateOf } from './buyer'
import { openShop, SEATS } from './shops'
import { expect, test } from './test'

/** What the browser holds against the policies of the pages that are opened from now on. */
function violationsOf(page: Page) {
  const violations: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy'))
      violations.push(`${page.url()}: ${message.text()}`)
  })
  return violations
}

test('[#65] no page of a purchase, of the sandbox or of the back office breaks its own policy', async ({
  page,
  merchant,
  shop,
}) => {
  const violations = violationsOf(page)
  const orderNo = await order(page, shop.url)
  await goToCashier(page)
  await logIn(page)
  await confirmAndPay(page)
  await comeBackByItself(page)
  for (const path of ['/orders', '/nowhere', '/sandbox/console', `/sandbox/console/${orderNo}`])
    await page.goto(`${shop.url}${path}`)
  await page.goto(`${shop.url}/sandbox/gateway.do?service=x`)
  await expect(page.locator('header')).toHaveCSS('border-bottom-width', '3px') // its styles are let through
  const backOffice = violationsOf(merchant)
  for (const path of ['', `/orders/${orderNo}`, '/log', '/doctor', '/reconcile'])
    await merchant.goto(`${shop.url}/merchant${path}`)
  expect([...violations, ...backOffice]).toEqual([])
})

test('[#65] the form in GBK that submits itself is let through to a gateway elsewhere', async ({
  page,
  gbkShop,
}) => {
  const violations = violationsOf(page)
  await payDirectly(page, gbkShop.url, { subject: '一斤龙井', amount: '0.01' })
  await expect(page).toHaveURL(/\/sandbox\/cashier\//)
  expect(violations).toEqual([])
})

test('[#65] a script that was smuggled into a page does not run, and the page’s own do', async ({
  page,
  shop,
}) => {
  const violations = violationsOf(page)
  await page.route(`${shop.url}/orders/*`, async (route) => {
    const response = await route.fetch()
    const smuggled =
      '<script>document.title = "smuggled"</script><img src="/x" onerror="document.title = this.src">'
    await route.fulfill({ response, body: (await response.text()).replace('</h1>', `$&${smuggled}`) })
  })
  await order(page, shop.url)
  await page.reload()
  await expect.poll(() => violations.length).toBeGreaterThanOrEqual(2)
  expect(await page.title()).toContain('订单')
  await page.unroute(`${shop.url}/orders/*`)
  const refreshed = page.waitForRequest((request) => request.headers()['rsc'] === '1')
  await refreshed // AutoRefresh runs
})

test('[#66] every answer has the security headers, a page a nonce of its own, and what is one person’s is not kept', async ({
  shop,
  merchantSession,
}) => {
  const [first, second] = await Promise.all([fetch(shop.url), fetch(shop.url)])
  const policies = [first, second].map(({ headers }) => headers.get('content-security-policy') ?? '')
  expect(policies[0]).toMatch(/script-src 'nonce-[\w-]{36}' 'strict-dynamic';/)
  expect(policies[0]).not.toBe(policies[1])
  for (const [path, status, owner] of ANSWERS) {
    const cookie = merchantSession
    const answer = await fetch(`${shop.url}${path}`, { headers: { cookie }, redirect: 'manual' })
    expect([path, answer.status]).toEqual([path, status])
    expect(Object.fromEntries(answer.headers), path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': owner === 'everybody' ? 'cross-origin' : 'same-origin',
    })
    const policy = answer.headers.get('content-security-policy') ?? ''
    const type = answer.headers.get('content-type') ?? ''
    if (owner === 'somebody' && type !== 'text/xml') {
      expect(answer.headers.get('cache-control') ?? '', path).toContain('no-store')
      if (type.startsWith('text/html')) expect(policy, path).toContain("frame-ancestors 'none'")
    }
    expect(answer.headers.get('x-robots-tag'), path).toBe(owner === 'somebody' ? 'noindex' : null)
    expect(answer.headers.get('x-powered-by'), path).toBeNull()
    expect(policy, path).not.toMatch(/script-src[^;]*unsafe/)
    expect(answer.headers.get('strict-transport-security'), 'the shop is not on https').toBeNull()
  }
  const { headers } = await fetch(`${shop.url}/api/alipay/notify`, { method: 'POST' })
  expect(headers.get('content-security-policy')).toBeNull()
})

/** Addresses, the status they are answered with, and whose the answer is: a page of the shop, one person's, a picture. */
const ANSWERS = [
  ['/', 200, 'shop'],
  ['/products/longjing', 200, 'shop'],
  ['/products/nothing', 404, 'shop'],
  ['/nowhere', 404, 'shop'],
  ['/robots.txt', 200, 'shop'],
  ['/sitemap.xml', 200, 'shop'],
  ['/icon.svg', 200, 'shop'],
  ['/_next/static/nothing.js', 404, 'shop'],
  ['/_next/image?url=%2Fopengraph-image.png&w=640&q=75', 404, 'shop'],
  ['/pictures/longjing.svg', 200, 'everybody'],
  ['/pictures/nothing', 404, 'everybody'],
  ['/opengraph-image.png', 200, 'everybody'],
  ['/cart', 200, 'somebody'],
  ['/checkout', 307, 'somebody'],
  ['/orders/1', 404, 'somebody'],
  ['/account/sign-in', 307, 'somebody'],
  ['/merchant', 200, 'somebody'],
  ['/merchant/orders.csv', 200, 'somebody'],
  ['/sandbox/console', 200, 'somebody'],
  ['/sandbox/gateway.do?service=x', 200, 'somebody'],
  ['/api/alipay/notify', 200, 'somebody'],
  ['/healthz', 200, 'somebody'],
  ['/readyz', 200, 'somebody'],
] as const

/** What a browser without scripts, a search engine or curl gets to see. */
test('what does not exist is said in the page itself, with the way back', async ({
  shop,
  merchantSession: cookie,
}) => {
  const pages = {
    '/nowhere': '这一页不在了',
    '/products/nothing': '这一页不在了',
    '/learn/nothing': '这一页不在了',
    '/learn/errors/NOTHING': '这一页不在了',
    '/orders/1': '找不到这个订单',
    '/merchant/orders/1': '这一页不在了',
    '/merchant/products/nothing': '这一页不在了',
    '/merchant/log/nothing': '这一页不在了',
    '/merchant/mails/nothing': '这一页不在了',
    '/sandbox/console/nothing': '沙箱里没有这笔交易',
  }
  for (const [path, words] of Object.entries(pages)) {
    const answer = await fetch(`${shop.url}${path}`, { headers: { cookie } })
    const html = (await answer.text()).replaceAll(/<script.*?<\/script>/gs, '')
    expect([path, answer.status]).toEqual([path, 404])
    expect(html, path).toMatch(new RegExp(`<h1[^>]*>${words}`))
    expect(html, path).toMatch(/<main.*<a [^>]*href="\//s)
  }
})

test('a shop on https tells so, and gives search engines its public addresses', async () => {
  const url = 'https://shop.example.com'
  const shop = await openShop(SEATS.refused, { SHOP_URL: url, ALIPAY_SANDBOX: 'demo' })
  const at = `http://127.0.0.1:${SEATS.refused.port}`
  try {
    const page = await fetch(`${at}/direct-pay?subject=x`)
    expect(page.headers.get('strict-transport-security')).toBe('max-age=31536000')
    const html = await page.text()
    expect(html).toContain(`<link rel="canonical" href="${url}/direct-pay"/>`)
    expect(html).toMatch(new RegExp(`<meta property="og:image" content="${url}/opengraph-image.png`))
    expect(await (await fetch(`${at}/sitemap.xml`)).text()).toContain(`<loc>${url}/direct-pay</loc>`)
    const robots = await (await fetch(`${at}/robots.txt`)).text()
    expect(robots).toContain(`Sitemap: ${url}/sitemap.xml`)
    expect(robots).toContain('Disallow: /orders')
  } finally {
    await shop.stop()
  }
})

test('[#29] an address that is no address is refused, and does not end in an error of the server', async ({
  page,
  shop,
}) => {
  for (const path of ['/%', '/orders/%', '/orders/%E0%A4%A', '/sandbox/cashier/%ff'])
    expect([path, (await fetch(`${shop.url}${path}`)).status]).toEqual([path, 400])
  await page.goto(`${shop.url}/sandbox/cashier/nothing`)
  await expect(stateOf(page)).toHaveText('沙箱里没有这笔交易')
})

test('a link of the shelf asks for nothing before it is followed, and shows that its page is on its way', async ({
  page,
  shop,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(shop.url, { waitUntil: 'networkidle' })
  expect(asked.filter((url) => url.includes('_rsc='))).toEqual([])
  let answer = () => {}
  const held = new Promise<void>((resolve) => (answer = resolve))
  await page.route('**/products/gaiwan*', (route) => held.then(() => route.continue()))
  await page.getByRole('link', { name: '白瓷盖碗' }).click()
  await expect(page.locator('.link-hint')).toBeAttached()
  answer()
  await expect(stateOf(page)).toHaveText('白瓷盖碗')
  await expect(page.locator('.link-hint')).not.toBeAttached()
})

test('an order on paper is black on white, without what can only be pressed', async ({ page, shop }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await order(page, shop.url)
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  await expect(stateOf(page)).toBeVisible()
  await expect(page.getByText('合计')).toBeVisible()
  await expect(page.locator('nav, form, footer').filter({ visible: true })).toHaveCount(0)
  await expect(page.locator('body')).toHaveCSS('color', 'rgb(31, 36, 33)')
})
