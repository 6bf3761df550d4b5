import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach } from 'vitest'
import type { Charset } from '../../alipay/charset'
import { parseForm, toText } from '../../alipay/params'
import { reset } from '../trade/find-trade'

export interface StubShop {
  url: string
  /** The answer to the next notifications. */
  answer: { status: number; body: string; headers?: Record<string, string> }
  received: { path: string; headers: IncomingHttpHeaders; body: string }[]
  close(): Promise<void>
}

/** A merchant's server that records what it receives and answers as a test says. */
export async function stubShop(): Promise<StubShop> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      shop.received.push({
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('latin1'),
      })
      response.writeHead(shop.answer.status, shop.answer.headers).end(shop.answer.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const shop: StubShop = {
    url: `http://127.0.0.1:${port}`,
    answer: { status: 200, body: 'success' },
    received: [],
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return shop
}

/** The same for all tests of a file, each of which begins with an empty sandbox. */
export async function shopForTests(): Promise<StubShop> {
  const shop = await stubShop()
  afterAll(() => shop.close())
  beforeEach(async () => {
    await reset()
    shop.answer = { status: 200, body: 'success' }
    shop.received = []
  })
  return shop
}

/** The parameters of a message, as bytes and as text. */
export function readMessage(form: string, charset: Charset = 'utf-8') {
  const parsed = parseForm(Buffer.from(form))
  if (!parsed.ok) throw new Error(parsed.code)
  return { raw: parsed.params, text: Object.fromEntries(toText(parsed.params, charset) ?? []) }
}
