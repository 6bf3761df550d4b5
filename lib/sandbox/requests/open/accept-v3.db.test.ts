import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { AlipaySdk } from 'alipay-sdk'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addFault } from '../../faults/fault-queue'
import { APP_KEYS, GATEWAY_KEYS } from '../../testing/open-keys'
import { anApp, orderOf, placed } from '../../testing/open-requests'
import { pay } from '../../trade/cashier-steps'
import { reset } from '../../trade/find-trade'
import { acceptV3 } from './accept-v3'

/** Hands requests on as the route does. */
const server = createServer(async (request, response) => {
  const answer = await acceptV3({
    httpMethod: request.method ?? '',
    target: (request.url ?? '').replace(/^\/sandbox/, ''),
    body: await buffer(request),
    authorization: request.headers.authorization ?? '',
    appAuthToken: String(request.headers['alipay-app-auth-token'] ?? ''),
  })
  response.writeHead(answer?.status ?? 503, answer?.headers).end(answer?.body)
})
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => reset())

type App = Awaited<ReturnType<typeof anApp>>

/** The official SDK of a merchant. */
const sdkOf = ({ appId }: App, changes: Partial<Record<'privateKey' | 'alipayPublicKey', string>> = {}) =>
  new AlipaySdk({
    appId: appId ?? '',
    privateKey: APP_KEYS.privateKey,
    keyType: 'PKCS8',
    alipayPublicKey: GATEWAY_KEYS.publicKey,
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sandbox`,
    ...changes,
  })

async function aPaidTrade() {
  const merchant = await anApp()
  const order = orderOf()
  await pay(await placed(merchant, order))
  return { merchant, sdk: sdkOf(merchant), out_trade_no: String(order.out_trade_no) }
}

describe('The official SDK’s curl', () => {
  it('asks, refunds, asks about the refund and makes a code, and believes the answers', async () => {
    const { sdk, out_trade_no } = await aPaidTrade()
    const post = async (path: string, body: Record<string, string>) =>
      (await sdk.curl('POST', path, { body })).data as object
    expect(await post('/v3/alipay/trade/query', { out_trade_no })).toMatchObject({
      trade_status: 'TRADE_SUCCESS',
      total_amount: '88.00',
    })
    const body = { out_trade_no, refund_amount: '8.00', out_request_no: 'R1', refund_reason: '少发 1/2 “件”' }
    expect(await post('/v3/alipay/trade/refund', body)).toMatchObject({
      fund_change: 'Y',
      refund_fee: '8.00',
    })
    const asked = await post('/v3/alipay/trade/fastpay/refund/query', { out_trade_no, out_request_no: 'R1' })
    expect(asked).toMatchObject({ refund_status: 'REFUND_SUCCESS', refund_amount: '8.00' })
    const order = {
      out_trade_no: 'V3',
      total_amount: '0.01',
      subject: '茶',
      notify_url: 'http://127.0.0.1:9/notify',
    }
    expect(await post('/v3/alipay/trade/precreate', order)).toMatchObject({
      out_trade_no: 'V3',
      qr_code: expect.stringContaining('/sandbox/cashier/') as unknown,
    })
  })

  it('asks with a query in the address, and by a token of another merchant’s', async () => {
    const { sdk, out_trade_no } = await aPaidTrade()
    const asked = await sdk.curl('GET', '/v3/alipay/trade/query', {
      query: { out_trade_no },
      appAuthToken: 'T1',
    })
    expect(asked.data).toMatchObject({ trade_status: 'TRADE_SUCCESS' })
  })

  it.each<[string, number, string, (merchant: App) => AlipaySdk, string?]>([
    ['another key', 401, 'isv.invalid-signature', (merchant) => sdkOf(merchant, { privateKey: otherKey() })],
    ['an unknown application', 401, 'isv.invalid-app-id', (merchant) => sdkOf({ ...merchant, appId: '1' })],
    ['an unknown path', 400, 'isv.invalid-method', sdkOf, '/v3/alipay/trade/pay'],
    ['a trade that nobody has', 400, 'ACQ.TRADE_NOT_EXIST', sdkOf],
  ])(
    'is refused with %s: HTTP %s %s',
    async (_what, responseHttpStatus, code, of, path = '/v3/alipay/trade/query') => {
      const asked = of(await anApp()).curl('POST', path, { body: { out_trade_no: 'T0' } })
      await expect(asked).rejects.toMatchObject({ code, responseHttpStatus })
    },
  )

  it('is refused by a contract without the method, by a fault, and does not believe another gateway', async () => {
    const body = { out_trade_no: 'T0' }
    const some = await anApp({ services: ['alipay.trade.page.pay'] })
    const precreated = sdkOf(some).curl('POST', '/v3/alipay/trade/precreate', { body })
    await expect(precreated).rejects.toMatchObject({
      code: 'isv.insufficient-isv-permissions',
      responseHttpStatus: 403,
    })
    await addFault({ kind: 'refuse', code: 'SYSTEM_ERROR', times: 1, chance: 1 })
    const asked = sdkOf(some).curl('POST', '/v3/alipay/trade/query', { body })
    await expect(asked).rejects.toMatchObject({ code: 'ACQ.SYSTEM_ERROR' })
    const { merchant, out_trade_no } = await aPaidTrade()
    const doubting = sdkOf(merchant, { alipayPublicKey: APP_KEYS.publicKey })
    const believed = doubting.curl('POST', '/v3/alipay/trade/query', { body: { out_trade_no } })
    await expect(believed).rejects.toMatchObject({ code: 'response-signature-verify-error' })
  })
})

const otherKey = () =>
  generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'der' })
    .toString('base64')
