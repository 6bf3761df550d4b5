// A merchant's system that shares nothing with this project: what it knows of the interface is written down here.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { expect, test } from './test'

const PARTNER = '2088777766665555'
const KEY = 'Zx9Yw8Vu7Ts6Rq5Po4Nm3Lk2Ji1Hg0Fe'
const SELLER = '13700137000'
const SUBJECT = '绿茶 & 红茶+“50%”'
const BODY = '一斤=500克'

interface Received {
  method: string | undefined
  headers: IncomingHttpHeaders
  /** Names and values decoded once; one character per byte. */
  params: Map<string, string>
  body: string
}

test('[T3.1d] [F1a] [F7] [F11] a merchant with a program of their own in GBK requests, is notified, asks back and is done', async ({
  sandbox,
}) => {
  const merchant = await openMerchant()
  try {
    await registerAt(sandbox.origin, merchant.port)
    const request = requestOf(merchant)
    const arrival = await postToGateway(sandbox.gatewayUrl, request)
    expect(arrival.status).toBe(303)
    const cashier = await fetch(new URL(arrival.headers.get('location') ?? '', sandbox.origin))
    expect(cashier.status).toBe(200)
    const page = await cashier.text()
    expect(page).toContain('绿茶 &amp; 红茶+“50%”')
    expect(page).toContain('57.00') // 2 x 25.00 + 12.00 - 5.00

    const orderNo = request.get('out_trade_no') ?? ''
    merchant.answer = 'fail'
    await sandbox.logIn(orderNo)
    await expect.poll(() => merchant.received.length).toBe(1)
    await sandbox.pay(orderNo)
    await expect.poll(() => merchant.received.length).toBe(2)

    for (const { method, headers } of merchant.received) {
      expect(method).toBe('POST')
      expect(headers['content-type']).toBe('application/x-www-form-urlencoded; text/html; charset=gbk')
      expect(headers['user-agent']).toBe('Mozilla/4.0')
      expect(headers.referer).toBeUndefined()
      expect(headers.cookie).toBeUndefined()
    }
    const [created, paid] = merchant.received as [Received, Received]
    for (const { params } of merchant.received) {
      expect(params.get('sign')).toBe(md5Sign(params))
      expect(text(params, 'sign_type')).toBe('MD5')
      expect(text(params, 'notify_type')).toBe('trade_status_sync')
      expect(text(params, 'notify_id')).toMatch(/^[0-9a-z]{34}$/)
      expect(text(params, 'out_trade_no')).toBe(orderNo)
      expect(text(params, 'trade_no')).toMatch(/^\d{28}$/)
      expect(text(params, 'subject')).toBe(SUBJECT)
      expect(text(params, 'body')).toBe(BODY)
      expect(text(params, 'price')).toBe('25.00')
      expect(text(params, 'quantity')).toBe('2')
      expect(text(params, 'discount')).toBe('-5.00')
      expect(text(params, 'total_fee')).toBe('57.00')
      expect(text(params, 'seller_id')).toBe(PARTNER)
      expect(text(params, 'seller_email')).toBe(SELLER)
      expect(text(params, 'buyer_email')).toBe('buyer@example.com')
      for (const name of ['buyer_actions', 'seller_actions', 'is_success'])
        expect(params.has(name)).toBe(false)
    }
    expect(text(created.params, 'trade_status')).toBe('WAIT_BUYER_PAY')
    expect(text(created.params, 'is_total_fee_adjust')).toBe('Y')
    expect(created.params.has('logistics_type')).toBe(false)
    expect(text(paid.params, 'trade_status')).toBe('WAIT_SELLER_SEND_GOODS')
    expect(text(paid.params, 'logistics_fee')).toBe('12.00')
    expect(text(paid.params, 'gmt_payment')).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
    expect(text(paid.params, 'notify_id')).not.toBe(text(created.params, 'notify_id'))

    const notifyId = text(paid.params, 'notify_id')
    expect(await ask(sandbox.gatewayUrl, PARTNER, notifyId)).toBe('true')
    expect(await ask(sandbox.gatewayUrl, '2088000000000001', notifyId)).toBe('false')
    expect(await ask(sandbox.gatewayUrl, '2088999999999999', notifyId)).toBe('invalid')
    expect(await ask(sandbox.gatewayUrl, PARTNER, '')).toBe('invalid')
    expect(await ask(sandbox.gatewayUrl, PARTNER, 'f'.repeat(34))).toBe('false')
    const older = `${sandbox.origin}/sandbox/trade/notify_query.do`
    expect(await (await fetch(`${older}?partner=${PARTNER}&notify_id=${notifyId}`)).text()).toBe('true')
    const question = { service: 'notify_verify', partner: PARTNER, notify_id: notifyId }
    for (const address of [sandbox.gatewayUrl, older])
      for (const body of [new URLSearchParams(question), multipart(question)])
        expect(await (await fetch(address, { method: 'POST', body })).text()).toBe('true')

    merchant.answer = 'success'
    await sandbox.advance('2m')
    await expect.poll(() => merchant.received.length).toBe(4)
    expect(await ask(sandbox.gatewayUrl, PARTNER, notifyId)).toBe('false')
    await sandbox.advance('25h')
    // A day unshipped: the same state is told again, as another message (docs/protocol.md 5.3).
    expect(merchant.received).toHaveLength(5)
    const again = merchant.received[4] as Received
    const changing = ['notify_id', 'notify_time', 'sign']
    expect([...again.params].filter(([name]) => !changing.includes(name)).sort()).toEqual(
      [...paid.params].filter(([name]) => !changing.includes(name)).sort(),
    )
    expect(text(again.params, 'notify_id')).not.toBe(notifyId)
  } finally {
    await merchant.close()
  }
})

test('[F12] a merchant who answers fail hears the same message eight times, after 2, 10, 10 minutes and 1, 2, 6, 15 hours', async ({
  sandbox,
}) => {
  const merchant = await openMerchant()
  try {
    await registerAt(sandbox.origin, merchant.port)
    const request = requestOf(merchant)
    await postToGateway(sandbox.gatewayUrl, request)
    merchant.answer = 'fail'
    const orderNo = request.get('out_trade_no') ?? ''
    await sandbox.logIn(orderNo)
    await expect.poll(async () => (await sandbox.trade(orderNo)).deliveries[0]?.attempts.length).toBe(1)
    await sandbox.advance('25h')

    const { deliveries } = await sandbox.trade(orderNo)
    expect(deliveries).toMatchObject([{ state: 'given_up', next_attempt: null }])
    const times = deliveries[0]?.attempts.map(({ time }) => Date.parse(`${time.replace(' ', 'T')}Z`)) ?? []
    const minutes = times.slice(1).map((time, index) => Math.floor((time - (times[index] ?? 0)) / 60_000))
    expect(minutes).toEqual([2, 10, 10, 60, 120, 360, 900])
    expect(merchant.received).toHaveLength(8)
    expect(new Set(merchant.received.map(({ body }) => body)).size).toBe(1)
    expect(await ask(sandbox.gatewayUrl, PARTNER, deliveries[0]?.notify_id ?? '')).toBe('true')
  } finally {
    await merchant.close()
  }
})

for (const [title, answer] of [
  ['a character after success', 'success.'],
  ['a byte order mark before success', '\ufeffsuccess'],
  ['Success', 'Success'],
  ['a page', '<html>success</html>'],
  ['nothing', ''],
] as const)
  test(`[T5.2F] [F12] a merchant who answers ${title} has not answered success, and hears again`, async ({
    sandbox,
  }) => {
    const merchant = await openMerchant()
    try {
      await registerAt(sandbox.origin, merchant.port)
      const request = requestOf(merchant)
      await postToGateway(sandbox.gatewayUrl, request)
      merchant.answer = answer
      const orderNo = request.get('out_trade_no') ?? ''
      await sandbox.logIn(orderNo)
      const delivery = async () => (await sandbox.trade(orderNo)).deliveries[0]
      await expect.poll(async () => (await delivery())?.attempts.length).toBe(1)
      expect(await delivery()).toMatchObject({ state: 'waiting' })
      merchant.answer = 'success'
      await sandbox.advance('2m')
      expect(await delivery()).toMatchObject({ state: 'delivered' })
      expect(merchant.received).toHaveLength(2)
    } finally {
      await merchant.close()
    }
  })

/** The merchant's server: keeps what it is sent, and answers what it is told to. */
async function openMerchant() {
  const received: Received[] = []
  const merchant = { received, answer: 'success', port: 0, close }
  const server = createServer(async (request, response) => {
    const body = (await buffer(request)).toString('latin1')
    received.push({ method: request.method, headers: request.headers, params: parse(body), body })
    response.end(merchant.answer)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  merchant.port = (server.address() as AddressInfo).port
  return merchant

  async function close() {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
}

async function registerAt(origin: string, port: number) {
  const account = {
    partner: PARTNER,
    key: KEY,
    seller_email: SELLER,
    services: ['create_partner_trade_by_buyer'],
    charset: 'gbk',
    allowed_hosts: [`127.0.0.1:${port}`],
  }
  const response = await fetch(`${origin}/sandbox/api/merchants`, {
    method: 'POST',
    body: JSON.stringify(account),
  })
  const { key, ...told } = account
  const set = { ...told, stages: [], own_timeouts: false, strict_urls: false, refundable: false, own: false }
  expect(await response.json()).toEqual(set)
  const listed = await (await fetch(`${origin}/sandbox/api/merchants`)).text()
  expect(JSON.parse(listed)).toContainEqual(set)
  expect(listed).not.toContain(key)
}

/** A signed request, in bytes: one character for each. */
function requestOf({ port }: { port: number }): Map<string, string> {
  const params = new Map(
    Object.entries({
      service: 'create_partner_trade_by_buyer',
      partner: PARTNER,
      _input_charset: 'gbk',
      notify_url: `http://127.0.0.1:${port}/notify_url.asp`,
      out_trade_no: `FM${Date.now()}${Math.random().toString().slice(2, 10)}`,
      subject: SUBJECT,
      body: BODY,
      price: '25.00',
      quantity: '2',
      discount: '-5.00',
      payment_type: '1',
      logistics_type: 'EMS',
      logistics_fee: '12.00',
      logistics_payment: 'BUYER_PAY',
      seller_email: SELLER,
    }).map(([name, value]) => [name, gbk(value)]),
  )
  return params.set('sign', md5Sign(params)).set('sign_type', 'MD5')
}

const postToGateway = (gatewayUrl: string, params: Map<string, string>) =>
  fetch(`${gatewayUrl}?_input_charset=gbk`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: [...params].map(([name, value]) => `${name}=${percent(value)}`).join('&'),
  })

function multipart(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

/** notify_verify. */
async function ask(gatewayUrl: string, partner: string, notifyId: string) {
  return (await fetch(`${gatewayUrl}?service=notify_verify&partner=${partner}&notify_id=${notifyId}`)).text()
}

/** The FAQ's rule: ascending by name, name=value joined by &, the key behind, MD5. */
function md5Sign(params: Map<string, string>) {
  const pairs = [...params].filter(([name, value]) => value && name !== 'sign' && name !== 'sign_type')
  const joined = pairs
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  return createHash('md5')
    .update(joined + KEY, 'latin1')
    .digest('hex')
}

const percent = (bytes: string) =>
  bytes.replace(/[^\w\-.]/g, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`)

function parse(body: string) {
  return new Map(
    body.split('&').map((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/s)
      return [unpercent(name), unpercent(value)]
    }),
  )
}

const unpercent = (escaped: string) =>
  escaped.replaceAll('+', ' ').replace(/%(..)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))

const reader = new TextDecoder('gbk', { fatal: true })
const text = (params: Map<string, string>, name: string) =>
  reader.decode(Buffer.from(params.get(name) ?? '', 'latin1'))

/** Text to GBK bytes. The decoder is Node's own; this turns it round. */
function gbk(text: string) {
  return Array.from(text, (character) => (character < '\x80' ? character : GBK_BYTES.get(character))).join('')
}

const GBK_BYTES = new Map<string, string>()
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const character = new TextDecoder('gbk').decode(Uint8Array.of(lead, trail))
    if ([...character].length === 1) GBK_BYTES.set(character, String.fromCharCode(lead, trail))
  }
