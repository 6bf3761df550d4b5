import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseForm, toText } from '../../alipay/params'
import type { Account } from '../../alipay/partner/request'
import { xmlFailure } from '../../alipay/partner/write-xml-answer'
import type { Gateway } from '../../gateway/gateway'
import { partnerGateway } from '../../gateway/partner-gateway'
import type { PartnerSettings } from '../../gateway/partner-request'

export interface StubGateway {
  account: PartnerSettings
  /** The shop's own view of this gateway. */
  ours: Gateway
  /** What notify_verify says from now on; a function may say it late, or by the asked notify_id. */
  answer: string | ((url: URL) => string | Promise<string>)
  /** The addresses asked so far by notify_verify. */
  asked: URL[]
  /** What a call from server to server is answered from now on, by its parameters. */
  service: (fields: Record<string, string>) => Uint8Array | string
  /** The parameters of the calls so far. */
  calls: Record<string, string>[]
  close(): Promise<void>
}

/** The account of a test's shop at a gateway on this port. */
export const stubAccount = (port: number, charset: Account['charset'] = 'utf-8'): PartnerSettings => ({
  gatewayUrl: `http://127.0.0.1:${port}/gateway.do`,
  partner: '2088000000000001',
  key: '0123456789abcdef0123456789abcdef',
  sellerEmail: 'seller@example.com',
  charset,
  signType: 'MD5',
  notifyUrl: 'http://shop.example/n',
  returnUrl: 'http://shop.example/r',
  showUrl: 'http://shop.example/o',
})

/** A gateway over real HTTP that says whatever a test wants. Unless told otherwise it knows no trade. */
export async function stubGateway(charset: Account['charset'] = 'utf-8'): Promise<StubGateway> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://gateway')
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (request.method === 'POST') {
        const parsed = parseForm(Buffer.concat(chunks))
        const fields = Object.fromEntries((parsed.ok && toText(parsed.params, charset)) || [])
        stub.calls.push(fields)
        response.end(stub.service(fields))
        return
      }
      stub.asked.push(url)
      const { answer } = stub
      void Promise.resolve(typeof answer === 'string' ? answer : answer(url)).then((word) =>
        response.end(word),
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const account = stubAccount(port, charset)
  const stub: StubGateway = {
    account,
    ours: partnerGateway(account),
    answer: 'true',
    asked: [],
    service: () => xmlFailure('TRADE_NOT_EXIST', charset),
    calls: [],
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return stub
}
