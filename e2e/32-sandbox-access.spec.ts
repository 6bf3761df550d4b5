// Who may see and move the sandbox, and what a program is told that the gateway does not understand.
import { request as httpRequest } from 'node:http'
import { text } from 'node:stream/consumers'
import { openShop, SEATS } from './shops'
import { expect, test } from './test'

interface Sent {
  method?: string
  headers?: Record<string, string>
  body?: string
}

/** With any Host, which fetch does not let one choose. */
async function send(url: string, { method = 'GET', headers = {}, body }: Sent = {}) {
  const response = await new Promise<import('node:http').IncomingMessage>((resolve, reject) =>
    httpRequest(url, { method, headers, agent: false }).on('response', resolve).on('error', reject).end(body),
  )
  return { status: response.statusCode, location: response.headers.location, text: await text(response) }
}

const REACHED = ['merchants', 'faults', 'clock', 'trades/1']
const MOVED = [
  'merchants',
  'faults',
  'faults/clear',
  'clock',
  'reset',
  'recover',
  'trades/1/pay',
  'deliveries/1/resend',
]

test('[#71] at the name of another host, as after DNS rebinding, the sandbox tells nothing and does nothing', async ({
  shop,
}) => {
  const { port } = new URL(shop.url)
  const host = `evil.example:${port}`
  const api = `${shop.url}/sandbox/api`
  for (const path of REACHED) expect((await send(`${api}/${path}`, { headers: { host } })).status).toBe(403)
  for (const path of MOVED) {
    const headers = { host, origin: `http://${host}`, 'x-forwarded-host': host }
    const answer = await send(`${api}/${path}`, { method: 'POST', headers, body: '{}' })
    expect([path, answer.status]).toEqual([path, 403])
  }
  for (const path of ['/sandbox/console', '/sandbox/console/1'])
    expect(await send(shop.url + path, { headers: { host } })).toMatchObject({
      status: 307,
      location: '/sandbox/token',
    })
  const told = await send(`${shop.url}/sandbox/token`, { headers: { host } })
  expect(told).toMatchObject({ status: 403, text: expect.stringContaining('SHOP_URL') })
  for (const name of [`localhost:${port}`, `[::1]:${port}`, `127.0.0.1:${port}`])
    expect((await send(`${api}/clock`, { headers: { host: name } })).status).toBe(200)
})

test('[#71] a public sandbox asks for the token that it printed: programs send it, the console has a form for it', async ({
  browser,
}) => {
  const server = await openShop(SEATS.refused, { ALIPAY_SANDBOX: 'demo' })
  const context = await browser.newContext()
  try {
    const token = /Sandbox token: ([0-9a-f]{40})/.exec(server.output())?.[1] ?? ''
    const api = `${server.url}/sandbox/api`
    for (const path of REACHED) expect((await send(`${api}/${path}`)).status).toBe(401)
    for (const path of MOVED) {
      const answer = await send(`${api}/${path}`, { method: 'POST', body: '{}' })
      expect([path, answer.status, JSON.parse(answer.text)]).toMatchObject([
        path,
        401,
        { error: 'TOKEN_REQUIRED' },
      ])
    }
    const headers = { authorization: `Bearer ${token}` }
    expect((await send(`${api}/clock`, { headers })).status).toBe(200)
    expect((await send(`${api}/clock`, { headers: { authorization: `Bearer ${token}0` } })).status).toBe(401)

    const [home] = JSON.parse((await send(`${api}/merchants`, { headers })).text) as {
      partner: string
      own: boolean
    }[]
    expect(home?.own).toBe(true)
    const account = {
      partner: '2088000000000093',
      key: '2088000000000093Danbao7Example00',
      seller_email: 'public@example.com',
      services: ['create_partner_trade_by_buyer'],
    }
    const register = (changes: object) =>
      send(`${api}/merchants`, { method: 'POST', headers, body: JSON.stringify({ ...account, ...changes }) })
    expect((await register({ partner: home?.partner })).status).toBe(409)
    expect((await register({ allowed_hosts: ['169.254.169.254'] })).status).toBe(400)
    expect((await register({ allowed_hosts: ['127.0.0.1:5432'] })).status).toBe(400)
    expect((await register({ allowed_hosts: ['shop.example.com'] })).status).toBe(200)

    const page = await context.newPage()
    await page.goto(`${server.url}/sandbox/console`)
    await expect(page).toHaveURL(`${server.url}/sandbox/token`)
    await page.getByLabel('令牌').fill(`${token}0`)
    await page.getByRole('button', { name: '进入' }).click()
    await expect(page.getByRole('alert')).toContainText('令牌不对')
    await page.getByLabel('令牌').fill(token)
    await page.getByRole('button', { name: '进入' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('沙箱控制台')
    await page.getByRole('button', { name: '拨快 1 小时' }).click()
    await expect(page).toHaveURL(`${server.url}/sandbox/console`)
    const cookies = await context.cookies(`${server.url}/sandbox/console`)
    expect(cookies).toMatchObject([
      { name: 'sandbox_control', httpOnly: true, sameSite: 'Lax', path: '/sandbox' },
    ])
  } finally {
    await context.close()
    await server.stop()
  }
})

test('[T5.1] a program that is not understood is told so in XML, a browser in a page', async ({
  page,
  shop,
}) => {
  const gateway = `${shop.url}/sandbox/gateway.do`
  for (const [asked, code] of [
    ['', 'ILLEGAL_SERVICE'],
    ['service=close_trades', 'ILLEGAL_SERVICE'],
    ['service=account.page.query', 'ILLEGAL_EXTERFACE'],
    ['service=alipay.wap.trade.create.direct', 'ILLEGAL_EXTERFACE'],
    ['service=close_trade&partner=1', 'ILLEGAL_PARTNER'],
    ['a=%', 'ILLEGAL_ARGUMENT'],
  ] as const) {
    const response = await fetch(`${gateway}?${asked}`)
    expect(response.headers.get('content-type')).toBe('text/xml')
    expect(await response.text()).toContain(`<error>${code}</error>`)
  }
  await page.goto(`${gateway}?service=close_trades`)
  await expect(page.locator('dt:text-is("错误代码") + dd')).toHaveText('ILLEGAL_SERVICE')
  await page.goto(`${gateway}?service=refund_fastpay_by_platform_pwd`)
  await expect(page.locator('dt:text-is("这一次是因为") + dd')).toContainText('沙箱不模拟它')
})

test('[#38] forms of the sandbox beyond 64 KB are refused with 413', async ({ shop }) => {
  const body = `service=close_trade&x=${'a'.repeat(65_536)}`
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  for (const path of [
    'gateway.do',
    'trade/notify_query.do',
    'api/faults',
    'api/merchants',
    'cashier/00000000-0000-0000-0000-000000000000/login',
  ]) {
    const response = await fetch(`${shop.url}/sandbox/${path}`, { method: 'POST', headers, body })
    expect([path, response.status]).toEqual([path, 413])
  }
})
