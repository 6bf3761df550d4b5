import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { notifyVerify, notifyVerifyUrl } from './notify-verify'
import { accountIn } from '../testing/account'

const PLENTY_MS = 20_000
const stopping: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stopping.splice(0)) await stop()
})

/** A gateway on a port of this machine, and what it was asked. */
async function gateway(answer: (response: ServerResponse, request: IncomingMessage) => void) {
  const asked: URLSearchParams[] = []
  const lines: string[] = []
  const server = createServer((request, response) => {
    lines.push(`${request.method} ${request.url}`)
    asked.push(new URL(request.url ?? '', 'http://gateway').searchParams)
    answer(response, request)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  stopping.push(async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  })
  const { port } = server.address() as AddressInfo
  const account = { ...accountIn('utf-8'), gatewayUrl: `http://127.0.0.1:${port}/gateway.do` }
  const ask = (notifyId = 'abc', timeoutMs = PLENTY_MS) => notifyVerify(account, notifyId, fetch, timeoutMs)
  return { ask, asked, lines, server, account }
}

const saying = (body: string, status = 200, headers: Record<string, string> = {}) =>
  gateway((response) => response.writeHead(status, headers).end(body))

const TRUE = { ok: true, responseTxt: 'true' }
const noConnection = (detail: string) => ({ ok: false, code: 'no_connection', detail })

describe('asking the gateway whether it sent a message', () => {
  it('[F15a] "true" is its word, and it was asked by GET for our partner and this notify_id', async () => {
    const { ask, lines } = await saying('true')
    expect(await ask('0f1e2d3c4b5a69788796a5b4c3d2e1f04a')).toEqual(TRUE)
    expect(lines).toEqual([
      'GET /gateway.do?service=notify_verify&partner=2088000000000001&notify_id=0f1e2d3c4b5a69788796a5b4c3d2e1f04a',
    ])
  })

  it.each([
    'false',
    'invalid',
    'TRUE',
    'True',
    ' true',
    'true ',
    'true\n',
    'untrue',
    '\ufefftrue',
    '',
    'truetrue',
  ])('[#17] [T4.4b] the answer %j is not "true", and is handed on as it came', async (body) => {
    const { ask } = await saying(body)
    const asked = await ask()
    expect(asked).toEqual({ ok: true, responseTxt: Buffer.from(body).toString('latin1') })
    expect(asked).not.toEqual(TRUE)
  })

  it.each([
    ['HTML', `<!doctype html><html><body>${'<p>true</p>'.repeat(20)}</body></html>`],
    ['a megabyte', 'true'.repeat(2 ** 18)],
  ])('[#17] %s is more than one word', async (_what, body) => {
    const { ask } = await saying(body, 200, { 'content-type': 'text/html' })
    expect(await ask()).toEqual({ ok: false, code: 'answer_too_long' })
  })

  it('[#17] [#38] a body that is small until it is unpacked is read up to the limit only', async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from('true'), Buffer.alloc(50 * 1024 * 1024, 32)]))
    expect(bomb.length).toBeLessThan(100_000)
    const { ask } = await gateway((response) => {
      response.setHeader('content-encoding', 'gzip')
      response.end(bomb)
    })
    const before = process.memoryUsage().rss
    expect(await ask()).toMatchObject({ ok: false })
    expect(process.memoryUsage().rss - before).toBeLessThan(40 * 1024 * 1024)
  })

  it('[#17] a body without end is not waited for', async () => {
    const { ask } = await gateway((response) => {
      const more = () => {
        while (!response.destroyed && response.write('true'.repeat(1000)));
      }
      response.on('drain', more)
      more()
    })
    expect(await ask()).toEqual({ ok: false, code: 'answer_too_long' })
  })

  it.each([301, 302, 303, 307, 308])(
    '[#17] a redirect (%i) to something that says true is not followed',
    async (status) => {
      const { ask, lines } = await gateway((response, request) => {
        if (request.url?.startsWith('/true')) response.end('true')
        else response.writeHead(status, { location: '/true' }).end('true')
      })
      expect(await ask()).toEqual({ ok: false, code: 'http_status', detail: String(status) })
      expect(lines).toHaveLength(1)
    },
  )

  it.each([201, 203, 400, 403, 404, 500, 502, 503])(
    '[#17] status %i is not a yes, though the body is "true"',
    async (status) => {
      const { ask } = await saying('true', status)
      expect(await ask()).toEqual({ ok: false, code: 'http_status', detail: String(status) })
    },
  )
})

describe('a gateway that does not answer', () => {
  const LIMIT_MS = 50

  it('[#17] silence beyond the limit is not a yes', async () => {
    const { ask } = await gateway(() => undefined)
    expect(await ask('abc', LIMIT_MS)).toEqual({ ok: false, code: 'timeout', detail: '50' })
  })

  it('[#17] the limit holds for the body too: "true" without an end is not a yes', async () => {
    const { ask } = await gateway((response) => void response.write('true'))
    expect(await ask('abc', LIMIT_MS)).toEqual({ ok: false, code: 'timeout', detail: '50' })
  })

  it('[#17] a connection closed in the middle of the word is not a yes', async () => {
    const { ask } = await gateway((response) => {
      response.writeHead(200, { 'content-length': '5' })
      response.write('true', () => (response.socket as Socket).end())
    })
    expect(await ask()).toMatchObject({ ok: false, code: 'no_connection' })
  })

  it('[#17] a connection closed before any answer is not a yes', async () => {
    const { ask } = await gateway((response) => void (response.socket as Socket).end())
    expect(await ask()).toEqual(noConnection('UND_ERR_SOCKET'))
  })

  it('[#17] [#18] a gateway that is down is not a yes, and one that is up again is', async () => {
    const { ask, server, account } = await saying('true')
    const { port } = server.address() as AddressInfo
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
    expect(await ask()).toEqual(noConnection('ECONNREFUSED'))
    await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
    expect(account.gatewayUrl).toContain(String(port))
    expect(await ask()).toEqual(TRUE)
  })

  it('[T5.2S] what fetch throws is told in a word, and never thrown on', async () => {
    const account = accountIn('utf-8')
    const failing = (error: unknown) =>
      notifyVerify(account, 'abc', vi.fn().mockRejectedValue(error), PLENTY_MS)
    expect(await failing(new TypeError('fetch failed', { cause: new Error('bad certificate') }))).toEqual(
      noConnection('bad certificate'),
    )
    expect(await failing(new Error('no network'))).toEqual(noConnection('no network'))
    expect(await failing('just text')).toEqual(noConnection('just text'))
  })
})

describe('the notify_id in the address', () => {
  it.each([
    'x&partner=2088other',
    'x&partner=2088other&service=none',
    'x#fragment',
    'x?y=1',
    'x y+z',
    'x=1;y',
    '100%',
    '%zz',
    '../../other.do',
    '茶\r\nHost: evil',
    "'; DROP TABLE x; --",
  ])('[#16] [#29] %j stays one value: the gateway reads it as it was, and our partner', async (notifyId) => {
    const { ask, asked } = await saying('false')
    await ask(notifyId)
    expect([...(asked[0] ?? [])]).toEqual([
      ['service', 'notify_verify'],
      ['partner', '2088000000000001'],
      ['notify_id', notifyId],
    ])
  })

  it("[F11] a return's notify_id, percent-encoded inside, is sent as it is and not encoded again", async () => {
    const { ask, asked, lines } = await saying('true')
    await ask('RqPnCoPT3K9%2Fvwbh3I%2BFE')
    expect(lines[0]).toMatch(/&notify_id=RqPnCoPT3K9%2Fvwbh3I%2BFE$/)
    expect(asked[0]?.get('notify_id')).toBe('RqPnCoPT3K9/vwbh3I+FE')
  })

  it('[#16] an encoded "&partner=" in it is a part of the value, too', async () => {
    const { ask, asked } = await saying('false')
    await ask('x%26partner%3D2088other')
    expect(asked[0]?.getAll('partner')).toEqual(['2088000000000001'])
    expect(asked[0]?.get('notify_id')).toBe('x&partner=2088other')
  })

  it('[#16] a "%" that begins no escape is escaped, so that a strict gateway can read it', () => {
    expect(notifyVerifyUrl(accountIn('utf-8'), '100%zz%2F%')).toMatch(/&notify_id=100%25zz%2F%25$/)
  })

  it('[F15a] the address has the order that the gateway documents', () => {
    expect(notifyVerifyUrl(accountIn('gbk'), 'abc')).toBe(
      'https://gateway.example/gateway.do?service=notify_verify&partner=2088000000000001&notify_id=abc',
    )
  })
})
