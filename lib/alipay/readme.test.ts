import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { account, askAbout, genuine, payPage } from './testing/example'
import { account as tenLines, verified } from './testing/ten-lines'
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

it.each(['ten-lines.ts', 'example.ts'])('The README shows testing/%s, which is tested here', (file) => {
  expect(read('README.md')).toContain('```ts\n' + read(`testing/${file}`) + '```')
})

it('Copied into another project, the folder needs Node, iconv-lite and saxes, as the README says', () => {
  const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/\.test\.ts$|^testing/.test(name),
  )
  const imported = sources.flatMap((name) =>
    Array.from(read(name).matchAll(/ from '([^'.][^']*)'/g), ([, from = '']) => from),
  )
  expect([...new Set(imported)].filter((from) => !from.startsWith('node:')).sort()).toEqual([
    'iconv-lite',
    'saxes',
  ])
})

it('[T4.4b] the ten lines believe a notification that is signed and confirmed, and no other', async () => {
  const params = [['notify_id', 'abc']] as const
  answered('true')
  expect((await verified(signedMessage(params, 'utf-8', tenLines.key)))?.get('notify_id')).toBe('abc')
  expect(await verified(signedMessage(params, 'utf-8', 'x'.repeat(32)))).toBeUndefined()
  answered('false')
  expect(await verified(signedMessage(params, 'utf-8', tenLines.key))).toBeUndefined()
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
