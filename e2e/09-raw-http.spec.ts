import { readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import type { Page } from '@playwright/test'
import { messagesOf, orderAndGoToCashier, stateOf, untilDelivered } from './buyer'
import type { Sandbox } from './sandbox'
import { openShop, SEATS } from './shops'
import { expect, test } from './test'

const FORM = 'application/x-www-form-urlencoded; text/html; charset=utf-8'

/** A genuine WAIT_BUYER_PAY message that the shop has not had: it is for an order whose relay refused it. */
async function heldMessage(
  page: Page,
  shop: { url: string; relay: { refuse(orderNo: string): void } },
  sandbox: Sandbox,
) {
  const orderNo = await orderAndGoToCashier(page, shop.url)
  shop.relay.refuse(orderNo)
  await sandbox.logIn(orderNo)
  const { deliveries } = await sandbox.trade(orderNo)
  return { orderNo, message: deliveries[0]?.message ?? '' }
}

async function expectFail(response: Response) {
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('fail')
}

test('[#40] a genuine message by GET is answered fail and changes nothing', async ({
  page,
  relayedShop,
  sandbox,
}) => {
  const { orderNo, message } = await heldMessage(page, relayedShop, sandbox)
  await expectFail(await fetch(`${relayedShop.url}/api/alipay/notify?${message}`))
  await page.goto(`${relayedShop.url}/orders/${orderNo}`)
  await expect(stateOf(page)).toHaveText('待付款')
})

for (const type of ['multipart/form-data; boundary=x', 'application/json', 'text/plain', undefined]) {
  test(`[#39] a genuine message as ${type ?? 'no type at all'} is answered fail and stands in the order’s log`, async ({
    page,
    relayedShop,
    sandbox,
  }) => {
    const { orderNo, message } = await heldMessage(page, relayedShop, sandbox)
    const headers: Record<string, string> = type ? { 'content-type': type } : {}
    const body = new Uint8Array(Buffer.from(message)) // bytes, so that fetch adds no type of its own
    await expectFail(await fetch(`${relayedShop.url}/api/alipay/notify`, { method: 'POST', headers, body }))
    await page.goto(`${relayedShop.url}/orders/${orderNo}`)
    await expect(stateOf(page)).toHaveText('待付款')
    await expect(messagesOf(page).filter({ hasText: 'malformed' })).toHaveCount(1)
  })
}

test('[#39] [#43] a genuine message whose header names another charset is read in the shop’s own', async ({
  page,
  relayedShop,
  sandbox,
}) => {
  const { orderNo, message } = await heldMessage(page, relayedShop, sandbox)
  const response = await fetch(`${relayedShop.url}/api/alipay/notify`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=gbk' },
    body: message,
  })
  expect(await response.text()).toBe('success')
  await page.goto(`${relayedShop.url}/orders/${orderNo}`)
  await expect(stateOf(page)).toHaveText('待付款')
})

test('[#38] ten megabytes are answered fail', async ({ shop }) => {
  const body = `x=${'a'.repeat(10_000_000)}`
  await expectFail(
    await fetch(`${shop.url}/api/alipay/notify`, { method: 'POST', headers: { 'content-type': FORM }, body }),
  )
})

const MB = 1024 * 1024

/** A body of `size` bytes in pieces, all of it parameters. */
function* pieces(size: number) {
  for (let left = size; left > 0; left -= 64 * 1024) yield Buffer.from('a&'.repeat(32 * 1024))
}

/**
 * The status that a POST on a connection of its own is answered with. The server closes the connection behind its answer,
 * so a client that is still sending may see only that: then it is 'cut off'. A body in pieces has no Content-Length.
 */
const post = (url: string, body: string | Iterable<Buffer>, type: string) =>
  new Promise<number | 'cut off' | undefined>((resolve) => {
    const options = { method: 'POST', agent: false, headers: { 'content-type': type } }
    const asked = request(url, options, (answer) => {
      resolve(answer.statusCode)
      answer.resume().on('error', () => {})
    })
    asked.on('error', () => resolve('cut off'))
    if (typeof body === 'string') asked.end(body)
    else Readable.from(body).pipe(asked)
  })

/** Megabytes that a process has had in memory at most since it was last asked. */
function peakMemory(pid: number) {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
  return Number(kilobytes) / 1024
}

test('[#38] forms of 60 MB are answered 413 or cut off, and not kept, and a notification meanwhile is answered', async () => {
  test.skip(process.platform !== 'linux', 'what a process keeps is read from /proc')
  const shop = await openShop(SEATS.mortal)
  try {
    const URLENCODED = 'application/x-www-form-urlencoded'
    const paths = ['/api/alipay/alipayto', '/cart/add', '/merchant/sign-in/check']
    for (const path of paths) await post(shop.url + path, 'a=1', URLENCODED) // loads what answers
    peakMemory(shop.pid)
    const before = peakMemory(shop.pid)
    const long = 'a&'.repeat(30 * MB)
    for (const path of paths) {
      const floods = Promise.all([
        post(shop.url + path, long, URLENCODED),
        post(shop.url + path, pieces(60 * MB), URLENCODED),
        post(shop.url + path, long, 'multipart/form-data; boundary=a&a'),
      ])
      expect([path, await post(`${shop.url}/api/alipay/notify`, 'a=1', FORM)]).toEqual([path, 200])
      for (const answer of await floods) expect([413, 'cut off'], path).toContain(answer)
    }
    const grown = peakMemory(shop.pid) - before
    test.info().annotations.push({
      type: 'memory',
      description: `${Math.round(before)} MB, ${Math.round(grown)} MB more`,
    })
    expect(grown).toBeLessThan(180) // three bodies, kept; read as parameters they would be ten times that
  } finally {
    await shop.stop()
  }
})

test('[#41] a sender who stalls in the middle is let go with fail, and the next is served meanwhile', async ({
  page,
  shop,
  sandbox,
}) => {
  const { hostname, port } = new URL(shop.url)
  const socket = connect(Number(port), hostname)
  let answer = ''
  socket.on('data', (chunk) => (answer += chunk.toString()))
  socket.write(
    `POST /api/alipay/notify HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: ${FORM}\r\nTransfer-Encoding: chunked\r\n\r\n5\r\na=b&c\r\n`,
  )
  const orderNo = await orderAndGoToCashier(page, shop.url)
  await sandbox.pay(orderNo)
  await untilDelivered(sandbox, orderNo, 2)
  await expect.poll(() => answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*fail/)
  socket.destroy()
})

test('[T4.3b] [#62] a made-up return for an order that does not exist tells why it was not believed', async ({
  page,
  shop,
}) => {
  await page.goto(
    `${shop.url}/api/alipay/return?out_trade_no=20990101&trade_status=TRADE_FINISHED&sign=x&sign_type=MD5`,
  )
  await expect(page).toHaveURL(/\/orders\?return=/)
  await expect(page.getByRole('region', { name: '页面返回：验证失败' })).toContainText('签名不对')
})

test('[#29] addresses with a NUL in them lead nowhere, not to an error of the server', async ({
  page,
  shop,
}) => {
  await orderAndGoToCashier(page, shop.url) // a browser with a buyer's cookie
  const answers = {
    '/orders/%00': 404,
    '/orders?return=%00': 200,
    '/sandbox/cashier/%00': 404,
    '/sandbox/api/trades/%00': 404,
    '/sandbox/gateway.do?service=notify_verify&partner=%00&notify_id=%00': 200,
    '/sandbox/gateway.do?service=%00': 200,
    '/api/alipay/return?notify_id=%00': 200,
  }
  for (const [path, status] of Object.entries(answers)) {
    expect([path, (await page.request.get(`${shop.url}${path}`)).status()]).toEqual([path, status])
  }
  const posts = {
    '/api/alipay/alipayto': { orderNo: '\0' },
    '/sandbox/api/merchants': { partner: '2088000000000077', seller_email: '\0' },
  }
  for (const [path, form] of Object.entries(posts)) {
    expect((await page.request.post(`${shop.url}${path}`, { form })).status()).toBeLessThan(500)
  }
})

for (const [name, value] of [
  ['rsc', '1'],
  ['cookie', '__next_preview_data=x'],
  ['next-action', 'x'],
] as const) {
  test(`[T5.2F] [T3.4d] the notify page answers exactly fail to a ${name} header as well`, async ({
    shop,
  }) => {
    const response = await fetch(`${shop.url}/api/alipay/notify`, {
      method: 'POST',
      headers: { 'content-type': FORM, [name]: value },
      body: 'a=1',
      redirect: 'manual',
    })
    await expectFail(response)
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(response.headers.get('content-type')).toBe('text/plain')
  })
}
