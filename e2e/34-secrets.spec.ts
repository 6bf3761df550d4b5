// What no page, file or answer may contain, and what a visitor who is not signed in cannot open.
import { readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { orderAndGoToCashier } from './buyer'
import { expect, test } from './test'

const SANDBOX_KEY = 'danbaosandboxkey0123456789abcdef'
const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`)

test('[#72] what browsers are given of the build has no source maps, and reads no setting', () => {
  const files = filesBelow('.next/static')
  expect(files.length).toBeGreaterThan(5)
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([])
  const telling = files.filter((file) =>
    // the workbench of /learn names settings in its advice, and has the sandbox's key, which is printed for everybody
    /DATABASE_URL|MERCHANT_EMAIL|SMTP_URL|sourceMappingURL=.*\.map|process\.env\.[A-Z]{3}/.test(
      readFileSync(file, 'latin1'),
    ),
  )
  expect(telling).toEqual([])
})

test('[#72] no page, error page or answer of a purchase and of the back office tells the key, the database or a session', async ({
  page,
  shop,
  sandbox,
  merchantSession,
}) => {
  const orderNo = await orderAndGoToCashier(page, shop.url)
  await sandbox.pay(orderNo)
  const cookie = `${merchantSession}; ${(await page.context().cookies(shop.url)).map(({ name, value }) => `${name}=${value}`).join('; ')}`
  const values = cookie.split('; ').map((one) => one.slice(one.indexOf('=') + 1))
  const secrets = [
    SANDBOX_KEY,
    'postgresql://',
    shop.password,
    ...values.filter((value) => value.length > 10),
  ]
  const paths = [
    ...[
      '/',
      '/cart',
      '/orders',
      `/orders/${orderNo}`,
      `/orders/${orderNo}/trace.txt`,
      '/account',
      '/direct-pay',
    ],
    ...[
      '/nowhere',
      '/orders/0',
      '/%',
      '/products/longjing',
      '/_next/static/../../.env',
      '/.env',
      '/.git/config',
    ],
    ...[
      '/merchant',
      '/merchant/orders',
      `/merchant/orders/${orderNo}`,
      '/merchant/orders.csv',
      '/merchant/log',
    ],
    ...[
      '/merchant/log.csv',
      '/merchant/doctor',
      '/merchant/reconcile',
      '/merchant/products',
      '/merchant/log/0',
    ],
    ...['/sandbox/console', `/sandbox/console/${orderNo}`, '/sandbox/api/merchants', '/sandbox/api/clock'],
    ...[`/sandbox/api/trades/${orderNo}`, '/sandbox/gateway.do?service=create_partner_trade_by_buyer&sign=x'],
    ...[
      '/api/alipay/notify',
      '/api/alipay/return?sign=x',
      '/api/auth/get-session',
      '/api/auth/list-sessions',
    ],
  ]
  for (const path of paths) {
    const response = await fetch(shop.url + path, { headers: { cookie } })
    const told = (await response.text()) + JSON.stringify([...response.headers])
    expect(response.status, path).toBeLessThan(500)
    for (const secret of secrets)
      expect(told.includes(secret), `${path} tells ${secret.slice(0, 6)}…`).toBe(false)
    expect(told, path).not.toMatch(/\n\s+at .*:\d+:\d+|node_modules\//)
  }
})

test('[#70] no address of the back office answers a stranger with anything but the way to sign in', async ({
  shop,
}) => {
  const addresses = filesBelow('app/merchant/(office)')
    .filter((file) => /\/(page\.tsx|route\.ts)$/.test(file))
    .map((file) => file.replace(/^app|\/\([^)]*\)|\/[^/]*$/g, '').replace(/\[[^\]]*\]/g, '1'))
  expect(addresses.length).toBeGreaterThanOrEqual(19)
  for (const address of new Set(addresses))
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'] as const) {
      const response = await fetch(shop.url + address, { method, redirect: 'manual' })
      const isSentAway =
        [303, 307].includes(response.status) &&
        response.headers.get('location')?.startsWith('/merchant/sign-in?next=')
      expect(isSentAway || response.status === 405, `${method} ${address}: ${response.status}`).toBe(true)
    }
})

test('[#29] paths that climb out of the shop, as they are on the wire, find no file', async ({ shop }) => {
  const { hostname, port } = new URL(shop.url)
  const get = (path: string) =>
    new Promise<string>((resolve) => {
      let answer = ''
      const socket = connect(Number(port), hostname)
      socket.on('data', (chunk) => (answer += chunk.toString('latin1')))
      socket.on('error', () => {})
      socket.on('close', () => resolve(answer))
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n\r\n`)
    })
  for (const path of [
    '/../../../../etc/passwd',
    '/pictures/../../../../etc/passwd',
    '/pictures/..%2f..%2fpackage.json',
    '/pictures/..%5c..%5cpackage.json',
    '/_next/static/../../package.json',
    '/_next/static/..%2f..%2fpackage.json',
    '/_next/static/%2e%2e/%2e%2e/package.json',
    '/package.json',
    '//etc/passwd',
    '/pictures/longjing.svg%00.png',
  ]) {
    const answer = await get(path)
    expect(answer, path).toMatch(/^HTTP\/1\.1 (30\d|40\d) /)
    expect(answer, path).not.toMatch(/root:|"danbao"/)
  }
})

test('[#64] no address sets a header of its own, or leads to another site', async ({ shop }) => {
  const line = encodeURIComponent('/account\r\nset-cookie: planted=1')
  for (const path of [
    `/account/sign-in?next=${line}`,
    `/merchant/sign-in?next=${line}`,
    `/merchant/orders/${line}`,
    `//evil.example/${line}`,
    `/\\evil.example/`,
    `//evil.example/%2e%2e`,
    `/orders/${line}/`,
    '//evil.example//',
    `/products/${encodeURIComponent('https://evil.example')}/`,
    `/api/alipay/return?out_trade_no=${line}&redirect_url=https://evil.example`,
  ]) {
    const response = await fetch(shop.url + path, { redirect: 'manual' })
    expect(response.headers.getSetCookie().join(), path).not.toContain('planted')
    const to = response.headers.get('location')
    if (to) expect(new URL(to, shop.url).origin, `${path} leads to ${to}`).toBe(shop.url)
  }
})
