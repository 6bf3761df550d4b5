import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { db } from '../db'
import { type Address, NO_ADDRESS } from './address'
import { addAddress, changeAddress, deleteAddress, findAddress, listAddresses, makeDefault, MOST_ADDRESSES } from './address-book' // prettier-ignore

async function anAccount() {
  const id = randomUUID()
  await db().user.create({ data: { id, name: '', email: `${id}@example.com`, buyerId: id } })
  return id
}

const address = (name: string): Address => ({
  ...NO_ADDRESS,
  name,
  mobile: '13800138000',
  street: '龙井路 1 号',
})
const names = async (userId: string) => (await listAddresses(userId)).map(({ name }) => name)

async function withThree() {
  const userId = await anAccount()
  for (const name of ['甲', '乙', '丙']) await addAddress(userId, address(name))
  const ids = Object.fromEntries((await listAddresses(userId)).map(({ id, name }) => [name, id]))
  return { userId, idOf: (name: string) => ids[name] ?? '' }
}

it('The first address is the default: the one chosen last, and without a choice the latest', async () => {
  const { userId, idOf } = await withThree()
  expect(await names(userId)).toEqual(['丙', '乙', '甲'])
  await makeDefault(userId, idOf('甲'))
  await makeDefault(userId, idOf('乙'))
  expect(await names(userId)).toEqual(['乙', '甲', '丙'])
  await deleteAddress(userId, idOf('乙'))
  expect(await names(userId)).toEqual(['甲', '丙'])
})

it('An address is changed in its place, and kept once', async () => {
  const { userId, idOf } = await withThree()
  expect(await changeAddress(userId, idOf('乙'), address('丁'))).toEqual({ kind: 'done' })
  expect(await names(userId)).toEqual(['丙', '丁', '甲'])
  expect(await findAddress(userId, idOf('乙'))).toMatchObject({ name: '丁', street: '龙井路 1 号' })
  expect(await addAddress(userId, address('丁'))).toEqual({ kind: 'done' })
  expect(await names(userId)).toHaveLength(3)
})

it('Another account’s address is not there: it is not read, changed, chosen or deleted', async () => {
  const { userId, idOf } = await withThree()
  const stranger = await anAccount()
  const id = idOf('甲')
  expect(await findAddress(stranger, id)).toBeNull()
  expect(await changeAddress(stranger, id, address('偷'))).toEqual({ kind: 'not_there' })
  expect(await makeDefault(stranger, id)).toEqual({ kind: 'not_there' })
  expect(await deleteAddress(stranger, id)).toEqual({ kind: 'not_there' })
  expect(await listAddresses(stranger)).toEqual([])
  expect(await names(userId)).toEqual(['丙', '乙', '甲'])
  for (const bad of ['', '%', "' OR 1=1", '\0']) expect(await findAddress(userId, bad)).toBeNull()
})

it('A full book takes no more', async () => {
  const userId = await anAccount()
  for (let count = 0; count < MOST_ADDRESSES; count++) await addAddress(userId, address(`${count}`))
  expect(await addAddress(userId, address('more'))).toEqual({ kind: 'full' })
  expect(await names(userId)).toHaveLength(MOST_ADDRESSES)
})

it('The book goes with its account', async () => {
  const { userId } = await withThree()
  await db().user.delete({ where: { id: userId } })
  expect(await db().address.count({ where: { userId } })).toBe(0)
})
