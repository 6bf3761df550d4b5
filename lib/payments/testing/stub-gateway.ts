import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Account } from '../../alipay/request'

export interface StubGateway {
  account: Account
  /** What notify_verify says from now on; a function may say it late, or by the asked notify_id. */
  answer: string | ((url: URL) => string | Promise<string>)
  /** The addresses asked so far. */
  asked: URL[]
  close(): Promise<void>
}

/** A gateway that can do notify_verify only, over real HTTP, and says whatever a test wants. */
export async function stubGateway(charset: Account['charset'] = 'utf-8'): Promise<StubGateway> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://gateway')
    stub.asked.push(url)
    const { answer } = stub
    void Promise.resolve(typeof answer === 'string' ? answer : answer(url)).then((word) => response.end(word))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stub: StubGateway = {
    account: {
      gatewayUrl: `http://127.0.0.1:${port}/gateway.do`,
      partner: '2088000000000001',
      key: '0123456789abcdef0123456789abcdef',
      sellerEmail: 'seller@example.com',
      charset,
      signType: 'MD5',
    },
    answer: 'true',
    asked: [],
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return stub
}
