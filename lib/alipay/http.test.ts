import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { callService, withSecondTry } from './http'
import { notifyVerify } from './partner/notify-verify'
import { signRequest } from './partner/request'
import { accountIn } from './testing/account'

const PLENTY_MS = 20_000
const stopping: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stopping.splice(0)) await stop()
})

/** What becomes of one request: answered with this word, or the connection is closed or reset without one. */
type Act = { say: string } | 'close' | 'reset'

/** A gateway on a bare TCP port that keeps connections alive and does as `acts` say, request by request. */
async function gateway(...acts: Act[]) {
  const requests: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    let pending = ''
    socket.on('data', (bytes) => {
      pending += bytes.toString('latin1')
      const head = pending.indexOf('\r\n\r\n')
      const length = Number(/content-length: (\d+)/i.exec(pending)?.[1] ?? 0)
      if (head < 0 || pending.length < head + 4 + length) return
      requests.push(pending.slice(0, pending.indexOf('\r\n')))
      pending = ''
      const act = acts.shift() ?? 'close'
      if (act === 'close') socket.end()
      else if (act === 'reset') socket.resetAndDestroy()
      else socket.write(`HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: ${act.say.length}\r\n\r\n${act.say}`) // prettier-ignore
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  stopping.push(async () => {
    sockets.forEach((socket) => socket.destroy())
    server.close()
    await once(server, 'close')
  })
  const { port } = server.address() as AddressInfo
  const account = { ...accountIn('utf-8'), gatewayUrl: `http://127.0.0.1:${port}/gateway.do` }
  return {
    requests,
    verify: () => notifyVerify(account, 'abc', fetch, PLENTY_MS),
    call: (again: typeof withSecondTry = (fetch) => fetch) => {
      const options = { timeoutMs: PLENTY_MS, maxBytes: 100, fetch: again(fetch) }
      return callService(signRequest(account, { service: 'close_trade' }), options)
    },
  }
}

describe.each(['close', 'reset'] as const)('[#17] [#18] On a kept-alive connection that is %sd,', (how) => {
  it('notify_verify is asked once more at once, and the answer counts', async () => {
    const { verify, requests } = await gateway({ say: 'true' }, how, { say: 'true' })
    expect(await verify()).toEqual({ ok: true, responseTxt: 'true' })
    expect(await verify()).toEqual({ ok: true, responseTxt: 'true' })
    expect(requests).toHaveLength(3)
  })

  it('what only asks is asked once more at once', async () => {
    const { call, requests } = await gateway({ say: 'x' }, how, { say: 'y' })
    await call()
    expect(await call(withSecondTry)).toMatchObject({ ok: true, bytes: new Uint8Array(Buffer.from('y')) })
    expect(requests).toHaveLength(3)
  })

  it('what does something is not sent again: it may have arrived', async () => {
    const { call, requests } = await gateway({ say: 'x' }, how, { say: 'y' })
    await call()
    expect(await call()).toMatchObject({ ok: false, code: 'no_connection' })
    expect(requests).toHaveLength(2)
  })

  it('a second failure is the answer: nothing is asked three times', async () => {
    const { verify, requests } = await gateway(how, how, { say: 'true' })
    expect(await verify()).toMatchObject({ ok: false, code: 'no_connection' })
    expect(requests).toHaveLength(2)
  })
})
