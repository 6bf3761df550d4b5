import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { db } from '../db'
import { partnerGateway } from '../gateway/partner-gateway'
import { recheck } from './recheck'
import { receiveMessage } from './receive-message'
import { anOrder, message, signedBytes } from './testing/messages'
import { stubGateway, type StubGateway } from './testing/stub-gateway'

let gateway: StubGateway
beforeAll(async () => {
  gateway = await stubGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  gateway.answer = 'true'
})

const receive = (bytes: Uint8Array<ArrayBuffer>, account = gateway.account) =>
  receiveMessage({ channel: 'notify', bytes, remoteAddress: '127.0.0.1' }, partnerGateway(account))

it('[T4.5b] A message refused for a wrong key is made up for once the key is right, and both rows are kept', async () => {
  const order = await anOrder(1)
  const bytes = signedBytes(message(order), gateway.account)
  const first = await receive(bytes, { ...gateway.account, key: 'x'.repeat(32) })
  expect(first.verdict).toBe('bad_sign')
  const second = await recheck(first.id, gateway.ours)
  expect(second).toMatchObject({ channel: 'recheck', verdict: 'applied', recheckOf: first.id, answer: '' })
  expect((await db().order.findUniqueOrThrow({ where: { id: order.id } })).tradeStatus).toBe('WAIT_SELLER_SEND_GOODS') // prettier-ignore
  expect(await db().notification.count({ where: { orderNo: order.orderNo } })).toBe(2)
})

it('[T3.4b] A message that was processed stays processed, also when the recheck is looked at again', async () => {
  const order = await anOrder(1)
  const first = await receive(signedBytes(message(order), gateway.account))
  gateway.answer = 'false' // it was answered success, so the gateway has forgotten it
  const second = await recheck(first.id, gateway.ours)
  expect(second).toMatchObject({ verdict: 'duplicate', recheckOf: first.id })
  expect(await recheck(second?.id ?? '', gateway.ours)).toMatchObject({
    verdict: 'duplicate',
    recheckOf: first.id,
  })
})

it('[T5.2E] A return that was refused is refused again when its minute is over', async () => {
  const order = await anOrder(1)
  const bytes = signedBytes(message(order), gateway.account)
  gateway.answer = 'false'
  const first = await receiveMessage({ channel: 'return', bytes, remoteAddress: '' }, gateway.ours)
  expect(await recheck(first.id, gateway.ours)).toMatchObject({ verdict: 'bad_source' })
})

it('There is nothing to look at where no row has this id', async () => {
  expect(await recheck('x', gateway.ours)).toBeUndefined()
  expect(await recheck('00000000-0000-0000-0000-000000000000', gateway.ours)).toBeUndefined()
})
