import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { account, askAbout, genuine, payPage } from './testing/example'
import { decode } from './charset'
import { signParams } from './partner/sign'
import { xmlSuccess } from './partner/write-xml-answer'
import { signedMessage } from './testing/account'

const read = (file: string) => readFileSync(path.resolve(import.meta.dirname, file), 'utf8')

afterEach(() => vi.unstubAllGlobals())

const answered = (body: BodyInit) => {
  const fetch = vi.fn(async () => new Response(body))
  vi.stubGlobal('fetch', fetch)
  return fetch
}

it('The example in the README is the one that is tested here', () => {
  expect(read('README.md')).toContain('```ts\n' + read('testing/example.ts') + '```')
})

it('[T3.1c] its page posts the order, signed, in GBK', () => {
  const html = decode(payPage('20261129001', '0.01'), 'gbk') ?? ''
  const fields = new Map(
    Array.from(html.matchAll(/name="([^"]+)" value="([^"]*)"/g), ([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
  expect(fields.get('subject')).toBe('一分钱茶')
  const signed = [...fields].filter(([name]) => name !== 'sign' && name !== 'sign_type')
  expect(fields.get('sign')).toBe(signParams(signed, account.key, 'gbk'))
})

it('[T4.4b] it believes a notification that is signed and confirmed, and no other', async () => {
  const params = [
    ['notify_id', 'abc'],
    ['subject', '一分钱茶'],
  ] as const
  const fetch = answered('true')
  expect((await genuine(signedMessage(params, 'gbk', account.key)))?.get('subject')).toBe('一分钱茶')
  expect(fetch).toHaveBeenCalledWith(expect.stringContaining('notify_id=abc'), expect.anything())
  expect(await genuine(signedMessage(params, 'gbk', 'x'.repeat(32)))).toBeUndefined()
  answered('false')
  expect(await genuine(signedMessage(params, 'gbk', account.key))).toBeUndefined()
})

it('it asks about an order, and reads the signed answer', async () => {
  const trade = { element: 'trade', params: [['trade_status', 'WAIT_BUYER_PAY']] } as const
  const fetch = answered(new Uint8Array(xmlSuccess({ response: trade }, account.key, 'gbk')))
  const answer = await askAbout('20261129001')
  expect(answer).toMatchObject({ kind: 'signed' })
  expect(fetch).toHaveBeenCalledWith(
    expect.stringMatching(/^http:\/\/127\.0\.0\.1:3000\/sandbox\/gateway\.do/),
    expect.objectContaining({ body: expect.stringContaining('out_trade_no=20261129001') }),
  )
})
