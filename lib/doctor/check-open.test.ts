import { createPrivateKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { done, failed, openAnswer as answerBy, openApp } from '../alipay/testing/open-account'
import { parseEnv } from '../env'
import { SANDBOX_APP, SANDBOX_GATEWAY_KEYS } from '../sandbox-account'
import { checkOpen } from './check-open'
import { checkSettings } from './check-settings'
import type { Line } from './report'
import { realWorld, type World } from './world'

const QUERY = 'alipay.trade.query'
const env = parseEnv({ ALIPAY_APP_ID: SANDBOX_APP.appId })
const account = () => {
  if (env.alipay.kind !== 'open') throw new Error('not open')
  return env.alipay
}
const alipays = createPrivateKey({
  key: Buffer.from(SANDBOX_GATEWAY_KEYS.privateKey, 'base64'),
  format: 'der',
  type: 'pkcs8',
})
const openAnswer = (method: string, members: object, key = alipays) => answerBy(method, members, key)
const world = (body: BodyInit, status = 200): World => ({
  ...realWorld,
  fetch: async () => new Response(body, { status, headers: { date: new Date().toUTCString() } }),
})
const levels = (lines: Line[]) => Object.fromEntries(lines.map(({ check, level }) => [check, level]))
const html = '<html><body>nginx</body></html>'

describe('[O5] The doctor asks about an order that cannot exist', () => {
  it.each<[what: string, body: string | Buffer, gateway: string, key: string]>([
    ['both keys are right', openAnswer(QUERY, failed('ACQ.TRADE_NOT_EXIST')), 'ok', 'ok'],
    ['the uploaded key is another', openAnswer(QUERY, failed('isv.invalid-signature', '40002')), 'error', 'ok'],
    ['ALIPAY_PUBLIC_KEY is another’s', openAnswer(QUERY, failed('ACQ.TRADE_NOT_EXIST'), openApp.privateKey), 'ok', 'error'],
    ['the application is unknown', `{"error_response":${JSON.stringify(failed('isv.invalid-app-id', '40002'))}}`, 'error', 'skipped'],
    ['a refusal is not signed', `{"alipay_trade_query_response":${JSON.stringify(failed('ACQ.TRADE_NOT_EXIST'))}}`, 'error', 'skipped'],
    ['there is no contract', openAnswer(QUERY, failed('isv.insufficient-isv-permissions', '40006')), 'error', 'ok'],
    ['the clock is wrong', openAnswer(QUERY, failed('isv.invalid-timestamp', '40002')), 'error', 'ok'],
    ['a trade is found that cannot be', openAnswer(QUERY, done({ out_trade_no: 'x' })), 'error', 'ok'],
    ['another program answers', html, 'error', 'skipped'],
  ])('and tells when %s', async (_what, body, gateway, key) => {
    const lines = await checkOpen(account(), world(body as BodyInit))
    expect(levels(lines)).toEqual({ clock: 'ok', 'gateway-answer': gateway, 'alipay-key': key, contract: 'look' })
  }) // prettier-ignore

  it('and tells when there is no answer', async () => {
    expect(levels(await checkOpen(account(), world(html, 502)))).toMatchObject({ 'gateway-answer': 'error' })
  })

  it('by a signed request of the application', async () => {
    let sent = new URLSearchParams()
    const fetch: World['fetch'] = async (_url, init) => {
      sent = new URLSearchParams(String(init?.body))
      return new Response('{}')
    }
    await checkOpen(account(), { ...realWorld, fetch })
    expect(sent.get('method')).toBe(QUERY)
    expect(sent.get('app_id')).toBe(openApp.appId)
    expect(sent.get('biz_content')).toMatch(/^\{"out_trade_no":"doctor[0-9a-f]{24}"\}$/)
  })
})

it('[O5] [#77] [#95] Of the keys it shows the length and the fingerprints of the public halves, and nothing else', () => {
  const lines = checkSettings(env, realWorld)
  const text = JSON.stringify(lines)
  expect(levels(lines)).toMatchObject({ 'app-key': 'ok', 'key-pair': 'ok' })
  expect(text).toContain('RSA of 2048 bits')
  expect(text.match(/[0-9a-f]{64}/g)?.length).toBeGreaterThanOrEqual(2)
  for (let at = 0; at + 30 < SANDBOX_APP.privateKey.length; at += 30)
    expect(text).not.toContain(SANDBOX_APP.privateKey.slice(at, at + 30))
})
