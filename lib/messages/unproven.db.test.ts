import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { db } from '../db'
import { explain } from './explain/explain'
import { receiveMessage } from './receive-message'
import { recheck } from './recheck'
import { anOrder, message, signedBytes } from './testing/messages'
import { stubGateway, type StubGateway } from './testing/stub-gateway'
import { pruneUnproven } from './unproven'

let gateway: StubGateway
beforeAll(async () => {
  gateway = await stubGateway()
})
afterAll(() => gateway.close())
beforeEach(async () => {
  gateway.answer = 'true'
  await db().notification.deleteMany()
})

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))
const receive = (bytes: Uint8Array<ArrayBuffer>) =>
  receiveMessage({ channel: 'notify', bytes, remoteAddress: '127.0.0.1' }, gateway.ours)

/** What the log's rows take in the database, uncompressed. */
async function bytesStored() {
  const rows = await db().notification.findMany()
  return rows.reduce((sum, { rawBytes, ...row }) => sum + rawBytes.length + JSON.stringify(row).length, 0)
}

const unsigned = (length: number) => bytesOf(`out_trade_no=20260101&x=${'y'.repeat(length - 24)}`)

it('[#3] Of an unsigned message of 60 KB the first 4 KB are kept, once, and what else tells of it', async () => {
  const row = await receive(unsigned(60_000))
  expect(row).toMatchObject({ verdict: 'bad_sign', answer: 'fail', orderNo: '20260101', trimmedFrom: 60_000 })
  expect(await bytesStored()).toBeLessThan(4_096 + 1_000)
  expect(await db().notification.findUniqueOrThrow({ where: { id: row.id } })).toMatchObject({
    rawBytes: unsigned(60_000).subarray(0, 4_096),
    params: null,
    code: 'no_sign',
  })
})

it('[#2] [#6] The length of a sign or of a name adds nothing', async () => {
  await receive(bytesOf(`sign=${'0'.repeat(60_000)}&a=1`))
  await receive(bytesOf(`${'n'.repeat(60_000)}=1&${'n'.repeat(3)}=%zz`))
  expect(await bytesStored()).toBeLessThan(2 * (4_096 + 1_000))
})

it('[#38] What is more than 64 KB and was not even read is trimmed alike', async () => {
  const arrival = { channel: 'notify' as const, bytes: unsigned(65_536), remoteAddress: '' }
  await receiveMessage({ ...arrival, unreadable: { code: 'too_long', detail: '65536' } }, gateway.ours)
  expect(await bytesStored()).toBeLessThan(4_096 + 1_000)
})

it('One of ordinary length is kept whole, with the string to sign', async () => {
  const order = await anOrder(1)
  const bytes = signedBytes(message(order), { ...gateway.account, key: 'x'.repeat(32) })
  expect(await receive(bytes)).toMatchObject({ verdict: 'bad_sign', rawBytes: bytes, trimmedFrom: null })
})

it('The longest genuine message is kept whole, also where the gateway could not be asked, and rechecked later', async () => {
  const order = await anOrder(1)
  const long = { body: '茶'.repeat(400), receive_address: '杭'.repeat(256), receive_name: '张'.repeat(128) }
  const bytes = signedBytes(message(order, long), gateway.account)
  expect(bytes.length).toBeGreaterThan(4_096)
  gateway.answer = '500'
  const first = await receive(bytes)
  expect(first).toMatchObject({ verdict: 'bad_source', rawBytes: bytes, trimmedFrom: null })
  gateway.answer = 'true'
  expect(await recheck(first.id, gateway.ours)).toMatchObject({ verdict: 'applied', rawBytes: bytes })
})

it('What is trimmed says so, and is not rechecked', async () => {
  const row = await receive(unsigned(60_000))
  expect(explain(row, gateway.account)).toMatchObject([
    { cause: 'trimmed', certain: true, en: expect.stringContaining('60000 bytes') },
  ])
  expect(await recheck(row.id, gateway.ours)).toBeUndefined()
  expect(await db().notification.count()).toBe(1)
})

/** Rows with a wrong sign, the oldest first, a minute between them. */
async function refused(count: number, minutesAgo = count) {
  const { id: _, ...row } = await receive(unsigned(100))
  await db().notification.deleteMany({ where: { id: _ } })
  for (let n = 0; n < count; n++) {
    const receivedAt = new Date(Date.now() - (minutesAgo - n) * 60_000)
    await db().notification.create({ data: { ...row, id: `row ${n}`, params: {}, receivedAt } })
  }
}

const ids = async () =>
  (await db().notification.findMany({ orderBy: { receivedAt: 'asc' }, select: { id: true } })).map(
    ({ id }) => id,
  )

it('The newest of those that nothing proves are kept, as many as the settings say', async () => {
  await refused(6)
  expect(await pruneUnproven({ days: 30, rows: 10 })).toBe(0)
  const deleted = await Promise.all([1, 2].map(() => pruneUnproven({ days: 30, rows: 4 }))) // two processes
  expect(deleted.reduce((sum, count) => sum + count)).toBe(2)
  expect(await ids()).toEqual(['row 2', 'row 3', 'row 4', 'row 5'])
})

it('and none that is older than the settings say; a message whose sign was right stays for ever', async () => {
  const order = await anOrder(1)
  const proven = await receive(signedBytes(message(order), gateway.account))
  expect(proven.verdict).toBe('applied')
  await db().notification.update({ where: { id: proven.id }, data: { receivedAt: new Date('2020-01-01') } })
  await refused(3, 24 * 60 + 1)
  expect(await pruneUnproven({ days: 1, rows: 100 })).toBe(2)
  expect(await ids()).toEqual([proven.id, 'row 2'])
})

it('A flood of wrong signs does not push out a payment that the gateway could not be asked about', async () => {
  const order = await anOrder(1)
  gateway.answer = '500'
  const waiting = await receive(signedBytes(message(order), gateway.account))
  expect(waiting.verdict).toBe('bad_source')
  await db().notification.update({
    where: { id: waiting.id },
    data: { receivedAt: new Date(Date.now() - 60 * 60_000) },
  })
  await refused(4)
  expect(await pruneUnproven({ days: 30, rows: 2 })).toBe(2)
  expect(await ids()).toEqual([waiting.id, 'row 2', 'row 3'])
})
