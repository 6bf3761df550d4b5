// A shop process that receives one notification over HTTP and is killed at one point of its work, which the address of the
// request names. Started by killed-process.db.test.ts with the gateway's settings.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import pg from 'pg'
import { partnerGateway } from '../../gateway/partner-gateway'
import { log } from '../../log'
import { receiveMessage } from '../../messages/receive-message'
import { startEffects } from '../effects'

log().level = 'silent'
const gateway = partnerGateway(JSON.parse(process.argv[2] ?? ''))

/** The steps so far, such as `before statement 3`, `after call 1` (to the gateway) or `before the answer`. */
const steps: string[] = []
/** The step at which this process is killed; empty where it may live. */
let end = ''

function reach(step: string) {
  steps.push(step)
  if (step === end) process.kill(process.pid, 'SIGKILL')
}

let isReceiving = false
const counts = { statement: 0, call: 0 }

/** Returns what is to be called after it. */
function begin(kind: keyof typeof counts) {
  const number = ++counts[kind]
  reach(`before ${kind} ${number}`)
  return () => reach(`after ${kind} ${number}`)
}

type Query = (this: pg.Client, ...given: unknown[]) => unknown
const query = pg.Client.prototype.query as Query
const mortalQuery: Query = function (...given) {
  if (!isReceiving) return query.apply(this, given)
  const after = begin('statement')
  const callback = given.at(-1)
  if (typeof callback !== 'function') return (query.apply(this, given) as Promise<unknown>).finally(after)
  const calledBack = (...results: unknown[]) => {
    after()
    callback(...results)
  }
  return query.apply(this, [...given.slice(0, -1), calledBack])
}
Object.assign(pg.Client.prototype, { query: mortalQuery })

const call = globalThis.fetch
globalThis.fetch = (...given) => call(...given).finally(begin('call'))

const server = createServer(async (request, response) => {
  if (request.method === 'GET') return response.end(JSON.stringify(steps))
  end = decodeURIComponent(request.url?.slice(1) ?? '')
  isReceiving = true
  startEffects(gateway)
  const bytes = new Uint8Array(await buffer(request))
  const { answer } = await receiveMessage({ channel: 'notify', bytes, remoteAddress: '' }, gateway)
  reach('before the answer')
  response.end(answer, () => reach('after the answer'))
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
